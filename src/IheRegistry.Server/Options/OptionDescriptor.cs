namespace IheRegistry.Server.Options;

/// <summary>One option of the server: the name that the command line, the environment and the file derive theirs from.</summary>
public abstract class OptionDescriptor
{
    private protected OptionDescriptor(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The name on the command line: <c>--soap-envelope</c>.</summary>
    public string Name { get; }

    /// <summary>What it sets, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The property in the configuration file: <c>soap-envelope</c>.</summary>
    public string Key => Name[2..];

    /// <summary>The environment variable: <c>IHEREGISTRY_SOAP_ENVELOPE</c>.</summary>
    public string EnvironmentName => EnvironmentPrefix + Key.ToUpperInvariant().Replace('-', '_');

    /// <summary>Whether the value is masked wherever options are printed.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the value may only come from the command line or the environment.</summary>
    public bool IsAbsentFromFile { get; init; }

    /// <summary>What the value looks like, for the help: <c>PORT</c>.</summary>
    public abstract string ValueName { get; }

    /// <summary>The default as one would write it; null when there is none.</summary>
    public abstract string? DefaultText { get; }

    /// <summary>Whether the option is a switch that needs no value.</summary>
    public abstract bool IsFlag { get; }

    /// <summary>What every environment variable of the server begins with.</summary>
    public const string EnvironmentPrefix = "IHEREGISTRY_";

    /// <summary>Null when <paramref name="text"/> is a value of this option, else what a value looks like.</summary>
    internal abstract string? Refuse(string text);

    /// <summary>The value for printing.</summary>
    internal string Printable(string text) => IsSecret ? "********" : text;
}

/// <summary>An option whose values are of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class OptionDescriptor<T> : OptionDescriptor
{
    readonly OptionSyntax<T> _syntax;

    /// <summary>Describes an option.</summary>
    /// <param name="name">The name with its two dashes.</param>
    /// <param name="syntax">How a value is written.</param>
    /// <param name="defaultValue">The value when nobody gives one.</param>
    /// <param name="description">What it sets, in one sentence.</param>
    public OptionDescriptor(string name, OptionSyntax<T> syntax, T defaultValue, string description) : base(name, description)
    {
        _syntax = syntax;
        Default = defaultValue;
    }

    /// <summary>The value when nobody gives one.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override string ValueName => _syntax.ValueName;

    /// <inheritdoc/>
    public override string? DefaultText => Default is null && !_syntax.WritesNull ? null : _syntax.Write(Default);

    /// <inheritdoc/>
    public override bool IsFlag => typeof(T) == typeof(bool);

    internal override string? Refuse(string text) => _syntax.TryRead(text, out _) ? null : _syntax.Expected;

    internal T Read(string text) => _syntax.TryRead(text, out var value)
        ? value
        : throw new ArgumentException($"{Name} was not checked before it was read.", nameof(text));
}
