namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Draws families: what they share is what makes matching hard.</summary>
sealed class Households(Draw draw)
{
    static readonly DateOnly LastDay = new(2026, 6, 30);

    readonly Names _names = new(draw);
    readonly Homes _homes = new(draw);
    readonly List<SyntheticPerson> _persons = [];

    public List<SyntheticPerson> Make(int persons, double chinese)
    {
        while (_persons.Count < persons) AddFamily(draw.Chance(chinese));
        AddNamesakes();
        return _persons;
    }

    void AddFamily(bool isChinese)
    {
        var home = _homes.One(isChinese);
        var father = Adult(isChinese, true, home);
        Add(father);
        if (draw.Chance(0.25)) return;
        var mother = Adult(isChinese, false, home);
        if (!isChinese) mother = mother with { MarriedFamily = draw.Chance(0.6) ? father.Family : null };
        Add(mother);
        var children = draw.Below(3);
        for (var i = 0; i < children; i++)
        {
            var child = Child(father, mother, home);
            Add(child);
            if (draw.Chance(0.05)) AddTwin(child);
        }
    }

    SyntheticPerson Adult(bool isChinese, bool isMale, Home home) => Person(isChinese, isMale, LastDay.AddDays(-365 * 22 - draw.Below(365 * 60)), home, null);

    SyntheticPerson Child(SyntheticPerson father, SyntheticPerson mother, Home home)
    {
        var isNewborn = draw.Chance(0.12);
        var eldest = Math.Max(mother.BirthDate.DayNumber + 365 * 18, LastDay.AddYears(-30).DayNumber);
        var born = DateOnly.FromDayNumber(eldest + draw.Below(Math.Max(1, LastDay.DayNumber - eldest)));
        var isMale = draw.Chance(0.5);
        if (isNewborn) born = LastDay.AddDays(-draw.Below(300));
        var child = Person(father.IsChinese, isMale, born, home, father) with { Mother = isNewborn ? mother : null };
        // Father and son of one name.
        return !child.IsChinese && isMale && draw.Chance(0.06) ? child with { Given = father.Given } : child;
    }

    /// <summary>Same day, same home, same telephone, often the same sex, and half of the name.</summary>
    void AddTwin(SyntheticPerson first)
    {
        var isMale = draw.Chance(0.6) ? first.IsMale : !first.IsMale;
        var twin = Person(first.IsChinese, isMale, first.BirthDate, first.Home, first) with { Mother = first.Mother, Phone = first.Phone };
        if (first.IsChinese && draw.Chance(0.7))
        {
            var shared = _names.Character(isMale);
            var (ours, theirs) = (_names.Given(first.IsMale, shared), _names.Given(isMale, shared));
            if (ours == theirs) theirs = _names.Given(isMale);
            _persons[first.Number] = first = first with { Given = ours.Han, GivenPinyin = ours.Pinyin };
            twin = twin with { Given = theirs.Han, GivenPinyin = theirs.Pinyin };
        }
        if (twin.Given == first.Given) twin = twin with { Given = twin.Given == "Anna" ? "Hannah" : twin.IsChinese ? twin.Given + "宁" : "Anna", GivenPinyin = twin.GivenPinyin + "ning" };
        _persons[first.Number] = first with { BirthOrder = first.Mother is null ? 0 : 1 };
        Add(twin with { BirthOrder = first.Mother is null ? 0 : 2 });
    }

    /// <summary>Strangers with the same name; some of them born on the same day.</summary>
    void AddNamesakes()
    {
        var count = _persons.Count / 100;
        for (var i = 0; i < count; i++)
        {
            var other = draw.One(_persons);
            var born = draw.Chance(0.1) ? other.BirthDate : DateOnly.FromDayNumber(LastDay.DayNumber - draw.Below(365 * 80));
            var stranger = Person(other.IsChinese, other.IsMale, born, _homes.One(other.IsChinese), null);
            Add(stranger with { Family = other.Family, FamilyPinyin = other.FamilyPinyin, Given = other.Given, GivenPinyin = other.GivenPinyin });
        }
    }

    SyntheticPerson Person(bool isChinese, bool isMale, DateOnly born, Home home, SyntheticPerson? relative)
    {
        var (family, familyPinyin) = relative is not null ? (relative.Family, relative.FamilyPinyin) : isChinese ? _names.Surname() : (_names.WesternFamily(), "");
        var (given, givenPinyin) = isChinese ? _names.Given(isMale) : (_names.WesternGiven(isMale), "");
        var hasMoved = draw.Chance(0.2);
        return new SyntheticPerson
        {
            Number = _persons.Count,
            IsChinese = isChinese,
            Family = family,
            FamilyPinyin = familyPinyin,
            Given = given,
            GivenPinyin = givenPinyin,
            Middle = !isChinese && draw.Chance(0.5) ? _names.WesternGiven(isMale) : "",
            BirthDate = born,
            IsMale = isMale,
            NationalId = isChinese ? IdentityNumbers.Chinese(draw, born, isMale) : IdentityNumbers.Western(draw),
            HealthCard = "H" + draw.Digits(9),
            Phone = isChinese ? $"1{3 + draw.Below(7)}{draw.Digits(9)}" : "217" + (2 + draw.Below(7)) + draw.Digits(6),
            Home = home,
            NewHome = hasMoved ? _homes.One(isChinese) : null,
            NewPhone = hasMoved && draw.Chance(0.5) ? (isChinese ? $"1{3 + draw.Below(7)}{draw.Digits(9)}" : "312" + (2 + draw.Below(7)) + draw.Digits(6)) : null,
        };
    }

    void Add(SyntheticPerson person)
    {
        var lender = _persons.Count > 10 && draw.Chance(0.015) ? Lender() : null;
        _persons.Add(person with { Number = _persons.Count, BorrowedNationalId = lender?.NationalId });
    }

    /// <summary>Cards are borrowed within the family, or of anybody.</summary>
    SyntheticPerson Lender() => draw.Chance(0.6) ? _persons[^1] : draw.One(_persons);
}
