namespace IheRegistry.Tests.Shared.Populations;

/// <summary>A person that does not exist, as things truly are.</summary>
public sealed record SyntheticPerson
{
    public required int Number { get; init; }

    public required bool IsChinese { get; init; }

    public required string Family { get; init; }

    public required string Given { get; init; }

    /// <summary>Family and given name in pinyin; empty for Western names.</summary>
    public string FamilyPinyin { get; init; } = "";

    public string GivenPinyin { get; init; } = "";

    public string Middle { get; init; } = "";

    /// <summary>The name after a marriage, or null.</summary>
    public string? MarriedFamily { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required bool IsMale { get; init; }

    public required string NationalId { get; init; }

    public required string HealthCard { get; init; }

    public required string Phone { get; init; }

    public required Home Home { get; init; }

    /// <summary>Where the person moved to, or null.</summary>
    public Home? NewHome { get; init; }

    /// <summary>The number taken after the move, or null.</summary>
    public string? NewPhone { get; init; }

    /// <summary>The mother of a newborn; null for others.</summary>
    public SyntheticPerson? Mother { get; init; }

    /// <summary>Which of those born together, or 0.</summary>
    public int BirthOrder { get; init; }

    /// <summary>Whose card this person has shown, or null.</summary>
    public string? BorrowedNationalId { get; init; }
}
