using System.CommandLine;

namespace IheRegistry.Server.Options;

/// <summary>The options of a table as the command line knows them, and the way back from what was parsed.</summary>
public sealed class CommandLineOptions
{
    readonly Dictionary<OptionDescriptor, Option> _options;

    /// <summary>Makes an argument of each option.</summary>
    /// <param name="table">The options.</param>
    public CommandLineOptions(IReadOnlyList<OptionDescriptor> table) => _options = table.ToDictionary(option => option, Create);

    /// <summary>The command that runs the server, with every option and no action yet.</summary>
    /// <returns>The command.</returns>
    public RootCommand CreateRootCommand()
    {
        var command = new RootCommand("IHE XDS.b Document Registry and Document Repository.");
        foreach (var option in _options.Values)
            command.Options.Add(option);
        return command;
    }

    /// <summary>Gives a subcommand the options that it needs; environment and file count for it too.</summary>
    /// <param name="command">The subcommand.</param>
    /// <param name="options">The options that its command line takes.</param>
    public void AddTo(Command command, params ReadOnlySpan<OptionDescriptor> options)
    {
        foreach (var option in options)
            command.Options.Add(_options[option]);
    }

    /// <summary>Resolves the options with the environment of this process.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <returns>The options, or everything that is wrong with them.</returns>
    public OptionsResolution Resolve(ParseResult parsed) => Resolve(parsed, ProcessEnvironment());

    /// <summary>Resolves the options.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="environment">The variables of the environment.</param>
    /// <param name="readFile">Reads the configuration file; <see cref="File.ReadAllBytes"/> when null.</param>
    /// <returns>The options, or everything that is wrong with them.</returns>
    public OptionsResolution Resolve(
        ParseResult parsed, IReadOnlyDictionary<string, string?> environment, Func<string, byte[]>? readFile = null)
    {
        var problems = parsed.Errors.Select(error => new OptionProblem("command line", error.Message)).ToList();
        var values = new Dictionary<OptionDescriptor, string>();
        foreach (var (descriptor, option) in _options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result && (result.Tokens.Count == 1 || descriptor.IsFlag))
                values.Add(descriptor, result.Tokens.Count == 0 ? "true" : result.Tokens[0].Value);
        }
        return ServerOptions.Resolve(values, problems, environment, readFile ?? File.ReadAllBytes);
    }

    static Option Create(OptionDescriptor descriptor)
    {
        // Flags are booleans here, so that "--demo backup" leaves the subcommand alone; our own syntax reads all else.
        Option option = descriptor.IsFlag ? new Option<bool>(descriptor.Name) : new Option<string>(descriptor.Name);
        option.Description = $"{descriptor.Description} [{descriptor.EnvironmentName}; default: {descriptor.DefaultText ?? "none"}]";
        option.HelpName = descriptor.IsFlag ? null : descriptor.ValueName;
        return option;
    }

    static Dictionary<string, string?> ProcessEnvironment()
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value;
        return variables;
    }
}
