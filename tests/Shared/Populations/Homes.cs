namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Draws places to live.</summary>
sealed class Homes(Draw draw)
{
    static readonly string[] Districts = ["朝阳区", "海淀区", "浦东新区", "天河区", "武侯区", "西湖区", "鼓楼区", "江北区"];
    static readonly (string Region, string City)[] Cities = [("广东省", "广州市"), ("浙江省", "杭州市"), ("四川省", "成都市"), ("江苏省", "南京市")];
    static readonly string[] Roads = ["人民", "解放", "中山", "建设", "和平", "新华", "文化", "胜利", "长江", "黄河", "幸福", "光明", "滨江", "学府", "迎宾", "朝阳"];
    static readonly string[] RoadKinds = ["路", "大道", "街", "东路", "西路", "南路", "北路"];
    static readonly string[] Streets = ["Main", "Oak", "Maple", "Cedar", "Elm", "Washington", "Lake", "Hill", "Park", "Pine", "River", "Church", "Spring", "Mill", "Lincoln", "Jackson", "Sunset", "Walnut"];
    static readonly string[] StreetKinds = ["Street", "Avenue", "Road", "Drive", "Lane"];
    static readonly (string City, string State, string Zip)[] Towns = [("Springfield", "IL", "627"), ("Greenville", "SC", "296"), ("Fairview", "TN", "370"), ("Madison", "WI", "537")];

    public Home One(bool isChinese) => isChinese ? Chinese() : Western();

    Home Chinese()
    {
        var (region, city) = draw.One(Cities);
        return new Home(
            true, region, city, draw.One(Districts), draw.One(Roads) + draw.One(RoadKinds), $"{1 + draw.Below(300)}",
            $"{1 + draw.Below(30)}栋{1 + draw.Below(4)}单元{1 + draw.Below(25)}0{1 + draw.Below(4)}室", $"{5 + draw.Below(2)}1{draw.Digits(4)}", "0571" + (6 + draw.Below(3)) + draw.Digits(7));
    }

    Home Western()
    {
        var (city, state, zip) = draw.One(Towns);
        return new Home(
            false, state, city, "", draw.One(Streets) + " " + draw.One(StreetKinds), $"{1 + draw.Below(2500)}",
            draw.Chance(0.3) ? $"Apt {1 + draw.Below(40)}" : "", zip + draw.Digits(2), "217" + (2 + draw.Below(7)) + draw.Digits(6));
    }
}
