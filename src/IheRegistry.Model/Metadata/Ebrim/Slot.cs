namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>rim:Slot (ITI TF-3 4.2.3.1.8).</summary>
/// <param name="Name">Slot name, case sensitive.</param>
/// <param name="Values">The values in the order sent.</param>
public sealed record Slot(string Name, IReadOnlyList<string> Values)
{
    /// <summary>A slot of one value.</summary>
    public Slot(string name, string value) : this(name, [value])
    {
    }
}
