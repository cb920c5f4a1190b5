using System.Globalization;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>Shares of common names in parts of ten thousand, rounded from published counts.</summary>
static class DefaultFrequencies
{
    public static IReadOnlyDictionary<string, double> Families { get; } = Read(
        "王 725 李 719 张 683 刘 538 陈 453 杨 308 黄 223 赵 229 吴 205 周 212 徐 167 孙 154 马 129 朱 126 胡 131 郭 115 何 117 林 118 高 120 罗 95 " +
        "郑 93 梁 84 谢 72 宋 81 唐 67 许 66 韩 68 邓 62 冯 64 曹 57 彭 58 曾 58 肖 56 田 52 董 52 潘 50 袁 50 蔡 47 蒋 47 余 48 于 46 杜 46 " +
        "叶 42 程 43 魏 43 苏 43 吕 42 丁 42 任 42 卢 41 姚 40 沈 40 钟 39 姜 39 崔 38 谭 38 陆 36 范 36 汪 35 廖 34 石 33 金 33 韦 31 贾 31 " +
        "夏 31 付 30 方 30 邹 29 熊 29 白 28 孟 27 秦 27 邱 26 侯 26 江 25 尹 24 薛 24 闫 23 段 22 雷 22 龙 22 黎 21 史 21 陶 20 贺 20 毛 19 " +
        "郝 18 顾 18 龚 18 邵 18 万 17 覃 17 武 17 钱 16 戴 16 严 15 莫 15 孔 15 向 14 常 14 " +
        "smith 83 johnson 66 williams 55 brown 49 jones 48 garcia 40 miller 39 davis 38 rodriguez 37 martinez 36 hernandez 35 lopez 30 gonzalez 29 " +
        "wilson 27 anderson 27 thomas 26 taylor 26 moore 25 jackson 24 martin 24 lee 24 perez 23 thompson 23 white 22 harris 21 sanchez 21 clark 19 " +
        "ramirez 19 lewis 18 robinson 18 walker 18 young 16 allen 16 king 16 wright 16 scott 15 torres 15 nguyen 15 hill 15 flores 14 green 15 " +
        "adams 14 nelson 14 baker 14 hall 14 rivera 13 campbell 13 mitchell 13 carter 13 roberts 13");

    public static IReadOnlyDictionary<string, double> Givens { get; } = Read(
        "伟 55 芳 45 娜 35 敏 45 静 42 丽 48 强 38 磊 35 洋 30 勇 35 艳 35 杰 40 军 30 涛 35 霞 28 平 30 刚 25 桂英 20 秀英 26 秀兰 18 玉兰 14 玉梅 12 " +
        "秀珍 11 桂兰 12 英 30 红 35 玲 28 娟 24 超 28 辉 22 鹏 26 斌 24 波 24 浩 22 燕 25 丹 20 萍 25 建华 10 建国 9 国强 6 志强 8 梓涵 8 欣怡 8 浩宇 8 子轩 8 " +
        "james 150 john 148 robert 145 michael 140 william 110 david 115 richard 75 joseph 75 thomas 70 charles 65 christopher 65 daniel 60 matthew 55 " +
        "mary 140 patricia 70 jennifer 75 linda 65 elizabeth 75 barbara 60 susan 50 jessica 52 sarah 50 karen 45 anthony 45 mark 45 paul 40 steven 38 " +
        "andrew 38 kenneth 35 joshua 35 kevin 35 brian 35 george 35 nancy 45 lisa 42 margaret 40 betty 40 sandra 38 ashley 38 kimberly 37 emily 37 donna 36 michelle 35");

    static Dictionary<string, double> Read(string text)
    {
        var words = text.Split(' ');
        var shares = new Dictionary<string, double>();
        for (var i = 0; i + 1 < words.Length; i += 2) shares[words[i]] = double.Parse(words[i + 1], CultureInfo.InvariantCulture) / 10_000;
        return shares;
    }
}
