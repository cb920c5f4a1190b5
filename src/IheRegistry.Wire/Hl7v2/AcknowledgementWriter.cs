using System.Buffers;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes acknowledgements (ACK): the request's delimiters, character set, version and processing id, sender and receiver exchanged,
/// MSA-2 repeating MSH-10 (HL7 v2.5.1 section 2.9.2, ITI TF-2 C.2.3).
/// </summary>
/// <param name="clock">For MSH-7.</param>
public sealed class AcknowledgementWriter(TimeProvider clock)
{
    readonly AnswerHeader _header = new(clock);

    /// <summary>Writes the acknowledgement of a message; false, and nothing written, when the sender wants none (MSH-15, MSH-16).</summary>
    public bool Write(IBufferWriter<byte> output, Hl7Message request, Acknowledgement acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(acknowledgement);
        if (AcknowledgementMode.CodeFor(request, acknowledgement.Outcome) is not { } code) return false;
        var writer = new Hl7Writer(output, request.Delimiters.IsComplete ? request.Delimiters : Hl7Delimiters.Default, request.Charset);
        WriteHeader(writer, request);
        AnswerHeader.WriteAcknowledgement(writer, request, code, acknowledgement.Problems);
        ErrorSegments.Write(writer, request.Version, acknowledgement.Problems);
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
        writer.Header().Field(7, _header.Now()).Field(9, "ACK").Field(10, _header.NextControlId()).Field(11, "P").Field(12, "2.3.1");
        writer.Segment("MSA").Field(1, "AR").Field(3, problem.Text);
        writer.End();
    }

    void WriteHeader(Hl7Writer writer, Hl7Message request)
    {
        _header.WriteAddresses(writer, request);
        WriteMessageType(writer.Field(9), request);
        _header.WriteIds(writer, request);
        writer.Field(12, request.Header[12]).Field(18, request.Header[18]);
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
}
