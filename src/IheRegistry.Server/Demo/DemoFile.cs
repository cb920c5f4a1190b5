using System.Text.Json;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Server.Demo;

/// <summary>samples/demo/demo.json, which ships beside the executable; its paths are relative to itself.</summary>
sealed record DemoFile(
    string SourceId,
    IReadOnlyDictionary<string, DemoAuthor> Authors,
    IReadOnlyList<DemoPatient> Patients,
    IReadOnlyList<DemoSubmission> Submissions,
    IReadOnlyList<DemoOnDemand> OnDemand,
    IReadOnlyList<DemoMerge> Merges)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>Where it ships.</summary>
    internal static string DefaultPath { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "demo", "demo.json");

    internal static DemoFile Read(string path) =>
        JsonSerializer.Deserialize<DemoFile>(File.ReadAllBytes(path), Json) ?? throw new JsonException("The demo file is empty.");
}

/// <summary>A code.</summary>
sealed record DemoCode(string Code, string Display, string CodingScheme)
{
    internal Code ToModel() => new(Code, CodingScheme, Display);
}

/// <summary>An author.</summary>
sealed record DemoAuthor(string Person, string Institution, string Role, string Specialty, string Telecommunication)
{
    internal Author ToModel() => new()
    {
        Person = Person,
        Institutions = [Institution],
        Roles = [Role],
        Specialties = [Specialty],
        Telecommunications = [Telecommunication],
    };
}

/// <summary>A patient and the messages that feed it.</summary>
sealed record DemoPatient(
    string Id, string PatientId, string SourcePatientId, IReadOnlyList<string> SourcePatientInfo, IReadOnlyList<string> Feed)
{
    internal PatientId ToModel() => Model.Identity.PatientId.Parse(PatientId)!;
}

/// <summary>Messages that merge patients.</summary>
sealed record DemoMerge(IReadOnlyList<string> Feed);

/// <summary>A SubmissionSet with its documents and folders.</summary>
sealed record DemoSubmission(
    string UniqueId,
    string Patient,
    string Title,
    string? Comments,
    string SubmissionTime,
    DemoCode ContentTypeCode,
    string Author,
    IReadOnlyList<DemoDocument> Documents,
    IReadOnlyList<DemoFolder>? NewFolders);

/// <summary>A Folder.</summary>
sealed record DemoFolder(string UniqueId, string Title, string? Comments, IReadOnlyList<DemoCode> CodeList);

/// <summary>A document.</summary>
sealed record DemoDocument(
    string File,
    string UniqueId,
    string Title,
    string? Comments,
    string MimeType,
    string LanguageCode,
    string CreationTime,
    string ServiceStartTime,
    string ServiceStopTime,
    DemoCode ClassCode,
    DemoCode TypeCode,
    DemoCode FormatCode,
    DemoCode HealthcareFacilityTypeCode,
    DemoCode PracticeSettingCode,
    IReadOnlyList<DemoCode> ConfidentialityCode,
    IReadOnlyList<DemoCode>? EventCodeList,
    string Author,
    string? LegalAuthenticator,
    IReadOnlyList<string>? Folders,
    DemoRelation? Relation);

/// <summary>What a document does to one before it: RPLC, APND, XFRM or XFRM_RPLC.</summary>
sealed record DemoRelation(string Type, string Target);

/// <summary>An on-demand entry in a SubmissionSet of its own: the repository assembles its document.</summary>
sealed record DemoOnDemand(
    string UniqueId,
    string SubmissionUniqueId,
    string Patient,
    string Title,
    string? Comments,
    string SubmissionTime,
    string MimeType,
    string LanguageCode,
    DemoCode ContentTypeCode,
    DemoCode ClassCode,
    DemoCode TypeCode,
    DemoCode FormatCode,
    DemoCode HealthcareFacilityTypeCode,
    DemoCode PracticeSettingCode,
    IReadOnlyList<DemoCode> ConfidentialityCode,
    string Author);
