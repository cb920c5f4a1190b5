using System.Globalization;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Server.Demo;

/// <summary>
/// Makes the metadata of the demo's submissions. The same file makes the same metadata each time, ids included, so that loading it again
/// is a retry that stores nothing; entryUUIDs are made of uniqueIds, so that one submission can name another's objects.
/// </summary>
sealed class DemoMetadata(DemoFile file)
{
    const string RelationshipUrn = "urn:ihe:iti:2007:AssociationType:";

    /// <summary>The submission as a Document Source sends it; the repository fills in hash, size and its own id.</summary>
    internal RegistryObjectList Of(DemoSubmission submission)
    {
        var made = new Submission(
            SubmissionSet(submission),
            [.. submission.Documents.Select(document => DocumentEntry(submission, document))],
            [.. (submission.NewFolders ?? []).Select(folder => Folder(submission, folder))],
            [.. Associations(submission)]).ToEbrim();
        return made with { Objects = [.. made.Objects.Select(WithoutRandomIds)] };
    }

    /// <summary>The submission as an On-Demand Document Source sends it; the repository that serves it is this one.</summary>
    internal RegistryObjectList Of(DemoOnDemand onDemand, string repositoryUniqueId)
    {
        var made = new Submission(
            SubmissionSet(onDemand),
            [DocumentEntry(onDemand, repositoryUniqueId)],
            [],
            [Association(1, AssociationType.HasMember, EntryUuid(onDemand.SubmissionUniqueId), EntryUuid(onDemand.UniqueId), original: true)]).ToEbrim();
        return made with { Objects = [.. made.Objects.Select(WithoutRandomIds)] };
    }

    /// <summary>The entryUUID of the object with a uniqueId.</summary>
    internal static string EntryUuid(string uniqueId) => $"urn:uuid:{NameBasedUuid.OfOid(uniqueId)}";

    SubmissionSet SubmissionSet(DemoSubmission submission) => new()
    {
        EntryUuid = EntryUuid(submission.UniqueId),
        UniqueId = submission.UniqueId,
        SourceId = file.SourceId,
        PatientId = Patient(submission).ToModel(),
        SubmissionTime = submission.SubmissionTime,
        ContentTypeCode = submission.ContentTypeCode.ToModel(),
        Authors = [file.Authors[submission.Author].ToModel()],
        Title = submission.Title,
        Comments = submission.Comments,
    };

    DocumentEntry DocumentEntry(DemoSubmission submission, DemoDocument document)
    {
        var patient = Patient(submission);
        return new DocumentEntry
        {
            EntryUuid = EntryUuid(document.UniqueId),
            LogicalId = EntryUuid(document.UniqueId),
            UniqueId = document.UniqueId,
            PatientId = patient.ToModel(),
            MimeType = document.MimeType,
            ClassCode = document.ClassCode.ToModel(),
            TypeCode = document.TypeCode.ToModel(),
            FormatCode = document.FormatCode.ToModel(),
            HealthcareFacilityTypeCode = document.HealthcareFacilityTypeCode.ToModel(),
            PracticeSettingCode = document.PracticeSettingCode.ToModel(),
            ConfidentialityCodes = [.. document.ConfidentialityCode.Select(code => code.ToModel())],
            EventCodes = [.. (document.EventCodeList ?? []).Select(code => code.ToModel())],
            Authors = [file.Authors[document.Author].ToModel()],
            Title = document.Title,
            Comments = document.Comments,
            CreationTime = document.CreationTime,
            ServiceStartTime = document.ServiceStartTime,
            ServiceStopTime = document.ServiceStopTime,
            LanguageCode = document.LanguageCode,
            LegalAuthenticator = document.LegalAuthenticator is { } author ? file.Authors[author].Person : null,
            SourcePatientId = patient.SourcePatientId,
            SourcePatientInfo = patient.SourcePatientInfo,
        };
    }

