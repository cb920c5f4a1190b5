using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Mapping;

/// <summary>Typed values built from scratch make ebRIM that passes the rules and reads back as the same values.</summary>
[TestFixture]
public sealed class RoundTripTests
{
    static readonly JsonSerializerOptions Values = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropEbrim } },
        WriteIndented = true,
    };

    static readonly PatientId Patient = PatientId.Parse(SubmissionBuilder.DefaultPatient)!;

    // Any text that XML may carry and that is not blank.
    static readonly Gen<string> Text =
        from letters in Gen.Elements("a", "Z", "7", " ", "&", "<", "'", "\"", "ü", "漢", "😀").ArrayOf()
        from first in Gen.Elements("x", "é", "病")
        select first + string.Concat(letters.Take(20));

    static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(t => (string?)t), Gen.Constant<string?>(null));

    static readonly Gen<string> Oid = from arcs in Gen.Choose(0, 99999).NonEmptyListOf() select "1." + string.Join('.', arcs.Take(8));

    static readonly Gen<string> Time = from seconds in Gen.Choose(0, int.MaxValue)
                                       from digits in Gen.Elements(4, 6, 8, 10, 12, 14)
                                       select Dtm.From(DateTimeOffset.UnixEpoch.AddSeconds(seconds))[..digits];

    static readonly Gen<string?> MaybeTime = Gen.OneOf(Time.Select(t => (string?)t), Gen.Constant<string?>(null));

    static readonly Gen<Code> Code = from value in Text from scheme in Oid from display in Text select new Code(value, scheme, display);

    static readonly Gen<Author> Author =
        from person in Gen.Elements("^Testdoctor^Ada^^^Dr", "11375^Testdoctor", null)
        from institutions in Gen.Elements("Test Hospital", "Test Clinic^^^^^&1.2.3&ISO^^^^45").ListOf()
        from roles in Text.ListOf()
        from specialties in Text.ListOf()
        select new Author
        {
            Person = person,
            Institutions = person is null && institutions.Count == 0 ? ["Test Hospital"] : [.. institutions],
            Roles = [.. roles],
            Specialties = [.. specialties],
            Telecommunications = roles.Count == 1 ? ["^^Internet^ada@example.org"] : [],
        };

    static readonly Gen<Slot[]> Extra =
        from names in Gen.Elements("urn:example:a", "urn:example:b", "urn:oid:1.2.3").ListOf()
        from values in Text.NonEmptyListOf()
        select names.Distinct().Select(n => new Slot(n, [.. values])).ToArray();

    static readonly Gen<DocumentEntry> Entry =
        from codes in Code.ArrayOf(7)
        from events in Code.ListOf()
        from authors in Author.ListOf()
        from texts in MaybeText.ArrayOf(2)
        from times in MaybeTime.ArrayOf(2).Select(pair => pair.Order(StringComparer.Ordinal).ToArray())
        from creation in Time
        from size in Gen.Choose(0, int.MaxValue)
        from uri in Gen.Elements(null, "http://documents.example/7", "http://documents.example/" + new string('7', 500))
        from references in Gen.Elements("7^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order", "8^^^^urn:ihe:iti:xds:2013:accession").ListOf()
        from flags in Gen.Elements(true, false).ArrayOf(3)
        from extra in Extra
        select new DocumentEntry
        {
            EntryUuid = EntryUuid.New(),
            LogicalId = "",
            UniqueId = SubmissionBuilder.NewOid(),
            PatientId = Patient,
            MimeType = "text/xml",
            ClassCode = codes[0],
            TypeCode = codes[1],
            FormatCode = codes[2],
            HealthcareFacilityTypeCode = codes[3],
            PracticeSettingCode = codes[4],
            ConfidentialityCodes = [codes[5], codes[6]],
            EventCodes = [.. events],
            Authors = [.. authors],
            Title = texts[0],
            Comments = texts[1],
            CreationTime = creation,
            ServiceStartTime = times[0],
            ServiceStopTime = times[1],
            LanguageCode = "zh-CN",
            LegalAuthenticator = flags[0] ? "^Testdoctor^Ada" : null,
            SourcePatientId = "MRN-7^^^&1.2.3&ISO",
            SourcePatientInfo = flags[1] ? ["PID-5|Testpatient^Tom", "PID-8|M"] : [],
            Hash = "e543712c0e10501972de13a5bfcbe826c49feb75",
            Size = size,
            RepositoryUniqueId = "1.2.3",
            Uri = uri,
            HomeCommunityId = flags[1] ? "urn:oid:1.2.3" : null,
            ReferenceIds = [.. references],
            Offline = flags[2],
            ExtraMetadata = extra,
        };

    static readonly Gen<Submission> Submissions =
        from entries in Entry.NonEmptyListOf()
        from folders in Gen.Choose(0, 2)
        from codes in Code.NonEmptyListOf()
        from authors in Author.ListOf()
        from texts in MaybeText.ArrayOf(2)
        from time in Time
        from extra in Extra
        select Compose([.. entries.Take(3).Select(e => e with { LogicalId = e.EntryUuid })], folders, [.. codes], [.. authors], texts, time, extra);

    [Test]
    public void What_is_built_passes_the_rules_and_reads_back() => Prop.ForAll(Submissions.ToArbitrary(), submission =>
    {
        var findings = new ErrorList();
        var read = SubmissionReader.Read(submission.ToEbrim(), new RuleContext(SubmissionKind.Register, TestDomain.Unchecked), findings);
        return (read is not null && Described(read) == Described(submission)).Label(string.Join("\n", findings));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void What_is_read_keeps_the_object_as_submitted()
    {
        var list = AssignUuids.In(SubmissionBuilder.OneDocumentInFolder().Build());
        Assert.That(SubmissionMapping.Read(list).ToEbrim().Objects, Is.EquivalentTo(list.Objects));
    }

    static Submission Compose(DocumentEntry[] entries, int folderCount, Code[] codes, Author[] authors, string?[] texts, string time, Slot[] extra)
    {
        var set = new SubmissionSet
        {
            EntryUuid = EntryUuid.New(),
            UniqueId = SubmissionBuilder.NewOid(),
            SourceId = "1.2.3",
            PatientId = Patient,
            SubmissionTime = time,
            ContentTypeCode = codes[0],
            Authors = authors,
            IntendedRecipients = authors.Length > 1 ? ["Test Hospital|^Testdoctor^Ada|^^Internet^ada@example.org"] : [],
            Title = texts[0],
            Comments = texts[1],
            ExtraMetadata = extra,
        };
        var folders = Enumerable.Range(0, folderCount).Select(_ => NewFolder(codes, texts, extra)).ToArray();
        var members = folders.SelectMany(f => entries.Select(e => New(AssociationType.HasMember, f.EntryUuid, e.EntryUuid))).ToArray();
        var related = entries.Select(e => New(AssociationType.Append, e.EntryUuid, EntryUuid.New()) with { Documentation = codes }).ToArray();
        var linked = entries.Select(e => e.EntryUuid).Concat(folders.Select(f => f.EntryUuid)).Concat(members.Select(m => m.EntryUuid))
            .Select(id => New(AssociationType.HasMember, set.EntryUuid, id) with { Original = true, ExtraMetadata = extra });
        return new Submission(set, entries, folders, [.. members, .. related, .. linked]);
    }

    static Folder NewFolder(Code[] codes, string?[] texts, Slot[] extra)
    {
        var id = EntryUuid.New();
        return new Folder
        {
            EntryUuid = id,
            LogicalId = id,
            UniqueId = SubmissionBuilder.NewOid(),
            PatientId = Patient,
            Codes = codes,
            Title = texts[0] ?? "Folder",
            Comments = texts[1],
            ExtraMetadata = extra,
        };
    }

    static Association New(AssociationType type, string source, string target) =>
        new() { EntryUuid = EntryUuid.New(), Type = type, Source = source, Target = target };

    // Every property of every value but the ebRIM objects beside them, whose nested ids are made anew each time.
    static string Described(Submission submission) => JsonSerializer.Serialize(submission, Values);

    static void DropEbrim(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].PropertyType == typeof(RegistryObject)) type.Properties.RemoveAt(i);
    }
}
