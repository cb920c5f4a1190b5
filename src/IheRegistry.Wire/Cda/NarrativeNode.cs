namespace IheRegistry.Wire.Cda;

/// <summary>A piece of a narrative while it is read: text, or an element.</summary>
/// <param name="Name">Local name of an element of CDA; empty for one of another namespace; null for text.</param>
/// <param name="Text">The text; null for an element.</param>
sealed record NarrativeNode(string? Name, string? Text)
{
    /// <summary>Attributes that are kept.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    /// <summary>What is inside.</summary>
    public IReadOnlyList<NarrativeNode> Children { get; init; } = [];

    /// <summary>A node of text.</summary>
    public static NarrativeNode OfText(string text) => new(null, text);

    /// <summary>All text inside, pieces apart from each other.</summary>
    public IEnumerable<string> Texts() => Text is { } text ? [text] : Children.SelectMany(child => child.Texts());
}
