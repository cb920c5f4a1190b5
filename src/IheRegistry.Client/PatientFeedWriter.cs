using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Client;

/// <summary>Writes the messages of ITI-8 as HL7 v2.3.1 has them (ITI TF-2 3.8.4.1.2, 3.8.4.2.2), in UTF-8.</summary>
sealed class PatientFeedWriter(PatientIdentityFeedOptions options, TimeProvider clock)
{
    internal ReadOnlyMemory<byte> Patient(string triggerEvent, PatientId patient, PatientDemographics demographics) =>
        Message(triggerEvent, "ADT_A01", writer =>
        {
            WritePatient(writer, patient, demographics);
            writer.Segment("PV1").Field(2, PatientClass(triggerEvent));
        });

    internal ReadOnlyMemory<byte> Merge(PatientId subsumed, PatientId surviving) => Message("A40", "ADT_A39", writer =>
    {
        WritePatient(writer, surviving, new PatientDemographics());
        WriteId(writer.Segment("MRG").Field(1), subsumed);
    });

    ReadOnlyMemory<byte> Message(string triggerEvent, string structure, Action<Hl7Writer> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new Hl7Writer(buffer, Hl7Delimiters.Default, Hl7Charset.Utf8);
        var now = clock.GetUtcNow().ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        writer.Header()
            .Field(3, options.SendingApplication).Field(4, options.SendingFacility)
            .Field(5, options.ReceivingApplication).Field(6, options.ReceivingFacility).Field(7, now)
            .Field(9).Component(1, "ADT").Component(2, triggerEvent).Component(3, structure)
            // Twenty characters is what 2.3.1 gives MSH-10.
            .Field(10, RandomNumberGenerator.GetHexString(20, lowercase: true)).Field(11, "P").Field(12, "2.3.1").Field(18, "UNICODE UTF-8");
        writer.Segment("EVN").Field(1, triggerEvent).Field(2, now);
        write(writer);
        writer.End();
        return buffer.WrittenMemory;
    }

    static void WritePatient(Hl7Writer writer, PatientId patient, PatientDemographics demographics)
    {
        WriteId(writer.Segment("PID").Field(3), patient);
        writer.Field(5);
        Repeat(writer, demographics.Names, name => writer
            .Component(1, name.Family).Component(2, name.Given).Component(3, name.Middle).Component(4, name.Suffix)
            .Component(5, name.Prefix).Component(7, name.Type).Component(8, name.Representation));
        writer.Field(7, demographics.BirthDate ?? "").Field(8, demographics.Sex ?? "").Field(11);
        Repeat(writer, demographics.Addresses, address => writer
            .Component(1, address.Street).Component(2, address.OtherDesignation).Component(3, address.City).Component(4, address.State)
            .Component(5, address.PostalCode).Component(6, address.Country).Component(7, address.Type));
    }

    static void WriteId(Hl7Writer field, PatientId id) =>
        field.Component(1, id.Id).Component(4).Subcomponent(2, id.Authority).Subcomponent(3, "ISO");

    static void Repeat<T>(Hl7Writer writer, IReadOnlyList<T>? values, Action<T> write)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
        {
            if (i > 0) writer.Repetition();
            write(values![i]);
        }
    }

    // HL7 table 0004; PV1-2 is required.
    static string PatientClass(string triggerEvent) => triggerEvent switch
    {
        "A01" => "I",
        "A05" => "P",
        _ => "O",
    };
}
