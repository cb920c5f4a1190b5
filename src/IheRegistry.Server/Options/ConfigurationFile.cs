using System.Text.Json;
using IheRegistry.Model.Json;

namespace IheRegistry.Server.Options;

/// <summary>Reads options from a JSON object whose properties are the options' names without the dashes.</summary>
static class ConfigurationFile
{
    internal static IReadOnlyDictionary<OptionDescriptor, string> Read(
        string path, Func<string, byte[]> readFile, IReadOnlyList<OptionDescriptor> table, ICollection<OptionProblem> problems)
    {
        var values = new Dictionary<OptionDescriptor, string>();
        if (Parse(path, readFile, problems) is not { } root)
            return values;
        if (root.Type != JsonTokenType.StartObject)
            problems.Add(new OptionProblem(path, root.Problem("expected an object: { \"http\": 8080 }").ToString()));

        var options = table.Where(option => !option.IsAbsentFromFile).ToDictionary(option => option.Key, StringComparer.Ordinal);
        foreach (var property in root.Properties)
            Take(path, property, options, values, problems);
        return values;
    }

    static LocatedJson? Parse(string path, Func<string, byte[]> readFile, ICollection<OptionProblem> problems)
    {
        var broken = new List<JsonProblem>();
        try
        {
            var root = LocatedJson.Parse(readFile(path), broken);
            foreach (var problem in broken)
                problems.Add(new OptionProblem(path, problem.ToString()));
            return root;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new OptionProblem(OptionTable.Config.Name, $"\"{path}\" cannot be read: {unreadable.Message}"));
            return null;
        }
    }

    static void Take(
        string path,
        LocatedProperty property,
        Dictionary<string, OptionDescriptor> options,
        Dictionary<OptionDescriptor, string> values,
        ICollection<OptionProblem> problems)
    {
        if (!options.TryGetValue(property.Name, out var option))
            problems.Add(new OptionProblem(path, new JsonProblem(property.Line, property.Value.Path, "no such option").ToString()));
        else if (property.Value.Type is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            values.Add(option, property.Value.Text);
        else
            problems.Add(new OptionProblem(path, property.Value.Problem("expected a string, a number, true or false").ToString()));
    }
}
