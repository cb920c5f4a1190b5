using System.Text.Json;

namespace IheRegistry.Model.Json;

/// <summary>A JSON value that knows its line and path, so that whoever wrote the file is told where to look.</summary>
public sealed class LocatedJson
{
    internal LocatedJson(JsonTokenType type, int line, string path, string text)
    {
        Type = type;
        Line = line;
        Path = path;
        Text = text;
    }

    /// <summary>The kind of value, as the token that begins it.</summary>
    public JsonTokenType Type { get; }

    /// <summary>The line where the value begins, from 1.</summary>
    public int Line { get; }

    /// <summary>The place as a JSON path.</summary>
    public string Path { get; }

    /// <summary>The text of a string, the literal of a number, true, false or null; empty for an object or array.</summary>
    public string Text { get; }

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<LocatedJson> Items { get; internal init; } = [];

    /// <summary>The properties of an object in the order of the file, each name once.</summary>
    public IReadOnlyList<LocatedProperty> Properties { get; internal init; } = [];

    /// <summary>Parses a text strictly: no comments, no trailing commas, no property twice.</summary>
    /// <param name="utf8">The text; a byte order mark is allowed.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <returns>The value; null when the text is not JSON.</returns>
    public static LocatedJson? Parse(ReadOnlySpan<byte> utf8, ICollection<JsonProblem> problems) =>
        LocatedJsonParser.Parse(utf8, problems);

    /// <summary>A problem at this value.</summary>
    /// <param name="message">What is wrong.</param>
    /// <returns>The problem.</returns>
    public JsonProblem Problem(string message) => new(Line, Path, message);
}

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Value">Its value.</param>
public sealed record LocatedProperty(string Name, int Line, LocatedJson Value);
