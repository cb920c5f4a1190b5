namespace IheRegistry.Model.Demographics.Queries;

/// <summary>
/// Which patients match: Patient Demographics Query [ITI-21], Patient Demographics and Visit Query [ITI-22] and Patient Demographics Query
/// HL7 V3 [ITI-47].
/// </summary>
public sealed record PdqQuery
{
    /// <summary>
    /// The name by which the consumer goes on or cancels: QPD-2, the query tag; in V3 the queryId, <c>root^extension</c>. Unique at the
    /// consumer only.
    /// </summary>
    public required string QueryId { get; init; }

    /// <summary>What is asked for.</summary>
    public required PdqCriteria Criteria { get; init; }

    /// <summary>
    /// QPD-8, or the OtherIDsScopingOrganization parameters, in the order and number of the message, those that are empty too: an error names
    /// its place. None asks for the identifiers of all domains.
    /// </summary>
    public IReadOnlyList<HierarchicDesignator> Domains { get; init; } = [];

    /// <summary>RCP-2, initialQuantity: how many patients one answer may have; null when as many as there are.</summary>
    public int? Increment { get; init; }

    /// <summary>True for ITI-22, which answers with each patient's visit and leaves out those that have none.</summary>
    public bool WithVisits { get; init; }

    /// <summary>DSC-1: the answer goes on behind the one that gave this pointer; null for the first answer. V3 goes on by <see cref="PdqContinuation"/>.</summary>
    public string? Pointer { get; init; }

    /// <summary>V3's queryByParameter element as it came, of which later answers, too, carry a copy (ITI TF-2 3.47.4.2.2.3); empty where there is none to be kept.</summary>
    public ReadOnlyMemory<byte> Text { get; init; }
}
