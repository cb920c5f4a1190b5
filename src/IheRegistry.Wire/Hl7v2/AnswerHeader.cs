using System.Globalization;
using System.Security.Cryptography;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes MSH and MSA of answers: sender and receiver exchanged, the request's processing id, MSA-2 repeating MSH-10 (HL7 v2.5.1
/// section 2.9.2, ITI TF-2 C.2.3).
/// </summary>
/// <param name="clock">For MSH-7.</param>
sealed class AnswerHeader(TimeProvider clock)
{
    // MSH-10 has to be unique at the sender: a random start and a count. 16 digits fit the 20 characters of HL7 2.3.1.
    long _lastControlId = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>MSH up to MSH-8; the caller goes on with MSH-9.</summary>
    public void WriteAddresses(Hl7Writer writer, Hl7Message request)
    {
        var header = request.Header;
        writer.Header().Field(3, header[5]).Field(4, header[6]).Field(5, header[3]).Field(6, header[4]).Field(7, Now());
    }

    /// <summary>MSH-10 and MSH-11; the caller goes on with the version.</summary>
    public void WriteIds(Hl7Writer writer, Hl7Message request) => writer.Field(10, NextControlId()).Field(11, request.Header[11]);

    /// <summary>MSA; its text is that of the first problem.</summary>
    public static void WriteAcknowledgement(Hl7Writer writer, Hl7Message request, string code, IReadOnlyList<Hl7Problem> problems)
    {
        writer.Segment("MSA").Field(1, code).Field(2, request.Header[10]);
        if (problems.Count > 0) writer.Field(3, problems[0].Text);
    }

    public string Now() => clock.GetUtcNow().ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);

    public string NextControlId() => Interlocked.Increment(ref _lastControlId).ToString("x16", CultureInfo.InvariantCulture);
}
