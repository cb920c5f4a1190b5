using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes acknowledgements (ACK): the request's delimiters, character set, version and processing id, sender and receiver exchanged,
/// MSA-2 repeating MSH-10 (HL7 v2.5.1 section 2.9.2, ITI TF-2 C.2.3).
/// </summary>
/// <param name="clock">For MSH-7.</param>
public sealed class AcknowledgementWriter(TimeProvider clock)
{
    // MSH-10 has to be unique at the sender: a random start and a count. 16 digits fit the 20 characters of HL7 2.3.1.
    long _lastControlId = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>Writes the acknowledgement of a message; false, and nothing written, when the sender wants none (MSH-15, MSH-16).</summary>
    public bool Write(IBufferWriter<byte> output, Hl7Message request, Acknowledgement acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(acknowledgement);
        if (AcknowledgementMode.CodeFor(request, acknowledgement.Outcome) is not { } code) return false;
        var writer = new Hl7Writer(output, request.Delimiters.IsComplete ? request.Delimiters : Hl7Delimiters.Default, request.Charset);
        WriteHeader(writer, request);
        writer.Segment("MSA").Field(1, code).Field(2, request.Header[10]);
        if (acknowledgement.Problems.Count > 0) writer.Field(3, acknowledgement.Problems[0].Text);
        WriteErrors(writer, request.Version, acknowledgement.Problems);
        writer.End();
        return true;
    }

    /// <summary>
    /// Rejects bytes that are not a message, or not a whole one; false when not even an MSH can be read from them and nothing is written.
    /// </summary>
    public bool WriteRejection(IBufferWriter<byte> output, ReadOnlyMemory<byte> received, Hl7Problem problem) =>
        Hl7Message.TryReadHeader(received, out var header)
        && Write(output, header, new Acknowledgement(AcknowledgementOutcome.Rejected, [problem]));

    /// <summary>
    /// Rejects a frame that has no readable MSH. The sender is waiting for an answer to it, so it gets one, though it can only be
    /// told apart by its place in the stream: MSA-2 is empty.
    /// </summary>
    public void WriteUnaddressedRejection(IBufferWriter<byte> output, Hl7Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var writer = new Hl7Writer(output, Hl7Delimiters.Default, Hl7Charset.Utf8);
        writer.Header().Field(7, Now()).Field(9, "ACK").Field(10, NextControlId()).Field(11, "P").Field(12, "2.3.1");
        writer.Segment("MSA").Field(1, "AR").Field(3, problem.Text);
        writer.End();
    }

    void WriteHeader(Hl7Writer writer, Hl7Message request)
    {
        var header = request.Header;
        writer.Header().Field(3, header[5]).Field(4, header[6]).Field(5, header[3]).Field(6, header[4]).Field(7, Now());
        WriteMessageType(writer.Field(9), request);
        writer.Field(10, NextControlId()).Field(11, header[11]).Field(12, header[12]).Field(18, header[18]);
    }

    // The trigger event came with 2.2, the message structure with 2.3.1.
    static void WriteMessageType(Hl7Writer writer, Hl7Message request)
    {
        writer.Component(1, "ACK");
        var version = request.Version;
        if (version is "2.1") return;
        writer.Component(2, request.Header[9][2].Text);
        if (version is not ("2.2" or "2.3")) writer.Component(3, "ACK");
    }

    static void WriteErrors(Hl7Writer writer, string version, IReadOnlyList<Hl7Problem> problems)
    {
        if (problems.Count == 0) return;
        if (HasErrorLocations(version)) foreach (var problem in problems) WriteError(writer, problem);
        else WriteOldError(writer, problems);
    }

    // ERR-2 to ERR-12 came with 2.5.
    static bool HasErrorLocations(string version) => version is not ("2.1" or "2.2" or "2.3" or "2.3.1" or "2.4");

    static void WriteError(Hl7Writer writer, Hl7Problem problem)
    {
        var location = problem.Location;
        writer.Segment("ERR").Field(2).Component(1, location.Segment).Component(2, Number(location.SegmentSequence));
        writer.Component(3, Number(location.Field)).Component(4, Number(location.Repetition));
        writer.Component(5, Number(location.Component)).Component(6, Number(location.Subcomponent));
        writer.Field(3).Component(1, problem.Code.ToWire()).Component(2, problem.Code.DisplayText()).Component(3, "HL70357");
        writer.Field(4, Severity(problem.Severity)).Field(7, problem.Diagnostics).Field(8, problem.Text);
    }

    // ERR-1, data type ELD: segment, sequence, field and a coded error whose parts are subcomponents. It has no severity, so
    // what is only a warning cannot be told.
    static void WriteOldError(Hl7Writer writer, IReadOnlyList<Hl7Problem> problems)
    {
        var count = 0;
        foreach (var (code, location, _, severity) in problems)
        {
            if (severity != Hl7Severity.Error) continue;
            if (count++ == 0) writer.Segment("ERR").Field(1);
            else writer.Repetition();
            writer.Component(1, location.Segment).Component(2, Number(location.SegmentSequence)).Component(3, Number(location.Field));
            writer.Component(4).Subcomponent(1, code.ToWire()).Subcomponent(2, code.DisplayText()).Subcomponent(3, "HL70357");
        }
    }

    static string Severity(Hl7Severity severity) => severity switch
    {
        Hl7Severity.Error => "E",
        Hl7Severity.Warning => "W",
        _ => "I",
    };

    static string Number(int value) => value == 0 ? "" : value.ToString(CultureInfo.InvariantCulture);

    string Now() => clock.GetUtcNow().ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);

    string NextControlId() => Interlocked.Increment(ref _lastControlId).ToString("x16", CultureInfo.InvariantCulture);
}
