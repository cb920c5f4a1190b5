using System.Globalization;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// A value of sourcePatientInfo: <c>PID-n|content</c> of the HL7 v2 PID segment. Identifiers and times have the types of metadata
/// (ITI TF-3 table 4.2.3.1.7-2, Field); PID-8 is of a table that users may extend; that PID-2, 4, 12 and 19 should not be given is advice
/// (ITI TF-3 4.2.3.2.23).
/// </summary>
static class SourcePatientInfo
{
    const string Prefix = "PID-";

    /// <summary>Fields of PID in HL7 v2.5.</summary>
    const int LastField = 39;

    public static string? Problem(string value)
    {
        var bar = value.IndexOf('|');
        if (bar < 0 || !TryField(value.AsSpan(0, bar), out var field)) return "is not of the form PID-n|content";
        var content = value[(bar + 1)..];
        return content.Length == 0 ? null : ContentProblem(field, content);
    }

    static bool TryField(ReadOnlySpan<char> head, out int field)
    {
        field = 0;
        return head.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(head[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out field)
            && field is >= 1 and <= LastField;
    }

    static string? ContentProblem(int field, string content) => field switch
    {
        3 => IdentifiersProblem(content),
        7 => Dtm.IsValid(WithoutFraction(content)) ? null : "gives a birth time (PID-7) that is no date",
        _ => null,
    };

    // HL7's own TS may carry a fraction of a second and a zone, which metadata times may not; here it is content of PID.
    static string WithoutFraction(string time)
    {
        var end = time.AsSpan().IndexOfAny('.', '+', '-');
        return end < 0 ? time : time[..end];
    }

    static string? IdentifiersProblem(string content)
    {
        foreach (var identifier in content.Split('~'))
            if (Cx.Problem(identifier) is { } problem) return $"gives an identifier (PID-3) that {problem}";
        return null;
    }
}
