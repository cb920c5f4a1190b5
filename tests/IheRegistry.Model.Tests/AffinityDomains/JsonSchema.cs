using System.Text.Json;
using System.Text.RegularExpressions;

namespace IheRegistry.Model.Tests.AffinityDomains;

/// <summary>The few keywords of JSON Schema 2020-12 that our schema uses; another one is an error, so that none goes unchecked.</summary>
sealed class JsonSchema(JsonElement root)
{
    internal bool Accepts(JsonElement value) => Accepts(root, value);

    bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword => Accepts(schema, keyword, value));

    bool Accepts(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "$schema" or "$defs" or "title" or "description" => true,
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value),
        "type" when keyword.Value.GetString() == "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "type" => value.ValueKind == Kind(keyword.Value.GetString()),
        "minProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= keyword.Value.GetInt32(),
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.ECMAScript),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= keyword.Value.GetInt32(),
        "required" => value.ValueKind != JsonValueKind.Object
            || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(property => !keyword.Value.TryGetProperty(property.Name, out var inner) || Accepts(inner, property.Value)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(property => schema.GetProperty("properties").TryGetProperty(property.Name, out _)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array
            || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        _ => throw new NotSupportedException($"The keyword {keyword.Name} is not checked here."),
    };

    static JsonValueKind Kind(string? type) => type switch
    {
        "object" => JsonValueKind.Object,
        "array" => JsonValueKind.Array,
        "string" => JsonValueKind.String,
        "number" => JsonValueKind.Number,
        _ => throw new NotSupportedException($"The type {type} is not checked here."),
    };
}
