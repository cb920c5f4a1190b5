using System.Collections.Frozen;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>What every message must have in its MSH to be processed (ITI TF-2 C.2.2).</summary>
static class HeaderRules
{
    static readonly FrozenSet<string> Versions = FrozenSet.ToFrozenSet(
        ["2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1", "2.8.2"], StringComparer.Ordinal);

    /// <summary>Checks the control id, the processing id where only some are taken, and the version.</summary>
    public static void Check(Hl7Message message, IReadOnlySet<string>? processingIds, List<Hl7Problem> problems)
    {
        var header = message.Header;
        if (header[10].IsEmpty)
            problems.Add(At(10, Hl7ErrorCode.RequiredFieldMissing, "MSH-10, the message control id, is missing"));
        if (processingIds is not null && !processingIds.Contains(header[11].Text))
            problems.Add(At(11, Hl7ErrorCode.UnsupportedProcessingId, "Messages of this processing id are not taken here", 1));
        if (header[12].IsEmpty) problems.Add(At(12, Hl7ErrorCode.RequiredFieldMissing, "MSH-12, the version id, is missing"));
        else if (!Versions.Contains(header[12].Text))
            problems.Add(At(12, Hl7ErrorCode.UnsupportedVersionId, "The version is not supported", 1));
    }

    /// <summary>A problem with a field of MSH.</summary>
    public static Hl7Problem At(int field, Hl7ErrorCode code, string text, int component = 0) =>
        new(code, new("MSH", 1, field, component == 0 ? 0 : 1, component), text);
}
