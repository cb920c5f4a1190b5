using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Tests.Shared.Metadata;

/// <summary>
/// Makes submissions for tests: valid ones, with symbolic ids and codes of the IHE test domain, that a test changes at one place.
/// <code>SubmissionBuilder.OneDocument().Document(d =&gt; d.Without("hash")).Build()</code>
/// </summary>
public sealed class SubmissionBuilder
{
    /// <summary>The id of the SubmissionSet.</summary>
    public const string SetId = "SubmissionSet01";

    /// <summary>The id of the first document.</summary>
    public const string DocumentId = "Document01";

    /// <summary>The id of the first folder.</summary>
    public const string FolderId = "Folder01";

    /// <summary>A patient of the IHE test domain.</summary>
    public const string DefaultPatient = "IHERED-1001^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    readonly List<ObjectBuilder> _objects = [];
    readonly string _patientId;

    SubmissionBuilder(string patientId) => _patientId = patientId;

    /// <summary>Every object by its id, SubmissionSet and associations included.</summary>
    public ObjectBuilder this[string id] => _objects.First(o => o.Id == id);

    /// <summary>A SubmissionSet alone.</summary>
    public static SubmissionBuilder Empty(string patientId = DefaultPatient)
    {
        var builder = new SubmissionBuilder(patientId);
        builder._objects.Add(NewSet(patientId));
        return builder;
    }

    /// <summary>One stable document with all that ITI-42 asks, in a SubmissionSet.</summary>
    public static SubmissionBuilder OneDocument(string patientId = DefaultPatient) => Empty(patientId).AddDocument(DocumentId);

    /// <summary>One on-demand document with all that ITI-61 asks, in a SubmissionSet.</summary>
    public static SubmissionBuilder OneOnDemandDocument(string patientId = DefaultPatient) => OneDocument(patientId).Document(d =>
    {
        d.ObjectType = SchemeUuids.OnDemandDocumentEntry;
        d.Without(SlotNames.CreationTime).Without(SlotNames.Hash).Without(SlotNames.Size);
    });

    /// <summary>One document in a new folder.</summary>
    public static SubmissionBuilder OneDocumentInFolder(string patientId = DefaultPatient) =>
        OneDocument(patientId).AddFolder(FolderId).AddToFolder(FolderId, DocumentId);

    /// <summary>A new OID below 2.25.</summary>
    public static string NewOid() => $"2.25.{new System.Numerics.BigInteger(Guid.NewGuid().ToByteArray(), isUnsigned: true)}";

    /// <summary>Changes the first document.</summary>
    public SubmissionBuilder Document(Action<ObjectBuilder> change) => Change(DocumentId, change);

    /// <summary>Changes the SubmissionSet.</summary>
    public SubmissionBuilder Set(Action<ObjectBuilder> change) => Change(SetId, change);

    /// <summary>Changes the first folder.</summary>
    public SubmissionBuilder Folder(Action<ObjectBuilder> change) => Change(FolderId, change);

    /// <summary>Changes any object.</summary>
    public SubmissionBuilder Change(string id, Action<ObjectBuilder> change)
    {
        change(this[id]);
        return this;
    }

    /// <summary>Adds a document and its membership in the SubmissionSet.</summary>
    public SubmissionBuilder AddDocument(string id)
    {
        _objects.Add(NewDocument(id, _patientId));
        return AddMember(id);
    }

    /// <summary>Adds a folder and its membership in the SubmissionSet.</summary>
    public SubmissionBuilder AddFolder(string id)
    {
        _objects.Add(NewFolder(id, _patientId));
        return AddMember(id);
    }

    /// <summary>Adds the membership of a document in a folder, new or registered, and that association's in the SubmissionSet.</summary>
    public SubmissionBuilder AddToFolder(string folder, string document) =>
        AddAssociation(AssociationType.HasMember, folder, document, $"In-{folder}-{document}").AddMember($"In-{folder}-{document}");

    /// <summary>Adds the first document's relation to a registered one.</summary>
    public SubmissionBuilder Relate(AssociationType type, string registered) => AddAssociation(type, DocumentId, registered);

    /// <summary>Adds a registered document to the SubmissionSet by reference.</summary>
    public SubmissionBuilder AddReference(string registered) =>
        AddAssociation(AssociationType.HasMember, SetId, registered, change: a => a.Slot(SlotNames.SubmissionSetStatus, "Reference"));

    /// <summary>Adds any association.</summary>
    public SubmissionBuilder AddAssociation(
        AssociationType type, string source, string target, string? id = null, Action<ObjectBuilder>? change = null)
    {
        var association = new ObjectBuilder(EbrimElement.Association, id ?? $"Association{_objects.Count:00}")
        {
            AssociationType = type.ToUrn(),
            SourceObject = source,
            TargetObject = target,
        };
        change?.Invoke(association);
        _objects.Add(association);
        return this;
    }

