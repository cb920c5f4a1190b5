namespace IheRegistry.Model.Metadata;

/// <summary>A coded value (ITI TF-3 4.2.3.1.2).</summary>
/// <param name="Value">nodeRepresentation.</param>
/// <param name="Scheme">codingScheme.</param>
/// <param name="Display">The display name, or null.</param>
public sealed record Code(string Value, string Scheme, string? Display = null)
{
    /// <summary>The form of a stored query's parameter, <c>code^^scheme</c>.</summary>
    public override string ToString() => $"{Value}^^{Scheme}";
}
