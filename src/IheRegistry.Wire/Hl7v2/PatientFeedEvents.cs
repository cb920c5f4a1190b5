using IheRegistry.Model.Demographics.Feeds;
using static IheRegistry.Model.Demographics.Feeds.PatientFeedKind;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>The trigger events of the feeds, by code.</summary>
public static class PatientFeedEvents
{
    /// <summary>The events of ITI-8 (ITI TF-2 3.8.4.1.1 and 3.8.4.2.1).</summary>
    public static IReadOnlyDictionary<string, PatientFeedEvent> Iti8 { get; } =
        Table((Add, ["A01", "A04", "A05"]), (Update, ["A08"]), (Merge, ["A40"]));

    /// <summary>
    /// The events of ITI-8, ITI-30 (TF-2 3.30.4), ITI-31 (TF-2 3.31.4) and ITI-64, and those of HL7 v2.5 chapter 3 that say who a
    /// patient is. Left out are events without a PID (A20), those that delete a person (A29), and the old ones that change or
    /// merge other fields than PID-3 (A35, A39, A46, A48, A49).
    /// </summary>
    public static IReadOnlyDictionary<string, PatientFeedEvent> All { get; } = Table(
        (Add, ["A01", "A04", "A05", "A14", "A28"]),
        (Update, [
            // Movements: transfer, discharge, change of class, leave, swap, change of doctors, and the pending ones.
            "A02", "A03", "A06", "A07", "A08", "A09", "A10", "A15", "A16", "A17", "A21", "A22", "A54", "A61",
            // A movement taken back: the stay goes on.
            "A12", "A13", "A25", "A26", "A32", "A33", "A52", "A53", "A55", "A62",
            // A person, allergies of a patient.
            "A31", "A60",
            // Accounts and visits merged or moved: PID is the patient who has them now (HL7 v2.5 section 3.3.41 ff.).
            "A41", "A42", "A44", "A45", "A50", "A51",
        ]),
        (Cancel, ["A11", "A23", "A27", "A38"]),
        (Merge, ["A18", "A30", "A34", "A36", "A40"]),
        (ChangeId, ["A47"]),
        (Link, ["A24"]),
        (Unlink, ["A37"]),
        (Move, ["A43"]));

    static IReadOnlyDictionary<string, PatientFeedEvent> Table(params ReadOnlySpan<(PatientFeedKind Kind, string[] Codes)> kinds)
    {
        var table = new Dictionary<string, PatientFeedEvent>(StringComparer.Ordinal);
        foreach (var (kind, codes) in kinds)
            foreach (var code in codes)
                table.Add(code, new PatientFeedEvent(code, kind));
        return table.AsReadOnly();
    }
}
