using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>A submission of one document, kept by the tests to ask for it again.</summary>
/// <param name="Patient">Its patient.</param>
/// <param name="EntryUuid">Its DocumentEntry.</param>
/// <param name="Content">Its bytes; empty where it was only registered.</param>
/// <param name="Metadata">The submission.</param>
public sealed record Published(string Patient, string EntryUuid, byte[] Content, RegistryObjectList Metadata)
{
    /// <summary>The repository of the affinity domain that ships.</summary>
    public const string OwnRepository = "1.3.6.1.4.1.21367.2026.1.1";

    const string OtherRepository = "1.3.6.1.4.1.21367.2026.9.77";

    SoapRequest? _request;

    /// <summary>DocumentEntry.uniqueId.</summary>
    public string UniqueId => Identifier(EbrimElement.ExtrinsicObject, SchemeUuids.DocumentEntryUniqueId);

    /// <summary>SubmissionSet.uniqueId.</summary>
    public string SubmissionSetUniqueId => Identifier(EbrimElement.RegistryPackage, SchemeUuids.SubmissionSetUniqueId);

    /// <summary>True for ITI-41, false for ITI-42.</summary>
    public bool IsProvided => Content.Length > 0;

    /// <summary>The request: the same bytes each time, as a client sends them again that got no answer.</summary>
    public SoapRequest Request() => _request ??= IsProvided ? SoapRequest.Provide(Metadata, (EntryUuid, Content)) : SoapRequest.Register(Metadata);

    /// <summary>ITI-62 of the whole submission.</summary>
    public SoapRequest MetadataRemoval() => SoapRequest.RemoveMetadata(Metadata.Objects.Select(item => item.Id!));

    /// <summary>ITI-86 of the document.</summary>
    public SoapRequest DocumentRemoval() => SoapRequest.RemoveDocuments(mtom: false, (null, OwnRepository, UniqueId));

    /// <summary>A patient id of the affinity domain that ships.</summary>
    public static string PatientId(string id) => $"{id}^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    /// <summary>A document for ITI-41 with bytes of its own.</summary>
    public static Published Provided(string patient, int size = 2000)
    {
        var content = new byte[size];
        Random.Shared.NextBytes(content);
        return Of(patient, content, document => document.Without(SlotNames.Hash).Without(SlotNames.Size).Without(SlotNames.RepositoryUniqueId));
    }

    /// <summary>A document for ITI-42, held by another repository.</summary>
    public static Published Registered(string patient) =>
        Of(patient, [], document => document.Slot(SlotNames.RepositoryUniqueId, OtherRepository));

    /// <summary>As <see cref="Provided"/>, and it replaces this one.</summary>
    public Published Replacement()
    {
        var next = Provided(Patient);
        var relation = SubmissionBuilder.Empty(Patient).AddAssociation(AssociationType.Replace, next.EntryUuid, EntryUuid).Build().Objects[^1];
        return next with { Metadata = next.Metadata with { Objects = [.. next.Metadata.Objects, relation] } };
    }

    static Published Of(string patient, byte[] content, Action<ObjectBuilder> change)
    {
        var entry = $"urn:uuid:{Guid.NewGuid()}";
        var metadata = AssignUuids.In(SubmissionBuilder.Empty(patient).AddDocument(entry).Change(entry, change).Build());
        return new Published(patient, entry, content, metadata);
    }

    string Identifier(EbrimElement element, string scheme) =>
        Metadata.Objects.First(item => item.Element == element).ExternalIdentifiers.First(identifier => identifier.Scheme == scheme).Value!;
}
