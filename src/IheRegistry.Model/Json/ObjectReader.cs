using System.Text.Json;

namespace IheRegistry.Model.Json;

/// <summary>Reads the properties of one object; <see cref="Done"/> reports those that nobody asked for.</summary>
sealed class ObjectReader
{
    readonly LocatedJson _value;
    readonly ICollection<JsonProblem> _problems;
    readonly Dictionary<string, LocatedProperty> _left;
    readonly List<string> _asked = [];
    readonly bool _isObject;

    internal ObjectReader(LocatedJson value, ICollection<JsonProblem> problems)
    {
        _value = value;
        _problems = problems;
        _left = value.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        _isObject = value.Type == JsonTokenType.StartObject;
        if (!_isObject)
            problems.Add(value.Problem("expected an object"));
    }

    internal LocatedJson? Optional(string name)
    {
        _asked.Add(name);
        return _left.Remove(name, out var property) ? property.Value : null;
    }

    internal LocatedJson? Required(string name)
    {
        var value = Optional(name);
        if (value is null && _isObject)
            _problems.Add(new JsonProblem(_value.Line, $"{_value.Path}.{name}", "missing"));
        return value;
    }

    internal string? RequiredText(string name) => Required(name) is { } value ? TextOf(value, _problems) : null;

    internal string? OptionalText(string name) => Optional(name) is { } value ? TextOf(value, _problems) : null;

    internal void Done()
    {
        foreach (var property in _left.Values)
            _problems.Add(new JsonProblem(property.Line, property.Value.Path, $"unknown property; known here are {string.Join(", ", _asked)}"));
    }

    internal static string? TextOf(LocatedJson value, ICollection<JsonProblem> problems)
    {
        var message = value switch
        {
            { Type: not JsonTokenType.String } => "expected a string",
            { Text: var text } when string.IsNullOrWhiteSpace(text) => "must not be blank",
            { Text: var text } when text.Trim() != text => $"\"{text}\" begins or ends with a blank",
            _ => null,
        };
        if (message is null)
            return value.Text;
        problems.Add(value.Problem(message));
        return null;
    }
}
