using System.Text;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// A media type with its parameters, read leniently: white space anywhere, values with special characters left unquoted
/// (<c>boundary=uuid:1+id=2</c>), stray semicolons.
/// </summary>
readonly struct ContentTypeParameters(string? contentType)
{
    readonly string _text = contentType ?? "";

    internal ReadOnlySpan<char> MediaType
    {
        get
        {
            var end = _text.IndexOf(';', StringComparison.Ordinal);
            return (end < 0 ? _text : _text.AsSpan(0, end)).Trim();
        }
    }

    /// <summary>The value of a parameter, unquoted; null when it is missing. Of several, the first.</summary>
    internal string? this[string name]
    {
        get
        {
            var rest = _text.AsSpan();
            SkipPast(ref rest, ';');
            while (!rest.IsEmpty)
            {
                var parameter = rest[..LengthOfParameter(rest)];
                rest = rest[Math.Min(parameter.Length + 1, rest.Length)..];
                var equals = parameter.IndexOf('=');
                if (equals > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return Unquote(parameter[(equals + 1)..].Trim());
            }

            return null;
        }
    }

    internal bool MediaTypeIs(string mediaType) => MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    static void SkipPast(ref ReadOnlySpan<char> rest, char mark)
    {
        var at = rest.IndexOf(mark);
        rest = at < 0 ? default : rest[(at + 1)..];
    }

    /// <summary>Up to the semicolon that stands outside quotes.</summary>
    static int LengthOfParameter(ReadOnlySpan<char> rest)
    {
        var quoted = false;
        for (var at = 0; at < rest.Length; at++)
        {
            switch (rest[at])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' when quoted:
                    at++;
                    break;
                case ';' when !quoted:
                    return at;
            }
        }

        return rest.Length;
    }

    static string Unquote(ReadOnlySpan<char> value)
    {
        if (value is not ['"', .. var inner])
            return value.ToString();

        inner = inner is [.. var whole, '"'] ? whole : inner;
        if (!inner.Contains('\\'))
            return inner.ToString();

        var unescaped = new StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] == '\\' && at + 1 < inner.Length)
                at++;
            unescaped.Append(inner[at]);
        }

        return unescaped.ToString();
    }
}
