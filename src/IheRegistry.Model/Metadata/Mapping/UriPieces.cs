using System.Globalization;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>
/// A URI is one value of 256 characters at most (ITI TF-3 4.2.3.2.27). Older editions sent longer ones as numbered pieces,
/// <c>1|http://...</c>: those are still read, and written where one value cannot hold the URI.
/// </summary>
static class UriPieces
{
    /// <summary>What one value holds.</summary>
    const int MaxLength = 256;

    const int PieceLength = 100;

    public static string Join(IReadOnlyList<string> values)
    {
        if (values is [var whole] && UriType.PieceStart(whole) == 0) return whole;
        return string.Concat(values.OrderBy(Number).Select(v => v[UriType.PieceStart(v)..]));
    }

    public static IReadOnlyList<string> Split(string uri) =>
        uri.Length <= MaxLength ? [uri] : [.. uri.Chunk(PieceLength).Select((piece, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}|{new string(piece)}"))];

    static int Number(string value) =>
        int.TryParse(value.AsSpan(0, Math.Max(UriType.PieceStart(value) - 1, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
}
