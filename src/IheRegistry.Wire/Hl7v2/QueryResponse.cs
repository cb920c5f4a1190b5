using System.Globalization;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>The answer to a query as a consumer reads it: RSP^K23, RSP^K22 or RSP^ZV2.</summary>
public sealed record QueryResponse
{
    /// <summary>MSA-1: AA, AE or AR.</summary>
    public required string Code { get; init; }

    /// <summary>MSA-2, MSH-10 of the query.</summary>
    public required string RequestId { get; init; }

    /// <summary>QAK-1, the query tag.</summary>
    public required string QueryTag { get; init; }

    /// <summary>QAK-2: OK, NF, AE or AR.</summary>
    public required string Status { get; init; }

    /// <summary>QAK-4, how many there are altogether; null when not said.</summary>
    public int? Total { get; init; }

    /// <summary>QAK-6, how many come behind these; null when not said.</summary>
    public int? Remaining { get; init; }

    /// <summary>ERR: what is wrong with the query.</summary>
    public IReadOnlyList<QueryResponseError> Errors { get; init; } = [];

    /// <summary>
    /// PID with its PV1 and QRI; for a PIX query one with the identifiers and no name.
    /// </summary>
    public IReadOnlyList<PdqPatient> Patients { get; init; } = [];

    /// <summary>DSC-1, with which the next increment can be asked for; null when this is the last.</summary>
    public string? Pointer { get; init; }

    /// <summary>Reads a message; null when it has no MSA.</summary>
    public static QueryResponse? Read(Hl7Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (msa, qak) = (message["MSA"], message["QAK"]);
        if (!msa.Exists) return null;
        return new QueryResponse
        {
            Code = msa[1].Text,
            RequestId = msa[2].Text,
            QueryTag = qak[1].Text,
            Status = qak[2].Text,
            Total = Number(qak[4]),
            Remaining = Number(qak[6]),
            Errors = ReadErrors(message),
            Patients = ReadPatients(message),
            Pointer = message["DSC"][1].Text is { Length: > 0 } pointer ? pointer : null,
        };
    }

    static List<QueryResponseError> ReadErrors(Hl7Message message)
    {
        var errors = new List<QueryResponseError>();
        foreach (var segment in message)
            if (segment.Is("ERR")) errors.Add(new(segment[2].ToString(), segment[3].Text, segment[8].Text));
        return errors;
    }

    static List<PdqPatient> ReadPatients(Hl7Message message)
    {
        var patients = new List<PdqPatient>();
        foreach (var segment in message)
        {
            if (segment.Is("PID"))
                patients.Add(new(PatientSegment.ReadIdentifiers(segment[3]), PatientSegment.ReadDemographics(segment, default), MatchPercent: 0));
            else if (patients.Count > 0 && segment.Is("PV1"))
                patients[^1] = patients[^1] with { Visit = VisitSegment.Read(segment) };
            else if (patients.Count > 0 && segment.Is("QRI"))
                patients[^1] = patients[^1] with { MatchPercent = Percent(segment[1]) };
        }

        return patients;
    }

    static int? Number(Hl7Field field) =>
        int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static int Percent(Hl7Field field) =>
        decimal.TryParse(field.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part <= 1 ? (int)(part * 100) : 0;
}
