using System.Buffers;
using System.Globalization;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes the answers to queries, of HL7 v2.5 as the framework says: RSP^K23 (ITI TF-2 3.9.4.2), RSP^K22 (3.21.4.2) and RSP^ZV2
/// (3.22.4.2), in the request's delimiters and character set; in UTF-8 where that has no bytes for what is to be said.
/// </summary>
/// <param name="clock">For MSH-7.</param>
public sealed class QueryResponseWriter(TimeProvider clock)
{
    const string Version = "2.5";

    readonly AnswerHeader _header = new(clock);

    /// <summary>Answers a PIX query.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="request">The query.</param>
    /// <param name="answer">What came of it.</param>
    public void Write(IBufferWriter<byte> output, Hl7Message request, PixAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var problems = QueryProblems.Of(answer);
        Write(output, request, new Outcome(Code(problems), Status(problems, answer.Identifiers.Count), problems), writer =>
        {
            if (answer.Identifiers.Count == 0) return;
            // No name: an empty first repetition, and a second one that says so (3.9.4.2.2.5).
            writer.Segment("PID").Identifiers(3, answer.Identifiers).Field(5).Repetition().Component(7, "S");
        });
    }

    /// <summary>Answers a demographics query, with visits when it is one of ITI-22.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="request">The query.</param>
    /// <param name="answer">What came of it.</param>
    public void Write(IBufferWriter<byte> output, Hl7Message request, PdqAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        var problems = QueryProblems.Of(answer, request);
        var outcome = new Outcome(Code(problems), Status(problems, answer.Patients.Count), problems)
        {
            Hits = problems.Count == 0 ? (answer.Total, answer.Patients.Count, answer.Remaining) : null,
        };
        Write(output, request, outcome, writer =>
        {
            for (var i = 0; i < answer.Patients.Count; i++) WritePatient(writer, answer.Patients[i], i + 1, PdqQueryReader.IsAboutVisits(request));
            // DSC-2: an interactive continuation (HL7 table 0398).
            if (answer.Pointer is { } pointer) writer.Segment("DSC").Field(1, pointer).Field(2, "I");
        });
    }

    /// <summary>Answers a query that could not be read, in the form of an answer to it.</summary>
    /// <param name="output">Takes the message.</param>
    /// <param name="request">The query.</param>
    /// <param name="problems">What is wrong with it; one is an error at least.</param>
    public void WriteRefusal(IBufferWriter<byte> output, Hl7Message request, IReadOnlyList<Hl7Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        Write(output, request, new Outcome(Code(problems), Code(problems), problems), static _ => { });
    }

    void Write(IBufferWriter<byte> output, Hl7Message request, Outcome outcome, Action<Hl7Writer> writeBody)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Charset.HoldsAllCharacters)
        {
            WriteIn(output, request.Charset, request, outcome, writeBody);
            return;
        }

        var answer = new ArrayBufferWriter<byte>(1024);
        WriteIn(answer, Hl7Charset.Utf8, request, outcome, writeBody, keepsDeclared: true);
        if (request.Charset.TryEncode(Hl7Charset.Utf8.Encoding.GetString(answer.WrittenSpan), out var encoded)) output.Write(encoded);
        else WriteIn(output, Hl7Charset.Utf8, request, outcome, writeBody);
    }

    void WriteIn(
        IBufferWriter<byte> output, Hl7Charset charset, Hl7Message request, Outcome outcome, Action<Hl7Writer> writeBody, bool keepsDeclared = false)
    {
        var writer = new Hl7Writer(output, request.Delimiters.IsComplete ? request.Delimiters : Hl7Delimiters.Default, charset);
        WriteHeader(writer, request);
        if (keepsDeclared) writer.Field(18, request.Header[18]);
        else writer.Field(18, charset.Name);
        AnswerHeader.WriteAcknowledgement(writer, request, outcome.Code, outcome.Problems);
        ErrorSegments.Write(writer, Version, outcome.Problems);
        WriteQueryAcknowledgement(writer, request["QPD"], outcome);
        EchoQuery(writer, request["QPD"]);
        writeBody(writer);
        writer.End();
    }

    void WriteHeader(Hl7Writer writer, Hl7Message request)
    {
        var (trigger, structure) = request.TriggerEvent switch
        {
            "Q22" => ("K22", "RSP_K21"),
            PdqQueryReader.VisitQuery => ("ZV2", "RSP_ZV2"),
            _ => ("K23", "RSP_K23"),
        };
        _header.WriteAddresses(writer, request);
        writer.Field(9).Component(1, "RSP").Component(2, trigger).Component(3, structure);
        _header.WriteIds(writer, request);
        writer.Field(12, Version);
    }

    // QAK-4 to QAK-6: how many there are, in this answer and behind it.
    static void WriteQueryAcknowledgement(Hl7Writer writer, Hl7Segment qpd, Outcome outcome)
    {
        writer.Segment("QAK").Field(1, qpd[2]).Field(2, outcome.Status).Field(3, qpd[1]);
        if (outcome.Hits is var (total, here, remaining))
            writer.Field(4, Number(total)).Field(5, Number(here)).Field(6, Number(remaining));
    }

    static void EchoQuery(Hl7Writer writer, Hl7Segment qpd)
    {
        if (!qpd.Exists) return;
        writer.Segment("QPD");
        for (var field = 1; field <= qpd.FieldCount; field++) writer.Field(field, qpd[field]);
    }

    static void WritePatient(Hl7Writer writer, PdqPatient patient, int number, bool withVisit)
    {
        writer.Pid(patient.Identifiers, patient.Demographics, number);
        if (withVisit) writer.Pv1(patient.Visit ?? new PatientVisit(), number);
        writer.Segment("QRI").Field(1, (patient.MatchPercent / 100m).ToString("0.00", CultureInfo.InvariantCulture));
    }

    static string Code(IReadOnlyList<Hl7Problem> problems) =>
        problems.Count == 0 ? "AA" : problems.Any(problem => problem.Code.IsRejection()) ? "AR" : "AE";

    // HL7 table 0208.
    static string Status(IReadOnlyList<Hl7Problem> problems, int found) =>
        problems.Count > 0 ? Code(problems) : found > 0 ? "OK" : "NF";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    sealed record Outcome(string Code, string Status, IReadOnlyList<Hl7Problem> Problems)
    {
        public (int Total, int Here, int Remaining)? Hits { get; init; }
    }
}
