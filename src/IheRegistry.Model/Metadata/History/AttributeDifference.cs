namespace IheRegistry.Model.Metadata.History;

/// <summary>An attribute that two versions of an object have differently.</summary>
/// <param name="Attribute">Its name in the framework, or that of the slot.</param>
/// <param name="Before">Its values in the earlier version; none when it was absent.</param>
/// <param name="After">Its values in the later version; none when it is absent.</param>
public sealed record AttributeDifference(string Attribute, IReadOnlyList<string> Before, IReadOnlyList<string> After);