    /// <summary>Adds an object as it is.</summary>
    public SubmissionBuilder Add(ObjectBuilder item)
    {
        _objects.Add(item);
        return this;
    }

    /// <summary>Takes out an object, and nothing else.</summary>
    public SubmissionBuilder Remove(string id)
    {
        _objects.RemoveAll(o => o.Id == id);
        return this;
    }

    /// <summary>The list as a message carries it.</summary>
    public RegistryObjectList Build() => new([.. _objects.Select(o => o.Build())], [], []);

    static ObjectBuilder NewSet(string patientId) => new ObjectBuilder(EbrimElement.RegistryPackage, SetId)
        .Mark(SchemeUuids.SubmissionSet)
        .Title("Discharge")
        .Slot(SlotNames.SubmissionTime, "20260102030405")
        .Author(SchemeUuids.SubmissionSetAuthor, (SlotNames.AuthorPerson, "^Testdoctor^Ada^^^Dr^MD"))
        .Code(SchemeUuids.ContentTypeCode, "225728007", "2.16.840.1.113883.6.96", "Accident and Emergency department")
        .Identifier(SchemeUuids.SubmissionSetPatientId, patientId, "XDSSubmissionSet.patientId")
        .Identifier(SchemeUuids.SourceId, "1.3.6.1.4.1.21367.2026.9.1", "XDSSubmissionSet.sourceId")
        .Identifier(SchemeUuids.SubmissionSetUniqueId, NewOid(), "XDSSubmissionSet.uniqueId");

    static ObjectBuilder NewDocument(string id, string patientId) =>
        new ObjectBuilder(EbrimElement.ExtrinsicObject, id) { ObjectType = SchemeUuids.StableDocumentEntry, MimeType = "text/xml" }
            .Title("Discharge summary")
            .Slot(SlotNames.CreationTime, "20260102")
            .Slot(SlotNames.Hash, "e543712c0e10501972de13a5bfcbe826c49feb75")
            .Slot(SlotNames.LanguageCode, "en-US")
            .Slot(SlotNames.RepositoryUniqueId, "1.3.6.1.4.1.21367.2026.1.1")
            .Slot(SlotNames.ServiceStartTime, "202601010800")
            .Slot(SlotNames.ServiceStopTime, "202601020900")
            .Slot(SlotNames.Size, "36")
            .Slot(SlotNames.SourcePatientId, "MRN-7^^^&1.3.6.1.4.1.21367.2026.8&ISO")
            .Slot(SlotNames.SourcePatientInfo, "PID-3|MRN-7^^^&1.3.6.1.4.1.21367.2026.8&ISO", "PID-5|Testpatient^Tom^^^", "PID-8|M")
            .Author(
                SchemeUuids.DocumentEntryAuthor,
                (SlotNames.AuthorPerson, "^Testdoctor^Ada^^^Dr^MD"),
                (SlotNames.AuthorInstitution, "Test Hospital^^^^^^^^^1.3.6.1.4.1.21367.2026.7"),
                (SlotNames.AuthorRole, "Attending"),
                (SlotNames.AuthorSpecialty, "Internal medicine"))
            .Code(SchemeUuids.ClassCode, "REPORTS", "1.3.6.1.4.1.19376.1.2.6.1", "Reports")
            .Code(SchemeUuids.ConfidentialityCode, "N", "2.16.840.1.113883.5.25", "Normal")
            .Code(SchemeUuids.FormatCode, "urn:ihe:pcc:xds-ms:2007", "1.3.6.1.4.1.19376.1.2.3", "PCC XDS-MS")
            .Code(SchemeUuids.HealthcareFacilityTypeCode, "264372000", "2.16.840.1.113883.6.96", "Pharmacy")
            .Code(SchemeUuids.PracticeSettingCode, "309927009", "2.16.840.1.113883.6.96", "General medical department")
            .Code(SchemeUuids.TypeCode, "11488-4", "2.16.840.1.113883.6.1", "Consultation Note")
            .Identifier(SchemeUuids.DocumentEntryPatientId, patientId, "XDSDocumentEntry.patientId")
            .Identifier(SchemeUuids.DocumentEntryUniqueId, NewOid(), "XDSDocumentEntry.uniqueId");

    static ObjectBuilder NewFolder(string id, string patientId) => new ObjectBuilder(EbrimElement.RegistryPackage, id)
        .Mark(SchemeUuids.Folder)
        .Title("Referrals")
        .Code(SchemeUuids.FolderCodeList, "Referrals", "1.3.6.1.4.1.21367.2017.3", "Referrals")
        .Identifier(SchemeUuids.FolderPatientId, patientId, "XDSFolder.patientId")
        .Identifier(SchemeUuids.FolderUniqueId, NewOid(), "XDSFolder.uniqueId");

    SubmissionBuilder AddMember(string id) => AddAssociation(
        AssociationType.HasMember, SetId, id, $"{SetId}-{id}", a => a.Slot(SlotNames.SubmissionSetStatus, "Original"));
}
