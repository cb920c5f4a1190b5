using System.Numerics;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace PublishAndRetrieve;

/// <summary>The metadata of a discharge summary, in codes of the affinity domain that ships.</summary>
static class DischargeSummary
{
    const string Snomed = "2.16.840.1.113883.6.96";

    static readonly Author Author = new()
    {
        Person = "D-0101^Abelsample^Ada^^^Dr.^^^&1.3.6.1.4.1.21367.2026.6&ISO",
        Institutions = ["Northfield Test Hospital^^^^^^^^^1.3.6.1.4.1.21367.2026.3.1"],
    };

    /// <summary>A SubmissionSet with one document; the repository fills in hash, size and its own id.</summary>
    internal static Submission Submit(PatientId patient)
    {
        var now = Dtm.From(DateTimeOffset.UtcNow);
        var set = new SubmissionSet
        {
            EntryUuid = EntryUuid.New(),
            UniqueId = NewOid(),
            SourceId = "1.3.6.1.4.1.21367.2026.2.2",
            PatientId = patient,
            SubmissionTime = now,
            ContentTypeCode = new Code("22232009", Snomed, "Hospital"),
            Authors = [Author],
            Title = "Discharge",
        };
        var entry = Entry(patient, now);
        var membership = new Association
        {
            EntryUuid = EntryUuid.New(),
            Type = AssociationType.HasMember,
            Source = set.EntryUuid,
            Target = entry.EntryUuid,
            Original = true,
        };
        return new Submission(set, [entry], [], [membership]);
    }

    static DocumentEntry Entry(PatientId patient, string now)
    {
        var uuid = EntryUuid.New();
        return new DocumentEntry
        {
            EntryUuid = uuid,
            LogicalId = uuid,
            UniqueId = NewOid(),
            PatientId = patient,
            MimeType = "text/xml",
            ClassCode = new Code("REPORTS", "1.3.6.1.4.1.19376.1.2.6.1", "Reports"),
            TypeCode = new Code("18842-5", "2.16.840.1.113883.6.1", "Discharge summary"),
            FormatCode = new Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3", "mimeType Sufficient"),
            HealthcareFacilityTypeCode = new Code("22232009", Snomed, "Hospital"),
            PracticeSettingCode = new Code("309927009", Snomed, "General medical department"),
            ConfidentialityCodes = [new Code("N", "2.16.840.1.113883.5.25", "normal")],
            Authors = [Author],
            Title = "Discharge Summary",
            CreationTime = now,
            LanguageCode = "en-US",
            SourcePatientId = $"{patient.Id}^^^&1.3.6.1.4.1.21367.2026.3.1.1&ISO",
            SourcePatientInfo = ["PID-5|Testfield^Amara", "PID-7|19580314", "PID-8|F"],
        };
    }

    // A UUID is an OID too (ITU-T X.667).
    static string NewOid() => $"2.25.{new BigInteger(Guid.NewGuid().ToByteArray(), isUnsigned: true)}";
}
