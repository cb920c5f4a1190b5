namespace IheRegistry.Server.Options;

/// <summary>Why the server does not start with these options.</summary>
/// <param name="Source">The option, the file or the argument at fault, as the user wrote it.</param>
/// <param name="Message">What is wrong with it, the value included unless it is secret.</param>
public sealed record OptionProblem(string Source, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}: {Message}";
}
