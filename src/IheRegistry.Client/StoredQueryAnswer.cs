using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Client;

/// <summary>
/// The answer to a stored query: what was found, as it came and typed. The typed views count on a registry that only holds metadata that
/// pass the rules of ITI TF-3 4.2; where one does not, <see cref="Objects"/> has all that was sent.
/// </summary>
public sealed class StoredQueryAnswer
{
    internal StoredQueryAnswer(AdhocQueryResponse answer) =>
        (Response, Objects, References) = (answer.Response, answer.Objects, answer.References);

    /// <summary>Status, errors and warnings.</summary>
    public RegistryResponse Response { get; }

    /// <summary>The objects found; empty when references were asked for. availabilityStatus is their Status.</summary>
    public IReadOnlyList<RegistryObject> Objects { get; }

    /// <summary>The entryUUIDs of the objects found, when references were asked for.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The DocumentEntries among the objects.</summary>
    public IEnumerable<DocumentEntry> DocumentEntries => Of(EbrimElement.ExtrinsicObject).Select(DocumentEntryMapping.Read);

    /// <summary>The SubmissionSets among the objects.</summary>
    public IEnumerable<SubmissionSet> SubmissionSets => Packages(SchemeUuids.SubmissionSet).Select(SubmissionSetMapping.Read);

    /// <summary>The Folders among the objects.</summary>
    public IEnumerable<Folder> Folders => Packages(SchemeUuids.Folder).Select(FolderMapping.Read);

    /// <summary>The Associations among the objects.</summary>
    public IEnumerable<Association> Associations => Of(EbrimElement.Association).Select(AssociationMapping.Read);

    IEnumerable<RegistryObject> Of(EbrimElement element) => Objects.Where(o => o.Element == element);

    IEnumerable<RegistryObject> Packages(string node) =>
        Of(EbrimElement.RegistryPackage).Where(o => o.Classifications.Any(c => c.Node == node));
}
