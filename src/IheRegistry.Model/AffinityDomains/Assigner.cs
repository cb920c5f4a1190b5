using IheRegistry.Model.Demographics;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>A sender that may assign identifiers of an authority; at least one of the two is given.</summary>
/// <param name="Facility">The sending facility, by namespace id or universal id; null for any.</param>
/// <param name="Application">The sending application, by namespace id or universal id; null for any.</param>
public sealed record Assigner(string? Facility, string? Application)
{
    /// <summary>Whether a sender is meant.</summary>
    /// <param name="facility">The sending facility (MSH-4).</param>
    /// <param name="application">The sending application (MSH-3).</param>
    /// <returns>True when it is.</returns>
    public bool Matches(HierarchicDesignator facility, HierarchicDesignator application) =>
        IsNamed(Facility, facility) && IsNamed(Application, application);

    static bool IsNamed(string? name, HierarchicDesignator sender) => name is null || name == sender.NamespaceId || name == sender.UniversalId;
}
