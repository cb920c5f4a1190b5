using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Documents;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>
/// The registration of a snapshot: a SubmissionSet, the stable DocumentEntry, and the Association that says which on-demand entry it is
/// a snapshot of (ITI TF-2 3.43.4.2.3). A snapshot before it is replaced.
/// </summary>
static class SnapshotSubmission
{
    const string Agent = "^IheRegistry";

    internal static Submission Of(
        SummaryPlan plan, string uniqueId, StagedDocument document, Code? contentType, string? replaced, DateTimeOffset at)
    {
        var entry = Entry(plan, uniqueId, document, at);
        var set = Set(plan, contentType, at);
        List<Association> associations =
        [
            Association(AssociationType.HasMember, set.EntryUuid, entry.EntryUuid, original: true),
            Association(AssociationType.IsSnapshotOf, entry.EntryUuid, plan.Entry.Entry.EntryUuid),
        ];
        if (replaced is not null) associations.Add(Association(AssociationType.Replace, entry.EntryUuid, replaced));
        return new Submission(set, [entry], [], associations);
    }

    static DocumentEntry Entry(SummaryPlan plan, string uniqueId, StagedDocument document, DateTimeOffset at)
    {
        var onDemand = plan.Entry.Entry;
        var uuid = EntryUuid.New();
        return new DocumentEntry
        {
            EntryUuid = uuid,
            LogicalId = uuid,
            UniqueId = uniqueId,
            PatientId = plan.Entry.Patient,
            MimeType = OnDemandDocuments.MimeType,
            ClassCode = onDemand.ClassCode,
            TypeCode = onDemand.TypeCode,
            FormatCode = onDemand.FormatCode,
            HealthcareFacilityTypeCode = onDemand.HealthcareFacilityTypeCode,
            PracticeSettingCode = onDemand.PracticeSettingCode,
            ConfidentialityCodes = Confidentiality.Of([onDemand, .. plan.Sources.Select(source => source.Entry)]),
            EventCodes = onDemand.EventCodes,
            Authors = [Author(plan)],
            Title = onDemand.Title,
            Comments = onDemand.Comments,
            CreationTime = Dtm.From(at),
            ServiceStartTime = onDemand.ServiceStartTime,
            ServiceStopTime = onDemand.ServiceStopTime,
            LanguageCode = onDemand.LanguageCode,
            SourcePatientId = onDemand.SourcePatientId,
            SourcePatientInfo = onDemand.SourcePatientInfo,
            Hash = document.Sha1,
            Size = document.Size,
            RepositoryUniqueId = plan.Domain.RepositoryUniqueId,
        };
    }

    static SubmissionSet Set(SummaryPlan plan, Code? contentType, DateTimeOffset at) => new()
    {
        EntryUuid = EntryUuid.New(),
        UniqueId = Oid.New(),
        SourceId = plan.Domain.RepositoryUniqueId,
        PatientId = plan.Entry.Patient,
        SubmissionTime = Dtm.From(at),
        ContentTypeCode = contentType,
        Authors = [Author(plan)],
        Title = plan.Entry.Entry.Title,
    };

    // The name is text of ours, where HL7's separators mean nothing.
    static Author Author(SummaryPlan plan) => new()
    {
        Person = Agent,
        Institutions = [string.Join(' ', plan.Domain.Name.Split('^', '&', '~', '|', '\\'))],
    };

    static Association Association(AssociationType type, string source, string target, bool? original = null) =>
        new() { EntryUuid = EntryUuid.New(), Type = type, Source = source, Target = target, Original = original };
}
