using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Client;

/// <summary>Writes messages with the MSH of who sends them to whom, in UTF-8.</summary>
sealed class Hl7Sender(PatientIdentityFeedOptions options, TimeProvider clock)
{
    /// <summary>A message; what is behind MSH is written by the caller, who is given the time in MSH-7.</summary>
    internal ReadOnlyMemory<byte> Message(string type, string triggerEvent, string structure, string version, Action<Hl7Writer, string> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new Hl7Writer(buffer, Hl7Delimiters.Default, Hl7Charset.Utf8);
        var now = clock.GetUtcNow().ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        writer.Header()
            .Field(3, options.SendingApplication).Field(4, options.SendingFacility)
            .Field(5, options.ReceivingApplication).Field(6, options.ReceivingFacility).Field(7, now)
            .Field(9).Component(1, type).Component(2, triggerEvent).Component(3, structure)
            // Twenty characters is what 2.3.1 gives MSH-10.
            .Field(10, RandomNumberGenerator.GetHexString(20, lowercase: true)).Field(11, "P").Field(12, version).Field(18, Hl7Charset.Utf8.Name);
        write(writer, now);
        writer.End();
        return buffer.WrittenMemory;
    }
}
