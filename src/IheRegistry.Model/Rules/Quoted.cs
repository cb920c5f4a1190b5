namespace IheRegistry.Model.Rules;

/// <summary>An offending value as a codeContext shows it.</summary>
static class Quoted
{
    /// <summary>Enough to recognise any value of XDS but a text; keeps the answer smaller than the question.</summary>
    const int MaxLength = 96;

    public static string Text(string? value) => value switch
    {
        null => "(absent)",
        { Length: > MaxLength } => $"'{value.AsSpan(0, MaxLength)}...'",
        _ => $"'{value}'",
    };
}
