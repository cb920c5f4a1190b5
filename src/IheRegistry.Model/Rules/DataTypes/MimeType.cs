using System.Buffers;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>mimeType: type/subtype of RFC 2045 tokens, with parameters or without.</summary>
static class MimeType
{
    static readonly SearchValues<char> Token = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+");

    public static string WithoutParameters(string value)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? value : value[..end].TrimEnd();
    }

    public static string? Problem(string value)
    {
        var text = WithoutParameters(value).AsSpan();
        var slash = text.IndexOf('/');
        return slash > 0 && slash < text.Length - 1 && !text[..slash].ContainsAnyExcept(Token) && !text[(slash + 1)..].ContainsAnyExcept(Token)
            ? null
            : "is not of the form type/subtype";
    }
}
