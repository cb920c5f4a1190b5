using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>What a person says of an item of the work list, so that it can be registered.</summary>
/// <param name="PatientId">The enterprise patient id, in CX form.</param>
public sealed record WorkItemMatch(string PatientId)
{
    /// <summary>Registers Folders and the relations of documents, too, which else are left out, as the source was told.</summary>
    public bool WithRelationships { get; init; }

    /// <summary>Codes for attributes that an object requires and limited metadata left out.</summary>
    public IReadOnlyDictionary<CodedAttribute, Code> Codes { get; init; } = new Dictionary<CodedAttribute, Code>();

    /// <summary>Values for slots of DocumentEntries that limited metadata left out: creationTime, languageCode, sourcePatientId.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();
}
