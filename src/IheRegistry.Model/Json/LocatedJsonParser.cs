using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IheRegistry.Model.Json;

/// <summary>Builds the tree of <see cref="LocatedJson"/> while counting lines.</summary>
ref struct LocatedJsonParser
{
    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    readonly ReadOnlySpan<byte> _utf8;
    readonly ICollection<JsonProblem> _problems;
    Utf8JsonReader _reader;
    int _line;
    int _counted;

    LocatedJsonParser(ReadOnlySpan<byte> utf8, ICollection<JsonProblem> problems)
    {
        _utf8 = utf8;
        _problems = problems;
        _reader = new Utf8JsonReader(utf8);
        _line = 1;
    }

    internal static LocatedJson? Parse(ReadOnlySpan<byte> utf8, ICollection<JsonProblem> problems)
    {
        if (!Utf8.IsValid(utf8))
        {
            problems.Add(new JsonProblem(1, "$", "not UTF-8"));
            return null;
        }

        var parser = new LocatedJsonParser(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8, problems);
        try
        {
            parser.Next();
            var root = parser.ReadValue("$");
            // Reading on finds what follows the value and is not white space.
            parser._reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            problems.Add(new JsonProblem((int)(broken.LineNumber ?? 0) + 1, "$", $"not JSON: {FirstSentence(broken.Message)}"));
            return null;
        }
    }

    // The message ends with the line and byte, which the problem says in its own way.
    static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    void Next()
    {
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _line += _utf8[_counted..start].Count((byte)'\n');
        _counted = start;
    }

    LocatedJson ReadValue(string path)
    {
        var line = _line;
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedJson(JsonTokenType.StartObject, line, path, "") { Properties = ReadProperties(path) },
            JsonTokenType.StartArray => new LocatedJson(JsonTokenType.StartArray, line, path, "") { Items = ReadItems(path) },
            JsonTokenType.String => new LocatedJson(JsonTokenType.String, line, path, ReadText(path)),
            var literal => new LocatedJson(literal, line, path, Encoding.UTF8.GetString(_reader.ValueSpan)),
        };
    }

    // An escape may still spell half a surrogate pair, which no string can hold.
    string ReadText(string path)
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            _problems.Add(new JsonProblem(_line, path, "a string with half a surrogate pair"));
            return "";
        }
    }

    List<LocatedJson> ReadItems(string path)
    {
        var items = new List<LocatedJson>();
        for (Next(); _reader.TokenType != JsonTokenType.EndArray; Next())
            items.Add(ReadValue(string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
        return items;
    }

    List<LocatedProperty> ReadProperties(string path)
    {
        var properties = new List<LocatedProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); _reader.TokenType != JsonTokenType.EndObject; Next())
        {
            var name = ReadText(path);
            var line = _line;
            Next();
            var value = ReadValue($"{path}.{name}");
            if (names.Add(name))
                properties.Add(new LocatedProperty(name, line, value));
            else
                _problems.Add(new JsonProblem(line, value.Path, $"the property \"{name}\" appears twice"));
        }
        return properties;
    }
}
