using IheRegistry.Model.Metadata;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>How confidential it is what was put together from several documents.</summary>
static class Confidentiality
{
    const string Scheme = "2.16.840.1.113883.5.25";

    // HL7 Confidentiality from unrestricted to very restricted.
    const string Order = "ULMNRV";

    /// <summary>All codes, each once: whoever may not see one of the documents may not see the whole.</summary>
    internal static IReadOnlyList<Code> Of(IEnumerable<DocumentEntry> entries) =>
        [.. entries.SelectMany(entry => entry.ConfidentialityCodes).DistinctBy(code => (code.Value, code.Scheme))];

    /// <summary>The one that a CDA document can name; null when there is none.</summary>
    internal static Code? MostRestrictive(IReadOnlyList<Code> codes) => codes.MaxBy(Rank);

    static int Rank(Code code) => code.Scheme == Scheme && code.Value.Length == 1 ? Order.IndexOf(code.Value[0], StringComparison.Ordinal) : -1;
}
