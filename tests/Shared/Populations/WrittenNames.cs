using IheRegistry.Model.Demographics;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Writes names as institutions do: in characters or pinyin, simplified or traditional, in one field or two.</summary>
sealed class WrittenNames(Draw draw, PopulationMix mix)
{
    readonly Slips _slips = new(draw);

    public IReadOnlyList<PersonName> Of(SyntheticPerson person, bool isLater) => person.IsChinese ? Chinese(person) : [Western(person, isLater)];

    public static PersonName Nameless(SyntheticPerson child)
    {
        var mother = child.Mother!;
        var order = child.BirthOrder == 0 ? "" : child.BirthOrder == 1 ? "大" : "小";
        return child.IsChinese
            ? Name(mother.Family + mother.Given + (child.IsMale ? "之子" : "之女") + order, "", "")
            : Name(mother.Family, child.IsMale ? "Babyboy" : "Babygirl", "");
    }

    IReadOnlyList<PersonName> Chinese(SyntheticPerson person)
    {
        var (family, given) = (person.Family, person.Given);
        if (draw.Chance(mix.NameSlip)) given = _slips.Character(given);
        var ideographic = Han(family, given);
        if (draw.Chance(0.10)) return [Pinyin(person)];
        return draw.Chance(0.10) ? [ideographic with { Representation = "I" }, Pinyin(person) with { Representation = "A" }] : [ideographic];
    }

    PersonName Han(string family, string given)
    {
        if (draw.Chance(0.05)) (family, given) = (Slips.Traditional(family), Slips.Traditional(given));
        if (draw.Chance(0.02)) given += "　";
        return draw.Chance(0.30) ? Name(family + given, "", "") : Name(family, given, "");
    }

    PersonName Pinyin(SyntheticPerson person)
    {
        var (family, given) = (Capital(person.FamilyPinyin.Replace('v', 'u')), Capital(person.GivenPinyin));
        if (draw.Chance(mix.NameSlip)) given = _slips.Letter(given);
        return draw.Below(4) switch
        {
            0 => Name((family + given).ToUpperInvariant(), "", ""),
            1 => Name(family + " " + given, "", ""),
            2 => Name(given + " " + family, "", ""),
            _ => Name(family.ToUpperInvariant(), given, ""),
        };
    }

    PersonName Western(SyntheticPerson person, bool isLater)
    {
        var family = isLater ? person.MarriedFamily ?? person.Family : person.Family;
        var given = person.Given;
        if (draw.Chance(mix.NameSlip)) (family, given) = draw.Chance(0.5) ? (_slips.Letter(family), given) : (family, _slips.Letter(given));
        if (draw.Chance(0.3)) (family, given) = (family.ToUpperInvariant(), given.ToUpperInvariant());
        if (draw.Chance(0.01)) (family, given) = (given, family);
        if (draw.Chance(0.03)) given = given[..1];
        var middle = person.Middle.Length == 0 || draw.Chance(0.4) ? "" : draw.Chance(0.5) ? person.Middle[..1] : person.Middle;
        return draw.Chance(0.05) ? Name($"{family}, {given}", "", "") : Name(family, given, middle);
    }

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static PersonName Name(string family, string given, string middle) => new(family, given, middle, "", "", "L", "");
}
