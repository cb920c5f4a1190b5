using System.Globalization;
using System.Text;

namespace IheRegistry.Store.Documents;

/// <summary>
/// The folder name of an owner. Digits, lower-case letters, '-' and inner dots stand for themselves, so that an OID can be read on disk;
/// every other byte of the UTF-8 form is _hh. No two owners share a folder, even where the file system ignores case, no owner reaches a
/// path of ours or anyone's, and the name can be read back.
/// </summary>
static class OwnerFolder
{
    /// <summary>The limit of a file name on the file systems of Linux.</summary>
    const int MaxLength = 255;

    /// <summary>Refuses half a surrogate pair, which would otherwise become the same U+FFFD for every owner that has one.</summary>
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Encode(string owner)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        var name = new StringBuilder(owner.Length);
        foreach (var octet in Strict.GetBytes(owner))
        {
            if (IsPlain(octet, name.Length))
                name.Append((char)octet);
            else
                name.Append(CultureInfo.InvariantCulture, $"_{octet:x2}");
        }
        return name.Length <= MaxLength ? name.ToString() : throw new ArgumentException("The owner's name is too long.", nameof(owner));
    }

    public static string? Decode(string folder)
    {
        var octets = new List<byte>(folder.Length);
        for (var rest = folder.AsSpan(); rest.Length > 0;)
        {
            var escaped = rest[0] == '_';
            var octet = (byte)rest[0];
            if (escaped && (rest.Length < 3 || !byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, null, out octet)))
                return null;
            octets.Add(octet);
            rest = rest[(escaped ? 3 : 1)..];
        }
        var owner = Encoding.UTF8.GetString([.. octets]);
        // Only a name that we would have written ourselves is an owner's.
        return owner.Length > 0 && Encode(owner) == folder ? owner : null;
    }

    static bool IsPlain(byte octet, int position) =>
        char.IsAsciiDigit((char)octet) || char.IsAsciiLetterLower((char)octet) || octet == '-' || (octet == '.' && position > 0);
}
