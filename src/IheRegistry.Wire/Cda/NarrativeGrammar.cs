using System.Collections.Frozen;

namespace IheRegistry.Wire.Cda;

/// <summary>The narrative schema (CDA R2 NarrativeBlock.xsd) as a table: what may be in what, and with which attributes.</summary>
static class NarrativeGrammar
{
    // Left out of all elements: ID, since two documents may use the same, and with it what refers to one (footnoteRef, headers).
    static readonly string[] Inline = ["content", "linkHtml", "sub", "sup", "br", "footnote"];
    static readonly string[] Flow = [.. Inline, "paragraph", "list"];
    static readonly string[] Block = [.. Flow, "table"];
    static readonly string[] Aligned = ["align", "char", "charoff", "valign"];
    static readonly string[] Cell = [.. Aligned, "abbr", "axis", "scope", "rowspan", "colspan"];

    static readonly FrozenDictionary<string, NarrativeRule> Rules = new Dictionary<string, NarrativeRule>
    {
        ["content"] = new(IsMixed: true, Inline, ["revised"]),
        ["linkHtml"] = new(IsMixed: true, ["footnote"], ["name", "href", "rel", "rev", "title"]),
        ["sub"] = new(IsMixed: true, [], []),
        ["sup"] = new(IsMixed: true, [], []),
        ["br"] = new(IsMixed: false, [], []),
        ["footnote"] = new(IsMixed: true, [.. Block.Where(name => name != "footnote")], []),
        ["caption"] = new(IsMixed: true, ["linkHtml", "sub", "sup", "footnote"], []),
        ["paragraph"] = new(IsMixed: true, ["caption", .. Inline], []),
        ["list"] = new(IsMixed: false, ["caption", "item"], ["listType"], Needs: "item"),
        ["item"] = new(IsMixed: true, ["caption", .. Block], []),
        ["table"] = new(
            IsMixed: false,
            ["caption", "col", "colgroup", "thead", "tfoot", "tbody"],
            ["summary", "width", "border", "frame", "rules", "cellspacing", "cellpadding"],
            Needs: "tbody"),
        ["col"] = new(IsMixed: false, [], [.. Aligned, "span", "width"]),
        ["colgroup"] = new(IsMixed: false, ["col"], [.. Aligned, "span", "width"]),
        ["thead"] = new(IsMixed: false, ["tr"], Aligned, Needs: "tr"),
        ["tfoot"] = new(IsMixed: false, ["tr"], Aligned, Needs: "tr"),
        ["tbody"] = new(IsMixed: false, ["tr"], Aligned, Needs: "tr"),
        ["tr"] = new(IsMixed: false, ["th", "td"], Aligned, Needs: ""),
        ["th"] = new(IsMixed: true, Inline, Cell),
        ["td"] = new(IsMixed: true, Flow, Cell),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string[]> Enumerations = new Dictionary<string, string[]>
    {
        ["revised"] = ["insert", "delete"],
        ["listType"] = ["ordered", "unordered"],
        ["frame"] = ["void", "above", "below", "hsides", "lhs", "rhs", "vsides", "box", "border"],
        ["rules"] = ["none", "groups", "rows", "cols", "all"],
        ["align"] = ["left", "center", "right", "justify", "char"],
        ["valign"] = ["top", "middle", "bottom", "baseline"],
        ["scope"] = ["row", "col", "rowgroup", "colgroup"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The block itself, section/text.</summary>
    public static NarrativeRule Root { get; } = new(IsMixed: true, Block, []);

    /// <summary>The rule of an element; null for one that the schema does not have.</summary>
    public static NarrativeRule? Find(string name) => Rules.GetValueOrDefault(name);

    /// <summary>True for an attribute that may stay.</summary>
    public static bool Keeps(string element, string attribute, string value)
    {
        if (Find(element) is not { } rule || element is "br" or "sub" or "sup") return false;
        return attribute switch
        {
            "styleCode" => IsNames(value),
            "language" => IsName(value),
            "href" => rule.Attributes.Contains(attribute) && IsHarmless(value),
            _ => rule.Attributes.Contains(attribute) && (!Enumerations.TryGetValue(attribute, out var allowed) || allowed.Contains(value)),
        };
    }

    // What a reader's browser may follow: not a script, not a file, and not a place in the document, since IDs are gone.
    static bool IsHarmless(string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    static bool IsNames(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names && names.All(IsName);

    static bool IsName(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}

/// <summary>The rule of one element.</summary>
/// <param name="IsMixed">Text may be in it.</param>
/// <param name="Children">Elements that may be in it; where the schema asks for an order, in that order.</param>
/// <param name="Attributes">Attributes of its own.</param>
/// <param name="Needs">The element that must be in it, "" for any; null where it may be empty.</param>
sealed record NarrativeRule(bool IsMixed, string[] Children, string[] Attributes, string? Needs = null);
