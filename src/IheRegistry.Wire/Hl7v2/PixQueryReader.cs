using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Reads PIX queries, QBP^Q23 [ITI-9] (ITI TF-2 3.9.4.1.2).</summary>
public static class PixQueryReader
{
    /// <summary>Reads a message of this type.</summary>
    public static Hl7Reading<PixQuery> Read(Hl7Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problems = new List<Hl7Problem>();
        var qpd = QuerySegments.Check(message, problems);
        var patient = ReadPatient(qpd[3], problems);
        return problems.Count == 0 ? new(new PixQuery(patient, QuerySegments.ReadDomains(qpd[4])), problems) : new(null, problems);
    }

    // "A single Patient ID uniquely identifying the patient within a given Patient Identification Domain".
    static PatientIdentifier ReadPatient(Hl7Field field, List<Hl7Problem> problems)
    {
        var identifier = Hl7Values.ReadIdentifier(field.Repetition(1));
        if (field.IsEmpty)
            problems.Add(QuerySegments.At(3, 0, Hl7ErrorCode.RequiredFieldMissing, "QPD-3, the person identifier, is missing"));
        else if (field.RepetitionCount > 1)
            problems.Add(QuerySegments.At(3, 2, Hl7ErrorCode.DataTypeError, "There is more than one person identifier"));
        else if (identifier.Id.Length == 0 || field[1].IsNull)
            problems.Add(QuerySegments.At(3, 1, Hl7ErrorCode.RequiredFieldMissing, "The person identifier has no id", 1));
        else if (identifier.Authority.IsEmpty)
            problems.Add(QuerySegments.At(3, 1, Hl7ErrorCode.RequiredFieldMissing, "The person identifier has no assigning authority", 4));
        return identifier;
    }
}
