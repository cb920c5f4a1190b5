namespace IheRegistry.Wire.Cda;

/// <summary>Fits what was read into what the narrative schema allows.</summary>
static class NarrativeFit
{
    /// <summary>The children as they may stand in an element with text.</summary>
    public static IReadOnlyList<NarrativeNode> Into(NarrativeRule parent, IReadOnlyList<NarrativeNode> children) =>
        TryInto(parent, children) ?? throw new InvalidOperationException("An element with text takes any text.");

    // Null when the parent takes no text, but there is some that has no other place.
    static List<NarrativeNode>? TryInto(NarrativeRule parent, IReadOnlyList<NarrativeNode> children)
    {
        var fitted = new List<NarrativeNode>(children.Count);
        foreach (var child in children)
            if (!TryAdd(parent, child, fitted)) return null;
        if (!parent.IsMixed && parent.Children.Length > 1) return InOrder(parent, fitted);
        return fitted;
    }

    static bool TryAdd(NarrativeRule parent, NarrativeNode child, List<NarrativeNode> fitted)
    {
        if (child.Text is { } text) return TryAddText(parent, text, fitted);
        if (NarrativeGrammar.Find(child.Name!) is not { } rule || !IsAllowed(parent, child.Name!, fitted)) return TryDissolve(parent, child, fitted);
        var inside = TryInto(rule, child.Children);
        if (inside is null) return TryAddText(parent, string.Join(' ', child.Texts()), fitted);
        if (IsComplete(rule, inside)) fitted.Add(child with { Children = inside });
        else return TryAddText(parent, string.Join(' ', inside.SelectMany(node => node.Texts())), fitted);
        return true;
    }

    // A caption is the first thing in what it belongs to, where text may be around it.
    static bool IsAllowed(NarrativeRule parent, string name, List<NarrativeNode> before) =>
        parent.Children.Contains(name) && (name != "caption" || !parent.IsMixed || before.TrueForAll(node => node.Name is null));

    static bool IsComplete(NarrativeRule rule, List<NarrativeNode> inside) =>
        rule.Needs is null || inside.Exists(node => rule.Needs.Length == 0 || node.Name == rule.Needs);

    static bool TryAddText(NarrativeRule parent, string text, List<NarrativeNode> fitted)
    {
        if (parent.IsMixed) fitted.Add(NarrativeNode.OfText(text));
        return parent.IsMixed || string.IsNullOrWhiteSpace(text);
    }

    // Its tags go, and what is inside it is the parent's; blanks keep the words apart.
    static bool TryDissolve(NarrativeRule parent, NarrativeNode child, List<NarrativeNode> fitted)
    {
        TryAddText(parent, " ", fitted);
        foreach (var inner in child.Children)
            if (!TryAdd(parent, inner, fitted)) return false;
        return TryAddText(parent, " ", fitted);
    }

    // A foot before the body it belongs to is where the schema wants it, whatever the sender's idea. One caption, and either kind of column.
    static List<NarrativeNode>? InOrder(NarrativeRule parent, List<NarrativeNode> fitted)
    {
        foreach (var single in (ReadOnlySpan<string>)["caption", "thead", "tfoot"])
            if (fitted.Count(node => node.Name == single) > 1) return null;
        if (fitted.Exists(node => node.Name == "colgroup")) fitted.RemoveAll(node => node.Name == "col");
        return [.. fitted.OrderBy(node => node.Name is "th" or "td" ? 0 : Array.IndexOf(parent.Children, node.Name))];
    }
}
