namespace IheRegistry.Server.Options;

/// <summary>Where the value of an option comes from, the strongest first.</summary>
public enum OptionSource
{
    /// <summary>The arguments of the process.</summary>
    CommandLine,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The configuration file.</summary>
    File,
}

/// <summary>The values of the options of a table, each from the strongest source that gives one.</summary>
public sealed class OptionValues
{
    readonly Dictionary<OptionDescriptor, (string Text, OptionSource Source)> _texts = [];

    /// <summary>Merges the sources of values; what cannot be read is reported and left at its default.</summary>
    /// <param name="table">The options there are.</param>
    /// <param name="commandLine">Values given as arguments.</param>
    /// <param name="environment">All variables of the environment.</param>
    /// <param name="file">Values given in the file, by the options' keys.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public OptionValues(
        IReadOnlyList<OptionDescriptor> table,
        IReadOnlyDictionary<OptionDescriptor, string> commandLine,
        IReadOnlyDictionary<string, string?> environment,
        IReadOnlyDictionary<OptionDescriptor, string> file,
        ICollection<OptionProblem> problems)
    {
        foreach (var option in table)
        {
            if (commandLine.TryGetValue(option, out var text))
                Take(option, text, OptionSource.CommandLine, option.Name, problems);
            else if (environment.TryGetValue(option.EnvironmentName, out var variable) && !string.IsNullOrEmpty(variable))
                Take(option, variable, OptionSource.Environment, $"{option.Name} (environment {option.EnvironmentName})", problems);
            else if (file.TryGetValue(option, out text))
                Take(option, text, OptionSource.File, $"{option.Name} (file)", problems);
        }
    }

    /// <summary>The value of an option.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="option">The option.</param>
    /// <returns>The value given, else the default.</returns>
    public T Get<T>(OptionDescriptor<T> option) => _texts.TryGetValue(option, out var given) ? option.Read(given.Text) : option.Default;

    /// <summary>One line an option: name, value (masked when secret) and where it comes from.</summary>
    /// <param name="table">The options to print.</param>
    /// <returns>The lines.</returns>
    public IReadOnlyList<string> Describe(IReadOnlyList<OptionDescriptor> table) => [.. table.Select(Describe)];

    string Describe(OptionDescriptor option) => _texts.TryGetValue(option, out var given)
        ? $"{option.Name} {option.Printable(given.Text)} ({SourceName(given.Source)})"
        : $"{option.Name} {option.DefaultText ?? "-"} (default)";

    static string SourceName(OptionSource source) => source switch
    {
        OptionSource.CommandLine => "command line",
        OptionSource.Environment => "environment",
        _ => "file",
    };

    void Take(OptionDescriptor option, string text, OptionSource source, string origin, ICollection<OptionProblem> problems)
    {
        if (option.Refuse(text) is { } expected)
            problems.Add(new OptionProblem(origin, $"\"{option.Printable(text)}\": {expected}"));
        else
            _texts.Add(option, (text, source));
    }
}
