namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>rim:ExternalIdentifier: patientId, uniqueId or sourceId (ITI TF-3 4.2.3.1.3).</summary>
public sealed record ExternalIdentifier
{
    /// <summary>Its own id, symbolic or UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the object it belongs to.</summary>
    public string? RegistryObject { get; init; }

    /// <summary>identificationScheme: says which identifier this is (<see cref="SchemeUuids"/>).</summary>
    public string? Scheme { get; init; }

    /// <summary>The identifier.</summary>
    public string? Value { get; init; }

    /// <summary>Name as sent, such as XDSDocumentEntry.patientId.</summary>
    public IReadOnlyList<LocalizedText> Name { get; init; } = [];
}
