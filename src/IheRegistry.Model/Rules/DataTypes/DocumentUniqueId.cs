using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// DocumentEntry.uniqueId: at most 128 characters, of the form that the document's format gives its ids
/// (ITI TF-3 table 4.2.3.2-1): an OID, the <c>root^extension</c> of a CDA document with 16 characters of extension at most,
/// a UUID (a CDA root may be one), or a URI.
/// </summary>
static class DocumentUniqueId
{
    const int MaxLength = 128;
    const int MaxExtension = 16;

    public static string? Problem(string value)
    {
        if (value.Length > MaxLength) return $"is longer than {MaxLength} characters";
        if (UriType.Problem(value) is null && IsAbsoluteUri(value)) return null;
        var root = Hl7Notation.Component(value, 1);
        if (!Oid.IsValid(root) && !Guid.TryParseExact(root, "D", out _)) return "is neither an OID, nor root^extension, nor a UUID, nor a URI";
        return root.Length == value.Length ? null : ExtensionProblem(value.AsSpan(root.Length + 1));
    }

    static string? ExtensionProblem(ReadOnlySpan<char> extension)
    {
        if (extension.IsEmpty || extension.ContainsAny('^', ' ')) return "has a malformed extension after '^'";
        return extension.Length > MaxExtension ? $"has an extension of more than {MaxExtension} characters" : null;
    }

    static bool IsAbsoluteUri(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return colon > 1 && colon < value.Length - 1 && char.IsAsciiLetter(value[0]);
    }
}
