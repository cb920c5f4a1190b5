namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>rim:Classification: a coded or composite attribute, or the mark that makes a package a SubmissionSet or Folder.</summary>
public sealed record Classification
{
    /// <summary>Its own id, symbolic or UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the object it classifies.</summary>
    public string? ClassifiedObject { get; init; }

    /// <summary>classificationScheme: says which attribute this is (<see cref="SchemeUuids"/>).</summary>
    public string? Scheme { get; init; }

    /// <summary>classificationNode: says which kind of package this is.</summary>
    public string? Node { get; init; }

    /// <summary>nodeRepresentation: the code.</summary>
    public string? NodeRepresentation { get; init; }

    /// <summary>Slots: codingScheme of a code, authorPerson and so on of an author.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Name: the code's display name.</summary>
    public IReadOnlyList<LocalizedText> Name { get; init; } = [];

    /// <summary>The values of a slot, or null when it is absent.</summary>
    public IReadOnlyList<string>? SlotValues(string name) => Slots.Values(name);
}
