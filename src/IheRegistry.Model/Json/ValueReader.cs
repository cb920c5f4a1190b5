using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace IheRegistry.Model.Json;

/// <summary>Reads values of a file that people edit; what is wrong is added to the problems and reads as null.</summary>
sealed class ValueReader(ICollection<JsonProblem> problems)
{
    const string NotAnOid = "is not an OID of at most 64 characters";

    /// <summary>The items that can be read, each key once.</summary>
    internal List<T> List<T>(LocatedJson? list, Func<LocatedJson, T?> read, Func<T, string> key)
        where T : class
    {
        var values = new List<T>();
        if (list is null)
            return values;
        if (list.Type != JsonTokenType.StartArray)
            problems.Add(list.Problem("expected an array"));

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (read(item) is not { } value)
                continue;
            if (lines.TryAdd(key(value), item.Line))
                values.Add(value);
            else
                problems.Add(item.Problem($"{key(value)} is in line {lines[key(value)]} already"));
        }
        return values;
    }

    internal T? Word<T>(LocatedJson? value, FrozenDictionary<string, T> words)
        where T : struct
    {
        if (value is null || ObjectReader.TextOf(value, problems) is not { } text)
            return null;
        if (words.TryGetValue(text, out var word))
            return word;
        problems.Add(value.Problem($"\"{text}\" is not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}"));
        return null;
    }

    internal string? Checked(LocatedJson? value, Func<string, bool> isRight, string message)
    {
        if (value is null || ObjectReader.TextOf(value, problems) is not { } text)
            return null;
        if (isRight(text))
            return text;
        problems.Add(value.Problem($"\"{text}\" {message}"));
        return null;
    }

    internal string? Oid(LocatedJson item) => OptionalOid(item);

    internal string? OptionalOid(LocatedJson? value) => Checked(value, text => IsOid(text), NotAnOid);

    internal string? Text(LocatedJson item) => ObjectReader.TextOf(item, problems);

    internal bool? Flag(LocatedJson? value)
    {
        if (value is null)
            return null;
        if (value.Type is JsonTokenType.True or JsonTokenType.False)
            return value.Type == JsonTokenType.True;
        problems.Add(value.Problem("expected true or false"));
        return null;
    }

    internal double? Number(LocatedJson? value)
    {
        if (value is null)
            return null;
        // JSON can write 1e999, which is no number that anything can be compared with.
        if (value.Type == JsonTokenType.Number
            && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        problems.Add(value.Problem("expected a number"));
        return null;
    }

    internal int? Whole(LocatedJson? value, int least, int most)
    {
        if (value is null)
            return null;
        if (value.Type == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        problems.Add(value.Problem(string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}")));
        return null;
    }

    internal static bool IsOid(string text) => Identity.Oid.IsValid(text);

    internal static string Itself(string text) => text;

    /// <summary>A problem of a property that may be absent.</summary>
    internal static JsonProblem At(LocatedJson parent, string name, string message)
    {
        var property = parent.Properties.FirstOrDefault(property => property.Name == name);
        return new JsonProblem(property?.Line ?? parent.Line, $"{parent.Path}.{name}", message);
    }
}
