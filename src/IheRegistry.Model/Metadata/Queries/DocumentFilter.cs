namespace IheRegistry.Model.Metadata.Queries;

/// <summary>Which DocumentEntries a query for contents returns (ITI TF-2 3.18.4.1.2.3.7.4, .10, .11, .13).</summary>
public record DocumentFilter
{
    /// <summary>Stable entries, nothing else: the default of every query that has $XDSDocumentEntryType.</summary>
    public static DocumentFilter Default { get; } = new();

    /// <summary>objectTypes wanted.</summary>
    public DocumentEntryTypes Types { get; init; } = DocumentEntryTypes.Stable;

    /// <summary>formatCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> FormatCodes { get; init; } = [];

    /// <summary>confidentialityCodes: of each group one must match.</summary>
    public IReadOnlyList<IReadOnlyList<Code>> ConfidentialityCodes { get; init; } = [];
}
