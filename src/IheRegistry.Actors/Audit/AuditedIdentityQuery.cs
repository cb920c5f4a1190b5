using IheRegistry.Model;

namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a PIX or demographics query.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Query">Of HL7 v2 the complete message, of HL7 V3 the QueryByParameter element, as received.</param>
public sealed record AuditedIdentityQuery(Transaction Transaction, ReadOnlyMemory<byte> Query)
{
    /// <summary>Who asked whom; null for HL7 V3, where the audit names the endpoints.</summary>
    public MessageParties? Parties { get; init; }

    /// <summary>MSH-10; empty for HL7 V3.</summary>
    public string ControlId { get; init; } = "";

    /// <summary>QPD-2; the queryId of HL7 V3, as it identifies the query.</summary>
    public string QueryId { get; init; } = "";

    /// <summary>The patients of the answer, and the one asked about, in CX form.</summary>
    public IReadOnlyList<string> PatientIds { get; init; } = [];
}
