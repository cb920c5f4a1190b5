using System.Net;
using IheRegistry.Server.Outbox;

namespace IheRegistry.Server.Options;

/// <summary>Every option of the server, one record a section, checked.</summary>
/// <param name="Listener">Where it listens.</param>
/// <param name="Data">Where data lies.</param>
/// <param name="AffinityDomain">Which affinity domain it serves.</param>
/// <param name="OnDemand">How on-demand documents are served.</param>
/// <param name="Demo">Whether demo data are loaded.</param>
/// <param name="Limits">What a request may cost.</param>
/// <param name="Answers">Answers to addresses of their own.</param>
/// <param name="Notifications">How consumers are told of changes of identifiers.</param>
/// <param name="Logging">What is logged.</param>
public sealed record ServerOptions(
    ListenerOptions Listener,
    DataOptions Data,
    AffinityDomainOptions AffinityDomain,
    OnDemandOptions OnDemand,
    DemoOptions Demo,
    LimitOptions Limits,
    AnswerOptions Answers,
    NotificationOptions Notifications,
    LoggingOptions Logging)
{
    /// <summary>Resolves the options of arguments: command line over environment over file over default.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="environment">The variables of the environment.</param>
    /// <param name="readFile">Reads the configuration file; <see cref="File.ReadAllBytes"/> when null.</param>
    /// <returns>The options, or everything that is wrong with them.</returns>
    public static OptionsResolution Resolve(
        string[] arguments, IReadOnlyDictionary<string, string?> environment, Func<string, byte[]>? readFile = null)
    {
        var commandLine = new CommandLineOptions(OptionTable.All);
        var command = commandLine.CreateRootCommand();
        return commandLine.Resolve(command.Parse(arguments), environment, readFile);
    }

    /// <summary>Resolves the options from values given as arguments.</summary>
    /// <param name="commandLine">Values given as arguments.</param>
    /// <param name="problems">What was wrong with the arguments already.</param>
    /// <param name="environment">The variables of the environment.</param>
    /// <param name="readFile">Reads the configuration file.</param>
    /// <returns>The options, or everything that is wrong with them.</returns>
    internal static OptionsResolution Resolve(
        IReadOnlyDictionary<OptionDescriptor, string> commandLine,
        List<OptionProblem> problems,
        IReadOnlyDictionary<string, string?> environment,
        Func<string, byte[]> readFile)
    {
        var table = OptionTable.All;
        var file = ConfigurationPath(commandLine, environment) is { } path
            ? ConfigurationFile.Read(path, readFile, table, problems)
            : new Dictionary<OptionDescriptor, string>();
        var values = new OptionValues(table, commandLine, environment, file, problems);
        var options = Build(values);
        options.Check(problems);
        return new OptionsResolution(problems.Count == 0 ? options : null, problems, Unknown(environment), values.Describe(table));
    }

    static string? ConfigurationPath(
        IReadOnlyDictionary<OptionDescriptor, string> commandLine, IReadOnlyDictionary<string, string?> environment)
    {
        var path = commandLine.GetValueOrDefault(OptionTable.Config) ?? environment.GetValueOrDefault(OptionTable.Config.EnvironmentName);
        return string.IsNullOrWhiteSpace(path) ? null : path;
    }

    static ServerOptions Build(OptionValues values) => new(
        new ListenerOptions(
            values.Get(OptionTable.Http), values.Get(OptionTable.Mllp), values.Get(OptionTable.Bind), values.Get(OptionTable.InsecurePlain)),
        new DataOptions(values.Get(OptionTable.Data), values.Get(OptionTable.Scrub), values.Get(OptionTable.LowDisk)),
        new AffinityDomainOptions(values.Get(OptionTable.AffinityDomain)),
        new OnDemandOptions(values.Get(OptionTable.OnDemandSnapshots)),
        new DemoOptions(values.Get(OptionTable.Demo)),
        BuildLimits(values),
        new AnswerOptions(
            values.Get(OptionTable.ReplyTo) ?? ReceiverList.None,
            values.Get(OptionTable.Answers),
            values.Get(OptionTable.AnswerBytes),
            values.Get(OptionTable.AnswerDeadline),
            values.Get(OptionTable.AnswerAttempt)),
        new NotificationOptions(
            values.Get(OptionTable.Notifications), values.Get(OptionTable.NotificationDeadline), values.Get(OptionTable.NotificationAttempt)),
        new LoggingOptions(values.Get(OptionTable.Level)));

    static LimitOptions BuildLimits(OptionValues values) => new(
        values.Get(OptionTable.SoapEnvelope),
        values.Get(OptionTable.SoapMemory),
        values.Get(OptionTable.XmlDepth),
        values.Get(OptionTable.InlineDocument),
        values.Get(OptionTable.Document),
        values.Get(OptionTable.Parts),
        values.Get(OptionTable.SpoolMessage),
        values.Get(OptionTable.Spool),
        values.Get(OptionTable.HttpIdle),
        values.Get(OptionTable.HttpHeaders),
        values.Get(OptionTable.HttpRate),
        values.Get(OptionTable.HttpConnections),
        values.Get(OptionTable.MllpMessage),
        values.Get(OptionTable.MllpIdle),
        values.Get(OptionTable.MllpTime),
        values.Get(OptionTable.MllpConnections),
        values.Get(OptionTable.Drain));

    // What no single value shows: two options that contradict each other.
    void Check(List<OptionProblem> problems)
    {
        if (!IPAddress.IsLoopback(Listener.Address) && !Listener.InsecurePlain)
        {
            problems.Add(new OptionProblem(OptionTable.Bind.Name,
                $"\"{Listener.Address}\" is reached from other machines and the listeners have no TLS; "
                + $"{OptionTable.InsecurePlain.Name} says that this is meant"));
        }

        if (Listener.HttpPort == Listener.MllpPort && Listener.HttpPort != 0)
            problems.Add(new OptionProblem(OptionTable.Mllp.Name, $"{Listener.MllpPort} is the port of {OptionTable.Http.Name} too"));

        CheckOrder(OptionTable.InlineDocument, Limits.InlineDocumentBytes, OptionTable.Document, Limits.DocumentBytes, problems);
        CheckOrder(OptionTable.SoapEnvelope, Limits.SoapEnvelopeBytes, OptionTable.SoapMemory, Limits.SoapMemoryBytes, problems);
        CheckOrder(OptionTable.SpoolMessage, Limits.SpoolMessageBytes, OptionTable.Spool, Limits.SpoolBytes, problems);
    }

    static void CheckOrder(
        OptionDescriptor<long> smaller, long value, OptionDescriptor<long> larger, long bound, List<OptionProblem> problems)
    {
        if (value > bound)
            problems.Add(new OptionProblem(smaller.Name, $"{OptionSyntax.Bytes.Write(value)} is more than {larger.Name} {OptionSyntax.Bytes.Write(bound)}"));
    }

    // A misspelt variable would go unnoticed; other tools use the prefix too, so that it cannot be an error.
    static IReadOnlyList<string> Unknown(IReadOnlyDictionary<string, string?> environment)
    {
        var known = OptionTable.All.Select(option => option.EnvironmentName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. environment.Keys
                .Where(name => name.StartsWith(OptionDescriptor.EnvironmentPrefix, StringComparison.Ordinal) && !known.Contains(name))
                .Order(StringComparer.Ordinal)
                .Select(name => $"the environment variable {name} is no option and is ignored"),
        ];
    }
}
