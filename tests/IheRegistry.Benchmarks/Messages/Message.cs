using System.Globalization;
using System.Text;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>A message as bytes in which numbers of fixed width are overwritten, so that sending another one costs next to nothing.</summary>
sealed class Message
{
    readonly Dictionary<long, int[]> _places;

    Message(byte[] bytes, Dictionary<long, int[]> places) => (Bytes, _places) = (bytes, places);

    /// <summary>The message.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Makes a message in which each of the tokens, numbers that appear nowhere else in it, can be overwritten.</summary>
    internal static Message Of(byte[] bytes, params IEnumerable<long> tokens) =>
        new(bytes, tokens.ToDictionary(token => token, token => Find(bytes, token)));

    /// <summary>A copy of its own for a client.</summary>
    internal Message Copy() => new([.. Bytes], _places);

    /// <summary>Writes a number in place of a token.</summary>
    internal void Put(long token, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        var width = Text(token).Length;
        number.TryFormat(digits, out var written, "D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (written != width) throw new ArgumentOutOfRangeException(nameof(number));
        foreach (var place in _places[token]) digits[..width].CopyTo(Bytes.AsSpan(place));
    }

    static int[] Find(byte[] bytes, long token)
    {
        var text = Encoding.ASCII.GetBytes(Text(token));
        var places = new List<int>();
        for (var from = 0; bytes.AsSpan(from).IndexOf(text) is >= 0 and var at; from += at + text.Length) places.Add(from + at);
        return places.Count > 0 ? [.. places] : throw new ArgumentException($"The token {token} is not in the message.", nameof(token));
    }

    static string Text(long token) => token.ToString(CultureInfo.InvariantCulture);
}
