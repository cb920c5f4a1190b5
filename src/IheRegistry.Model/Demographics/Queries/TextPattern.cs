namespace IheRegistry.Model.Demographics.Queries;

/// <summary>
/// A text that a field must be like: pieces between which anything may stand. One piece is the whole text; <c>SM*</c> is the pieces
/// <c>SM</c> and the empty one. Case, diacritics and width of characters are the supplier's to look past (ITI TF-2 3.21.4.1.3.2).
/// </summary>
/// <param name="Pieces">At least one; the first is where the text begins, the last where it ends.</param>
public sealed record TextPattern(IReadOnlyList<string> Pieces)
{
    const char Wildcard = '*';

    /// <summary>A field that is this text as a whole, an asterisk in it being one.</summary>
    /// <param name="text">The text.</param>
    public static TextPattern Whole(string text) => new([text]);

    /// <summary>A field that begins with this text, an asterisk in it being one: a V3 name with use SRCH.</summary>
    /// <param name="text">The text.</param>
    public static TextPattern Beginning(string text) => new([text, ""]);

    /// <summary>A parameter's text in which each asterisk stands for anything or nothing.</summary>
    /// <param name="text">The text.</param>
    public static TextPattern OfWildcards(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Split(Wildcard));
    }

    /// <summary>True when no wildcard is in it.</summary>
    public bool IsWhole => Pieces.Count == 1;

    /// <summary>What a text must begin with; empty when it may begin with anything.</summary>
    public string Start => Pieces[0];

    /// <summary>The pattern of the same wildcards between other pieces, such as normalised ones.</summary>
    /// <param name="change">Changes one piece.</param>
    public TextPattern Select(Func<string, string> change) => new([.. Pieces.Select(change)]);

    /// <summary>Whether a text is like this pattern, character by character.</summary>
    /// <param name="text">The text.</param>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (IsWhole) return text.SequenceEqual(Start);
        if (!text.StartsWith(Start, StringComparison.Ordinal)) return false;
        text = text[Start.Length..];
        for (var i = 1; i < Pieces.Count - 1; i++)
        {
            // The first place is as good as any later one: what is left behind it is the longest.
            var at = text.IndexOf(Pieces[i], StringComparison.Ordinal);
            if (at < 0) return false;
            text = text[(at + Pieces[i].Length)..];
        }

        return text.EndsWith(Pieces[^1], StringComparison.Ordinal);
    }

    /// <summary>Two patterns are equal when their pieces are.</summary>
    public bool Equals(TextPattern? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc/>
    public override int GetHashCode() => Pieces.Aggregate(Pieces.Count, HashCode.Combine);

    /// <summary>With asterisks for what may be anything.</summary>
    public override string ToString() => string.Join(Wildcard, Pieces);
}
