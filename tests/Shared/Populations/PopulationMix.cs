namespace IheRegistry.Tests.Shared.Populations;

/// <summary>How often things go wrong at registration.</summary>
/// <param name="NameSlip">A slip in the name.</param>
/// <param name="BirthDateSlip">A slip in the date of birth.</param>
/// <param name="NumberSlip">A slip in a telephone or identity number.</param>
/// <param name="WithoutNationalId">No identity number.</param>
/// <param name="WithoutHealthCard">No health card.</param>
/// <param name="WithoutPhone">No telephone.</param>
/// <param name="WithoutAddress">No address.</param>
/// <param name="Placeholder">A made-up value in one of the fields.</param>
/// <param name="Duplicate">A second record in the same institution.</param>
public sealed record PopulationMix(
    double NameSlip,
    double BirthDateSlip,
    double NumberSlip,
    double WithoutNationalId,
    double WithoutHealthCard,
    double WithoutPhone,
    double WithoutAddress,
    double Placeholder,
    double Duplicate)
{
    /// <summary>A district with cards in use and clerks in no hurry.</summary>
    public static PopulationMix Ordinary { get; } = new(0.02, 0.01, 0.01, 0.15, 0.30, 0.05, 0.10, 0.005, 0.01);

    /// <summary>Everything at once.</summary>
    public static PopulationMix Hard { get; } = new(0.07, 0.04, 0.03, 0.40, 0.45, 0.12, 0.15, 0.02, 0.04);
}
