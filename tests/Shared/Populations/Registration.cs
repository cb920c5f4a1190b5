using System.Globalization;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Writes down what institutions know of a person: with slips, gaps and other people's cards.</summary>
sealed class Registration(Draw draw, PopulationMix mix)
{
    /// <summary>Until when identity numbers of 15 digits were given out.</summary>
    const int LastYearOfFirstGeneration = 1984;

    readonly Slips _slips = new(draw);
    readonly WrittenNames _names = new(draw, mix);
    int _next;

    public IEnumerable<SyntheticRecord> Of(SyntheticPerson person)
    {
        var visits = 1 + draw.Below(4);
        var institutions = draw.Shuffled(Enumerable.Range(0, SyntheticDomains.Institutions)).Take(visits).ToList();
        if (draw.Chance(mix.Duplicate)) institutions.Add(institutions[0]);
        for (var visit = 0; visit < institutions.Count; visit++)
        {
            var isLast = visit == institutions.Count - 1 && visit > 0;
            yield return Write(person, institutions[visit], isLater: visit * 2 >= institutions.Count && visit > 0, isLast);
        }
    }

    public SyntheticRecord Unidentified(SyntheticPerson person) => new(
        -1, SyntheticDomains.Temporary($"T{_next++}"), new PatientDemographics { Names = _names.Of(person, false), Sex = person.IsMale ? "M" : "F" }, [], []);

    SyntheticRecord Write(SyntheticPerson person, int institution, bool isLater, bool isLast)
    {
        var isNameless = person.Mother is not null && !isLater;
        var others = new List<SyntheticIdentifier>();
        if (!isNameless)
        {
            var borrowed = isLast ? person.BorrowedNationalId : null;
            if (borrowed is not null || !draw.Chance(mix.WithoutNationalId)) others.Add(SyntheticDomains.NationalId(Number(borrowed ?? person.NationalId)));
            if (!draw.Chance(mix.WithoutHealthCard)) others.Add(SyntheticDomains.HealthCard(draw.Chance(mix.NumberSlip) ? _slips.Digit(person.HealthCard) : person.HealthCard));
        }
        var mothers = person.Mother is { } mother && (isNameless || draw.Chance(0.6)) ? [SyntheticDomains.NationalId(mother.NationalId)] : Array.Empty<SyntheticIdentifier>();
        var demographics = Placeholders(Demographics(person, isLater, isNameless), others);
        return new SyntheticRecord(person.Number, SyntheticDomains.Local(institution, $"{institution + 1}{_next++:D7}"), demographics, others, mothers);
    }

    /// <summary>The number as it is shown: with a slip, of the first generation, in full width.</summary>
    string Number(string number)
    {
        if (draw.Chance(mix.NumberSlip)) number = _slips.Digit(number);
        if (number.Length != 18) return number;
        if (draw.Chance(0.05) && int.Parse(number.AsSpan(6, 4), CultureInfo.InvariantCulture) <= LastYearOfFirstGeneration) return IdentityNumbers.FirstGeneration(number);
        return draw.Chance(0.03) ? Slips.FullWidth(number) : draw.Chance(0.05) ? number.ToLowerInvariant() + " " : number;
    }

    PatientDemographics Demographics(SyntheticPerson person, bool isLater, bool isNameless)
    {
        var home = isLater ? person.NewHome ?? person.Home : person.Home;
        var isSeveral = person.BirthOrder > 0 && draw.Chance(0.85);
        return new PatientDemographics
        {
            Names = isNameless ? [WrittenNames.Nameless(person)] : _names.Of(person, isLater),
            BirthDate = BirthDate(person.BirthDate),
            Sex = draw.Chance(0.02) ? "U" : person.IsMale == !draw.Chance(0.003) ? "M" : "F",
            Telecoms = draw.Chance(mix.WithoutPhone) ? null : Telecoms(person, home, isLater),
            Addresses = draw.Chance(mix.WithoutAddress) ? null : [Address(home)],
            MultipleBirth = isSeveral ? "Y" : null,
            BirthOrder = isSeveral ? person.BirthOrder.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    string? BirthDate(DateOnly date)
    {
        if (draw.Chance(0.02)) return null;
        if (draw.Chance(0.01)) return $"{date.Year:D4}";
        var written = draw.Chance(mix.BirthDateSlip) ? _slips.Date(date) : date;
        return draw.Chance(0.1) ? $"{written:yyyy-MM-dd}" : $"{written:yyyyMMdd}";
    }

    List<Telecom> Telecoms(SyntheticPerson person, Home home, bool isLater)
    {
        var number = person.Mother?.Phone ?? (isLater ? person.NewPhone ?? person.Phone : person.Phone);
        if (draw.Chance(mix.NumberSlip)) number = _slips.Digit(number);
        if (person.IsChinese && draw.Chance(0.2)) number = "+86 " + number;
        else if (!person.IsChinese) number = $"({number[..3]}) {number[3..6]}-{number[6..]}";
        List<Telecom> telecoms = [];
        if (!draw.Chance(0.15)) telecoms.Add(new Telecom(number, "PRN", "CP"));
        if (telecoms.Count == 0 || draw.Chance(0.2)) telecoms.Add(new Telecom(home.Phone, "PRN", "PH"));
        return telecoms;
    }

    PostalAddress Address(Home home)
    {
        var unit = draw.Chance(0.2) ? "" : home.Unit;
        if (!home.IsChinese)
            return new PostalAddress(
                home.Number + " " + (draw.Chance(0.3) ? Abbreviated(home.Street) : home.Street), unit, home.City, home.Region, draw.Chance(0.2) ? home.Postal + "-0000" : home.Postal, "USA", "H");
        var street = home.Street + home.Number + "号" + unit;
        return draw.Chance(0.4)
            ? new PostalAddress(home.Region + home.City + home.District + street, "", "", "", "", "CHN", "H")
            : new PostalAddress(street, "", home.City, home.Region, home.Postal, "CHN", "H") with { OtherDesignation = home.District };
    }

    static string Abbreviated(string street) => street
        .Replace("Street", "St", StringComparison.Ordinal).Replace("Avenue", "Ave.", StringComparison.Ordinal)
        .Replace("Road", "RD", StringComparison.Ordinal).Replace("Drive", "Dr", StringComparison.Ordinal);

    PatientDemographics Placeholders(PatientDemographics demographics, List<SyntheticIdentifier> others)
    {
        if (!draw.Chance(mix.Placeholder)) return demographics;
        switch (draw.Below(4))
        {
            case 0:
                others.RemoveAll(o => o.Kind == Model.AffinityDomains.AuthorityKind.NationalId);
                others.Add(SyntheticDomains.NationalId(draw.One(["111111111111111111", "000000", "无"])));
                return demographics;
            case 1: return demographics with { BirthDate = "19000101" };
            case 2: return demographics with { Telecoms = [new Telecom(draw.One(["13800138000", "00000000"]), "PRN", "PH")] };
            default: return demographics with { Names = [new PersonName(draw.One(["无名氏", "Unknown"]), "", "", "", "", "L", "")] };
        }
    }
}