    Folder Folder(DemoSubmission submission, DemoFolder folder) => new()
    {
        EntryUuid = EntryUuid(folder.UniqueId),
        LogicalId = EntryUuid(folder.UniqueId),
        UniqueId = folder.UniqueId,
        PatientId = Patient(submission).ToModel(),
        Codes = [.. folder.CodeList.Select(code => code.ToModel())],
        Title = folder.Title,
        Comments = folder.Comments,
    };

    static List<Association> Associations(DemoSubmission submission)
    {
        var all = new List<Association>();
        var set = EntryUuid(submission.UniqueId);
        foreach (var folder in submission.NewFolders ?? []) Add(AssociationType.HasMember, set, EntryUuid(folder.UniqueId), original: true);
        foreach (var document in submission.Documents)
        {
            var entry = EntryUuid(document.UniqueId);
            Add(AssociationType.HasMember, set, entry, original: true);
            foreach (var folder in document.Folders ?? [])
            {
                var membership = Add(AssociationType.HasMember, EntryUuid(folder), entry);
                Add(AssociationType.HasMember, set, membership, original: true);
            }

            if (document.Relation is { } relation)
                Add(AssociationTypeUrn.Parse(RelationshipUrn + relation.Type)!.Value, entry, EntryUuid(relation.Target));
        }

        return all;

        string Add(AssociationType type, string source, string target, bool? original = null)
        {
            all.Add(Association(all.Count + 1, type, source, target, original));
            return all[^1].EntryUuid;
        }
    }

    static Association Association(int number, AssociationType type, string source, string target, bool? original) => new()
    {
        EntryUuid = string.Create(CultureInfo.InvariantCulture, $"association{number}"),
        Type = type,
        Source = source,
        Target = target,
        Original = original,
    };

    SubmissionSet SubmissionSet(DemoOnDemand onDemand) => new()
    {
        EntryUuid = EntryUuid(onDemand.SubmissionUniqueId),
        UniqueId = onDemand.SubmissionUniqueId,
        SourceId = file.SourceId,
        PatientId = Patient(onDemand.Patient).ToModel(),
        SubmissionTime = onDemand.SubmissionTime,
        ContentTypeCode = onDemand.ContentTypeCode.ToModel(),
        Authors = [file.Authors[onDemand.Author].ToModel()],
        Title = onDemand.Title,
    };

    DocumentEntry DocumentEntry(DemoOnDemand onDemand, string repositoryUniqueId)
    {
        var patient = Patient(onDemand.Patient);
        return new DocumentEntry
        {
            EntryUuid = EntryUuid(onDemand.UniqueId),
            LogicalId = EntryUuid(onDemand.UniqueId),
            UniqueId = onDemand.UniqueId,
            OnDemand = true,
            PatientId = patient.ToModel(),
            MimeType = onDemand.MimeType,
            ClassCode = onDemand.ClassCode.ToModel(),
            TypeCode = onDemand.TypeCode.ToModel(),
            FormatCode = onDemand.FormatCode.ToModel(),
            HealthcareFacilityTypeCode = onDemand.HealthcareFacilityTypeCode.ToModel(),
            PracticeSettingCode = onDemand.PracticeSettingCode.ToModel(),
            ConfidentialityCodes = [.. onDemand.ConfidentialityCode.Select(code => code.ToModel())],
            Authors = [file.Authors[onDemand.Author].ToModel()],
            Title = onDemand.Title,
            Comments = onDemand.Comments,
            LanguageCode = onDemand.LanguageCode,
            SourcePatientId = patient.SourcePatientId,
            SourcePatientInfo = patient.SourcePatientInfo,
            RepositoryUniqueId = repositoryUniqueId,
        };
    }

    DemoPatient Patient(DemoSubmission submission) => Patient(submission.Patient);

    DemoPatient Patient(string id) => file.Patients.Single(patient => patient.Id == id);

    // Nothing names classifications and identifiers; the registry gives them ids.
    static RegistryObject WithoutRandomIds(RegistryObject item) => item with
    {
        Classifications = [.. item.Classifications.Select(classification => classification with { Id = null })],
        ExternalIdentifiers = [.. item.ExternalIdentifiers.Select(identifier => identifier with { Id = null })],
    };
}
