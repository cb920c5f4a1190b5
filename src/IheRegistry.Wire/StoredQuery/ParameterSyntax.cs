using System.Buffers;

namespace IheRegistry.Wire.StoredQuery;

/// <summary>
/// The coding of values inside a Slot of a stored query (ITI TF-2 3.18.4.1.2.3.5): <c>'text'</c> with doubled quotes inside, bare numbers,
/// <c>('a','b')</c> lists, a list spread over several Value elements. White space between the tokens is tolerated, and so is a single value
/// without the parentheses that a list should have, or with those that it should not.
/// </summary>
static class ParameterSyntax
{
    static readonly SearchValues<char> TokenEnd = SearchValues.Create(",()' \t\r\n");

    /// <summary>Adds the values of one Value element; the answer says what is wrong, or is null.</summary>
    internal static string? Parse(ReadOnlySpan<char> text, int maxLength, List<string> values)
    {
        var rest = text.Trim();
        if (rest.IsEmpty) return "holds no value";
        if (rest[0] != '(') return ParseOne(ref rest, maxLength, values) ?? NothingBehind(rest);
        if (rest[^1] != ')') return $"has no closing parenthesis in {Shown(text)}";
        return ParseList(rest[1..^1], maxLength, values);
    }

    /// <summary>A value as it is quoted in an error, cut to what a person needs to find it.</summary>
    internal static string Shown(ReadOnlySpan<char> text) => text.Length <= 100 ? $"\"{text}\"" : $"\"{text[..100]}...\"";

    static string? ParseList(ReadOnlySpan<char> rest, int maxLength, List<string> values)
    {
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.IsEmpty) return "holds a list in which a value is missing";
            if (ParseOne(ref rest, maxLength, values) is { } problem) return problem;
            rest = rest.TrimStart();
            if (rest.IsEmpty) return null;
            if (rest[0] != ',') return $"has no comma before {Shown(rest)}";
            rest = rest[1..];
        }
    }

    static string? ParseOne(ref ReadOnlySpan<char> rest, int maxLength, List<string> values)
    {
        var problem = rest[0] == '\'' ? ParseText(ref rest, out var value) : ParseNumber(ref rest, out value);
        if (problem is not null) return problem;
        if (value.Length > maxLength) return $"has a value of more than {maxLength} characters";
        values.Add(value);
        return null;
    }

    static string? ParseText(ref ReadOnlySpan<char> rest, out string value)
    {
        value = "";
        var end = 1;
        var doubled = false;
        while (true)
        {
            var quote = rest[end..].IndexOf('\'');
            if (quote < 0) return $"has no closing quote in {Shown(rest)}";
            end += quote + 1;
            if (end == rest.Length || rest[end] != '\'') break;
            doubled = true;
            end++;
        }

        value = rest[1..(end - 1)].ToString();
        if (doubled) value = value.Replace("''", "'", StringComparison.Ordinal);
        rest = rest[end..];
        return null;
    }

    static string? ParseNumber(ref ReadOnlySpan<char> rest, out string value)
    {
        var length = rest.IndexOfAny(TokenEnd) is var end and >= 0 ? end : rest.Length;
        var token = rest[..length];
        value = "";
        if (token.IsEmpty || token.ContainsAnyExceptInRange('0', '9')) return $"has no single quotes around {Shown(rest)}";
        value = token.ToString();
        rest = rest[length..];
        return null;
    }

    static string? NothingBehind(ReadOnlySpan<char> rest) => rest.TrimStart().IsEmpty ? null : $"has text behind its value: {Shown(rest)}";
}
