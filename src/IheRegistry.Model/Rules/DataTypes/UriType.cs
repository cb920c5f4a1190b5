using System.Buffers;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>URI: a reference of RFC 3986, absolute or relative, by its characters; or a numbered piece of one, <c>1|http://...</c>.</summary>
static class UriType
{
    static readonly SearchValues<char> Legal = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    public static string? Problem(string value) =>
        value.AsSpan(PieceStart(value)).ContainsAnyExcept(Legal) ? "holds a character that no URI of RFC 3986 holds" : null;

    /// <summary>Where the text of a numbered piece begins; 0 when the value is not numbered.</summary>
    public static int PieceStart(ReadOnlySpan<char> value)
    {
        var bar = value.IndexOf('|');
        return bar > 0 && !value[..bar].ContainsAnyExceptInRange('0', '9') ? bar + 1 : 0;
    }
}
