using System.Text.Json;
using IheRegistry.Model.Errors;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The warnings of an accepted submission as they are kept, so that a retry gets the original answer.</summary>
static class StoredWarnings
{
    internal static string? Format(IReadOnlyCollection<RegistryError> warnings) =>
        warnings.Count == 0 ? null : JsonSerializer.Serialize(warnings);

    internal static IReadOnlyCollection<RegistryError> Parse(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<RegistryError[]>(text)!;
}
