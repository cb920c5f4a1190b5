namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a stored query.</summary>
/// <param name="QueryId">The stored query's id, null if the request does not say.</param>
/// <param name="AdhocQueryRequest">The AdhocQueryRequest element as received.</param>
public sealed record AuditedQuery(string? QueryId, ReadOnlyMemory<byte> AdhocQueryRequest)
{
    /// <summary>The character encoding of <see cref="AdhocQueryRequest"/>.</summary>
    public string Encoding { get; init; } = "UTF-8";

    /// <summary>The homeCommunityId, if known.</summary>
    public string? HomeCommunityId { get; init; }

    /// <summary>The patients asked about, in CX form, as far as the query names them.</summary>
    public IReadOnlyList<string> PatientIds { get; init; } = [];
}
