using System.Buffers;

namespace IheRegistry.Model.Identity;

/// <summary>entryUUIDs: <c>urn:uuid:</c> and a lower-case UUID (ITI TF-3 4.2.3.2.7 and 4.2.3.1.5).</summary>
public static class EntryUuid
{
    const string Prefix = "urn:uuid:";

    // Guid also takes "0x", "+" and blanks in place of digits: other spellings of the same UUID.
    static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdef-");

    /// <summary>A new random entryUUID.</summary>
    public static string New() => string.Create(Prefix.Length + 36, Guid.NewGuid(), static (span, guid) =>
    {
        Prefix.CopyTo(span);
        guid.TryFormat(span[Prefix.Length..], out _, "D");
    });

    /// <summary>True when the id claims to be a UUID; any other id in a submission is symbolic (ITI TF-3 4.2.3.1.5).</summary>
    public static bool IsUuidUrn(string? id) => id is not null && id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>True for a well-formed entryUUID: lower-case hexadecimal digits in the 8-4-4-4-12 form.</summary>
    public static bool IsValid(string? id) =>
        IsUuidUrn(id) && id!.Length == Prefix.Length + 36 && Guid.TryParseExact(id.AsSpan(Prefix.Length), "D", out _)
        && !id.AsSpan(Prefix.Length).ContainsAnyExcept(Characters);
}
