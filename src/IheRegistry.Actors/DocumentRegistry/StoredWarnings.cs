using System.Text.Json;
using System.Text.Json.Serialization;
using IheRegistry.Model.Errors;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The warnings of an accepted submission as they are kept, so that a retry gets the original answer.</summary>
static class StoredWarnings
{
    // By name: the codes' numbers change when the framework gets another one.
    static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };

    internal static string? Format(IReadOnlyCollection<RegistryError> warnings) =>
        warnings.Count == 0 ? null : JsonSerializer.Serialize(warnings, Names);

    internal static IReadOnlyCollection<RegistryError> Parse(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<RegistryError[]>(text, Names)!;
}
