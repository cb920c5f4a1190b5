namespace IheRegistry.Model.Demographics.Queries;

/// <summary>The answer to a <see cref="PixQuery"/>.</summary>
/// <param name="Outcome">How it ended.</param>
public sealed record PixAnswer(PixOutcome Outcome)
{
    /// <summary>
    /// The identifiers found, without the one asked about, those of one domain behind each other, each with the namespace id and the OID of
    /// its domain (ITI TF-2 3.9.4.2.2.5); empty unless the outcome is <see cref="PixOutcome.Found"/>.
    /// </summary>
    public IReadOnlyList<PatientIdentifier> Identifiers { get; init; } = [];

    /// <summary>The positions in <see cref="PixQuery.Domains"/>, from 1, of domains that are not known.</summary>
    public IReadOnlyList<int> UnknownDomains { get; init; } = [];
}
