using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// A document in a folder, of the patient of a template, stored before the template is sent: its placeholders name these objects.
/// </summary>
sealed class Seed
{
    const string DefaultPatient = SubmissionBuilder.DefaultPatient;

    static readonly XNamespace XdsB = "urn:ihe:iti:xds-b:2007";
    static readonly XNamespace Lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";

    static readonly string[] Described = ["name", "code", "extension", "prefix", "suffix", "role", "title"];

    const string SecondId = "Document02";

    readonly string _document = NewUuid();
    readonly string _second = NewUuid();
    readonly string _newEntry = NewUuid();
    readonly string _folder = NewUuid();
    readonly string _set = NewUuid();
    readonly string _membership = NewUuid();
    readonly string _documentUniqueId = SubmissionBuilder.NewOid();
    readonly string _folderUniqueId = SubmissionBuilder.NewOid();
    readonly string _setUniqueId = SubmissionBuilder.NewOid();
    readonly string _patient;
    readonly bool _isOfFolder;

    /// <summary>The objects for a template: of its patient, if it names one, and of a folder where it has no document.</summary>
    public Seed(string? patient, string template)
    {
        _patient = patient ?? DefaultPatient;
        _isOfFolder = !template.Contains("ExtrinsicObject", StringComparison.Ordinal);
    }

    /// <summary>The request that stores the objects.</summary>
    public XElement Request()
    {
        var submission = SubmissionBuilder.OneDocumentInFolder(_patient)
            .Document(d => d.Without(SlotNames.Hash).Without(SlotNames.Size).Identifier(SchemeUuids.DocumentEntryUniqueId, _documentUniqueId))
            .AddDocument(SecondId)
            .Change(SecondId, d => d.Without(SlotNames.Hash).Without(SlotNames.Size))
            .Folder(f => f.Identifier(SchemeUuids.FolderUniqueId, _folderUniqueId))
            .Set(s => s.Identifier(SchemeUuids.SubmissionSetUniqueId, _setUniqueId));
        var list = RegistryObjectListXml.Write(submission.Build()).ToString()
            .Replace($"\"{SubmissionBuilder.DocumentId}\"", $"\"{_document}\"", StringComparison.Ordinal)
            .Replace($"\"{SecondId}\"", $"\"{_second}\"", StringComparison.Ordinal)
            .Replace($"\"{SubmissionBuilder.FolderId}\"", $"\"{_folder}\"", StringComparison.Ordinal)
            .Replace($"\"{SubmissionBuilder.SetId}\"", $"\"{_set}\"", StringComparison.Ordinal)
            .Replace($"\"In-{SubmissionBuilder.FolderId}-{SubmissionBuilder.DocumentId}\"", $"\"{_membership}\"", StringComparison.Ordinal);
        return new XElement(
            XdsB + "ProvideAndRegisterDocumentSetRequest",
            new XElement(Lcm + "SubmitObjectsRequest", XElement.Parse(list)),
            new[] { _document, _second }.Select(id => new XElement(XdsB + "Document", new XAttribute("id", id), Convert.ToBase64String("A document."u8))));
    }

    /// <summary>What stands for a placeholder; its name says what it is meant to be.</summary>
    public string ValueOf(string placeholder) => placeholder.ToLowerInvariant().TrimEnd("0123456789".ToCharArray()) switch
    {
        "patientid" or "patient_id" or "pid" => _patient,
        "altpatientid" or "patientiddenew" => "IHERED-1002^^^&1.3.6.1.4.1.21367.13.20.1000&ISO",
        "patientextension" => "IHERED-1001",
        "patientroot" => "&1.3.6.1.4.1.21367.13.20.1000&ISO",
        "home" or "confighome" or "home_community_id" => "urn:oid:1.3.6.1.4.1.21367.2026.1",
        "repuid" or "repositoryuid" or "repository_unique_id" => "1.3.6.1.4.1.21367.2026.1.1",
        "uid" or "lid" when _isOfFolder => placeholder == "lid" ? _folder : _folderUniqueId,
        "folder_lid" => _folder,
        "folder_uid" or "folder01_uid" => _folderUniqueId,
        "document_uid" or "document01_uid" or "document02_uid" or "docuidorig" => _documentUniqueId,
        "document02_uuid" => _second,
        "submissionset01_uid" => SubmissionBuilder.NewOid(),
        "assoc" => _membership,
        "previous_version" => "1",
        "old_status" => AvailabilityStatusUrn.Approved,
        "new_status" => AvailabilityStatusUrn.Deprecated,
        "uid" or "uniqueid" or "docuid" or "doc_uid" or "orig_docentry_uid" or "document_unique_id" => _documentUniqueId,
        "ssuid" => _setUniqueId,
        "ss_uuid" => _set,
        "fol_uuid" or "folder" => _folder,
        "association_uuid" => _membership,
        "ot" => SchemeUuids.StableDocumentEntry,
        "object_types" => $"('{SchemeUuids.StableDocumentEntry}')",
        "rt" or "returntype" => "LeafClass",
        "dst" => "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved",
        "lastyear" or "ctf" or "sstf" or "sttf" => "20250101",
        "now" or "ctt" or "sstt" or "sttt" => "20270101",
        "ap" => "%Smith%",
        "cc" or "clc" or "tc" or "fc" or "hftc" or "psc" or "ecl" => "code^^scheme",
        "patientidcx" or "sourcepatientidcx" => _patient,
        "sourcepatientextension" => "MRN-7",
        "sourcepatientroot" => "&1.3.6.1.4.1.21367.2026.8&ISO",
        "documentsymbolicid" => "Document01",
        "entryuuid" => _newEntry,
        "documentmimetype" => "text/xml",
        "languagecode" => "en-US",
        "sourceid" => "1.3.6.1.4.1.21367.2026.9.1",
        "documentuniqueid" or "submissionsetuniqueid" => SubmissionBuilder.NewOid(),
        "refid" => "REF-1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:accession",
        var name when name.EndsWith("time", StringComparison.Ordinal) => "20260102030405",
        var name when name.EndsWith("root", StringComparison.Ordinal) => "&1.3.6.1.4.1.21367.2026.7&ISO",
        var name when name.EndsWith("codesystem", StringComparison.Ordinal) => "1.3.6.1.4.1.21367.2026.10",
        var name when Described.Any(end => name.EndsWith(end, StringComparison.Ordinal)) => "example",
        _ => _document,
    };

    static string NewUuid() => $"urn:uuid:{Guid.NewGuid()}";
}
