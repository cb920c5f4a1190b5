using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Model.Identity;

/// <summary>
/// A patient identifier as XDS carries it: CX with an id and an assigning authority by OID,
/// <c>id^^^&amp;oid&amp;ISO</c> (ITI TF-3 table 4.2.3.1.7-2, data type CX).
/// </summary>
/// <param name="Id">CX.1, as sent, HL7 escapes kept.</param>
/// <param name="Authority">CX.4.2, the assigning authority's OID.</param>
public sealed record PatientId(string Id, string Authority)
{
    /// <summary>Bound on CX.1: no value of ebRIM is longer (ITI TF-3 4.2.3.1.1); HL7's own 15 characters are not enforced (4.2.3.1.7).</summary>
    public const int MaxIdLength = 256;

    /// <summary>Reads a CX; the answer says what is wrong with the text if it is not one of XDS's form.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PatientId? patientId, [NotNullWhen(false)] out string? problem)
    {
        patientId = null;
        problem = Problem(text, out var id, out var authority);
        if (problem is null) patientId = new PatientId(id!, authority!);
        return problem is null;
    }

    /// <summary>Reads a CX of XDS's form, or null.</summary>
    public static PatientId? Parse(string? text) => TryParse(text, out var id, out _) ? id : null;

    /// <summary>The wire form, <c>id^^^&amp;oid&amp;ISO</c>.</summary>
    public override string ToString() => $"{Id}^^^&{Authority}&ISO";

    static string? Problem(string? text, out string? id, out string? authority)
    {
        id = authority = null;
        if (string.IsNullOrEmpty(text)) return "is empty";
        var fields = text.Split('^');
        if (fields.Length < 4 || fields[0].Length == 0) return "is not of the form id^^^&oid&ISO";
        if (fields[0].Length > MaxIdLength) return $"has an id of more than {MaxIdLength} characters";
        if (fields[1].Length + fields[2].Length > 0) return "has a check digit (CX.2, CX.3), which XDS forbids";
        if (fields.Skip(4).Any(f => f.Length > 0)) return "has components after the assigning authority";
        var parts = fields[3].Split('&');
        if (parts.Length != 3 || parts[2] != "ISO") return "names no assigning authority of the form &oid&ISO";
        if (!Oid.IsValid(parts[1])) return $"names an assigning authority '{parts[1]}' that is no OID";
        if (parts[0].Length > 0) return "gives a namespace id (CX.4.1), which XDS forbids";
        (id, authority) = (fields[0], parts[1]);
        return null;
    }
}
