using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>A record made ready for comparing: its values in one form whatever the sender's, and the keys under which it is found.</summary>
public sealed class NormalisedPatient
{
    readonly PatientFacts _facts;

    internal NormalisedPatient(PatientFacts facts) => _facts = facts;

    /// <summary>The record's own identifier.</summary>
    public KnownIdentifier Id => _facts.Id;

    /// <summary>The keys under which records that may be the same person are found; each once, few enough to be stored with every record.</summary>
    public IReadOnlyList<BlockingKey> BlockingKeys => field ??= Normalisation.BlockingKeys.Of(this);

    /// <summary>The texts under which a demographics query finds the record; each once.</summary>
    public IReadOnlyList<SearchKey> SearchKeys => field ??= Normalisation.SearchKeys.Of(_facts, this);

    /// <summary>What is remarkable about the record's values.</summary>
    public IReadOnlyList<MatchFlag> Flags { get; internal init; } = [];

    /// <summary>True when the name is that of a child that has none yet, or the record names the mother.</summary>
    public bool IsNewborn { get; internal init; }

    /// <summary>True for a record that is never linked: its domain numbers those who are not identified.</summary>
    public bool IsTemporary => Id.Kind == AuthorityKind.Temporary;

    internal NormalisedName[] Names { get; init; } = [];

    internal PartialDate BirthDate { get; init; }

    internal char Sex { get; init; }

    internal string[] Telecoms { get; init; } = [];

    internal NormalisedAddress[] Addresses { get; init; } = [];

    internal NormalisedIdentifier[] Identifiers { get; init; } = [];

    internal NormalisedIdentifier[] MothersIdentifiers { get; init; } = [];

    internal NormalisedName[] MothersNames { get; init; } = [];

    internal int BirthOrder { get; init; }

    internal bool HasNewbornName { get; init; }

    internal bool IsMultipleBirth { get; init; }
}
