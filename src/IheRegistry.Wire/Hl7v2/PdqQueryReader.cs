using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Reads demographics queries, QBP^Q22 [ITI-21] and QBP^ZV1 [ITI-22] (ITI TF-2 3.21.4.1.2, 3.22.4.1.2).</summary>
public static class PdqQueryReader
{
    /// <summary>MSH-9.2 of a Patient Demographics and Visit Query.</summary>
    internal const string VisitQuery = "ZV1";

    /// <summary>Reads a message of one of these types.</summary>
    public static Hl7Reading<PdqQuery> Read(Hl7Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problems = new List<Hl7Problem>();
        var qpd = QuerySegments.Check(message, problems);
        if (qpd.Exists && qpd[3].IsEmpty)
            problems.Add(QuerySegments.At(3, 0, Hl7ErrorCode.RequiredFieldMissing, "QPD-3, the demographics fields, is missing"));
        var criteria = PdqParameters.Read(qpd[3], IsAboutVisits(message), problems).Criteria;
        var increment = QuerySegments.ReadIncrement(message, problems);
        return problems.Count > 0 ? new(null, problems) : new(Compose(message, qpd, criteria, increment), problems);
    }

    internal static bool IsAboutVisits(Hl7Message message) => message.TriggerEvent == VisitQuery;

    static PdqQuery Compose(Hl7Message message, Hl7Segment qpd, PdqCriteria criteria, int? increment) => new()
    {
        QueryId = qpd[2].Text,
        Criteria = criteria,
        Domains = QuerySegments.ReadDomains(qpd[8]),
        Increment = increment,
        WithVisits = IsAboutVisits(message),
        Pointer = message["DSC"][1].Text is { Length: > 0 } pointer ? pointer : null,
    };
}
