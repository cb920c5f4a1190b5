using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Reads cancellations of queries, QCN^J01 (ITI TF-2 3.21.4.3).</summary>
public static class PdqCancellationReader
{
    /// <summary>Reads a message of this type.</summary>
    public static Hl7Reading<PdqCancellation> Read(Hl7Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problems = new List<Hl7Problem>();
        HeaderRules.Check(message, null, problems);
        var qid = message["QID"];
        if (!qid.Exists)
            problems.Add(new(Hl7ErrorCode.SegmentSequenceError, new("QID", 1), "The QID segment is missing"));
        else if (qid[1].IsEmpty)
            problems.Add(new(Hl7ErrorCode.RequiredFieldMissing, new("QID", 1, 1), "QID-1, the query tag, is missing"));
        return problems.Count > 0 ? new(null, problems) : new(new PdqCancellation(qid[1].Text), problems);
    }
}
