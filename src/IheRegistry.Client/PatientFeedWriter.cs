using System.Collections.Frozen;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Client;

/// <summary>
/// Writes the messages of the feeds in UTF-8: those of ITI-8 as HL7 v2.3.1 has them (ITI TF-2 3.8.4.1.2, 3.8.4.2.2), the others of
/// ITI-30, ITI-31 and ITI-64 as v2.5 does.
/// </summary>
sealed class PatientFeedWriter(Hl7Sender sender)
{
    static readonly FrozenDictionary<string, string> Structures = new Dictionary<string, string>
    {
        ["A01"] = "ADT_A01",
        ["A02"] = "ADT_A02",
        ["A03"] = "ADT_A03",
        ["A04"] = "ADT_A01",
        ["A05"] = "ADT_A01",
        ["A06"] = "ADT_A06",
        ["A07"] = "ADT_A06",
        ["A08"] = "ADT_A01",
        ["A11"] = "ADT_A09",
        ["A12"] = "ADT_A09",
        ["A13"] = "ADT_A01",
        ["A14"] = "ADT_A05",
        ["A15"] = "ADT_A15",
        ["A16"] = "ADT_A16",
        ["A21"] = "ADT_A21",
        ["A22"] = "ADT_A21",
        ["A25"] = "ADT_A21",
        ["A26"] = "ADT_A21",
        ["A27"] = "ADT_A21",
        ["A28"] = "ADT_A05",
        ["A31"] = "ADT_A05",
        ["A38"] = "ADT_A38",
        ["A52"] = "ADT_A52",
        ["A53"] = "ADT_A52",
        ["A54"] = "ADT_A54",
        ["A55"] = "ADT_A52",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for an event about one patient.</summary>
    internal static bool IsAboutOnePatient(string triggerEvent) => Structures.ContainsKey(triggerEvent);

    internal ReadOnlyMemory<byte> Patient(string triggerEvent, PatientFeedEntry patient) =>
        Message(triggerEvent, Structures[triggerEvent], writer => writer
            .Pid(patient.Identifiers, patient.Demographics)
            .Pv1(patient.Visit ?? new PatientVisit { PatientClass = PatientClass(triggerEvent) }));

    /// <summary>A40, A47 and A43: PID and MRG.</summary>
    internal ReadOnlyMemory<byte> Replacement(
        string triggerEvent, string structure, IReadOnlyList<PatientIdentifier> now, IReadOnlyList<PatientIdentifier> before) =>
        Message(triggerEvent, structure, writer => writer.Pid(now, PatientDemographics.None).Mrg(before));

    /// <summary>A24 and A37: two PIDs.</summary>
    internal ReadOnlyMemory<byte> Pair(string triggerEvent, string structure, PatientIdentifier one, PatientIdentifier other) =>
        Message(triggerEvent, structure, writer => writer.Pid([one], PatientDemographics.None).Pid([other], PatientDemographics.None));

    ReadOnlyMemory<byte> Message(string triggerEvent, string structure, Action<Hl7Writer> write) =>
        sender.Message("ADT", triggerEvent, structure, PatientFeedEvents.Iti8.ContainsKey(triggerEvent) ? "2.3.1" : "2.5", (writer, now) =>
        {
            writer.Segment("EVN").Field(1, triggerEvent).Field(2, now);
            write(writer);
        });

    // HL7 table 0004; PV1-2 is required, and N where there is no visit.
    static string PatientClass(string triggerEvent) => triggerEvent switch
    {
        "A01" or "A02" or "A03" or "A06" => "I",
        "A05" or "A14" or "A38" => "P",
        "A28" or "A31" => "N",
        _ => "O",
    };
}
