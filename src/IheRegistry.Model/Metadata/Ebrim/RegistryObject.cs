namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>
/// An object of the ebXML Registry Information Model as a message carries it, before any rule is applied:
/// ExtrinsicObject, RegistryPackage or Association (ITI TF-3 table 4.2-1).
/// </summary>
public sealed record RegistryObject
{
    /// <summary>Which ebRIM element it is.</summary>
    public required EbrimElement Element { get; init; }

    /// <summary>id: symbolic or UUID.</summary>
    public string? Id { get; init; }

    /// <summary>lid: logical id of all versions.</summary>
    public string? LogicalId { get; init; }

    /// <summary>objectType: a UUID on a DocumentEntry (stable or on-demand), a URN elsewhere.</summary>
    public string? ObjectType { get; init; }

    /// <summary>status: availabilityStatus.</summary>
    public string? Status { get; init; }

    /// <summary>home: homeCommunityId.</summary>
    public string? Home { get; init; }

    /// <summary>mimeType of an ExtrinsicObject.</summary>
    public string? MimeType { get; init; }

    /// <summary>associationType of an Association.</summary>
    public string? AssociationType { get; init; }

    /// <summary>sourceObject of an Association.</summary>
    public string? SourceObject { get; init; }

    /// <summary>targetObject of an Association.</summary>
    public string? TargetObject { get; init; }

    /// <summary>VersionInfo/@versionName.</summary>
    public string? VersionName { get; init; }

    /// <summary>Slots in the order sent.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Name: title of a DocumentEntry, SubmissionSet or Folder.</summary>
    public IReadOnlyList<LocalizedText> Name { get; init; } = [];

    /// <summary>Description: comments.</summary>
    public IReadOnlyList<LocalizedText> Description { get; init; } = [];

    /// <summary>Classifications, nested or given at the top of the list for this object.</summary>
    public IReadOnlyList<Classification> Classifications { get; init; } = [];

    /// <summary>External identifiers.</summary>
    public IReadOnlyList<ExternalIdentifier> ExternalIdentifiers { get; init; } = [];

    /// <summary>The values of a slot, or null when it is absent.</summary>
    public IReadOnlyList<string>? SlotValues(string name) => Slots.Values(name);

    /// <summary>The first value of a slot, or null.</summary>
    public string? SlotValue(string name) => Slots.Values(name) is [var first, ..] ? first : null;

    /// <summary>The same object with a slot of one value in place of any of that name.</summary>
    public RegistryObject WithSlot(string name, string value) => this with { Slots = [.. Slots.Where(s => s.Name != name), new Slot(name, value)] };

    /// <summary>The value of the first external identifier of a scheme, or null.</summary>
    public string? Identifier(string scheme)
    {
        foreach (var identifier in ExternalIdentifiers)
            if (identifier.Scheme == scheme) return identifier.Value;
        return null;
    }

    /// <summary>The classifications of one scheme.</summary>
    public IEnumerable<Classification> ClassifiedBy(string scheme) => Classifications.Where(c => c.Scheme == scheme);
}
