using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

[TestFixture]
public sealed class FindDocumentsQueryTests
{
    RegistryRows _registry = null!;

    static DocumentCriteria Of(string patient) => new()
    {
        PatientIds = [RegistryRows.Patient(patient)],
        Statuses = [AvailabilityStatus.Approved],
    };

    static Code[] Codes(params string[] codes) => [.. codes.Select(c => new Code(c, "s"))];

    static TimeRange Range(long? from, long? to) => new(from, to);

    static IEnumerable<TestCaseData> Filters()
    {
        var all = Of("p");
        AvailabilityStatus[] both = [AvailabilityStatus.Approved, AvailabilityStatus.Deprecated];
        var dated = all with { CreationTime = Range(20060101000000, null) };
        yield return Case("nothing else", all, "first", "second");
        yield return Case("status", all with { Statuses = [AvailabilityStatus.Deprecated] }, "old");
        yield return Case("both statuses", all with { Statuses = both }, "first", "second", "old");
        yield return Case("class", all with { ClassCodes = Codes("class1") }, "first");
        yield return Case("class of two", all with { ClassCodes = Codes("class1", "class2", "class9") }, "first", "second");
        yield return Case("class of another scheme", all with { ClassCodes = [new Code("class1", "t")] });
        yield return Case("type", all with { TypeCodes = Codes("type1") }, "first");
        yield return Case("no such type", all with { TypeCodes = Codes("type9") });
        yield return Case("format", all with { FormatCodes = Codes("format2") }, "second");
        yield return Case("no such format", all with { FormatCodes = Codes("format9") });
        yield return Case("facility", all with { HealthcareFacilityTypeCodes = Codes("facility1") }, "first");
        yield return Case("no such facility", all with { HealthcareFacilityTypeCodes = Codes("facility9") });
        yield return Case("practice", all with { PracticeSettingCodes = Codes("practice1") }, "first");
        yield return Case("no such practice", all with { PracticeSettingCodes = Codes("practice9") });
        yield return Case("event", all with { EventCodes = [Codes("e1")] }, "first");
        yield return Case("event or", all with { EventCodes = [Codes("e1", "e3")] }, "first", "second");
        yield return Case("event and", all with { EventCodes = [Codes("e1"), Codes("e2")] }, "first");
        yield return Case("event and that fails", all with { EventCodes = [Codes("e1"), Codes("e3")] });
        yield return Case("event (a or b) and c", all with { EventCodes = [Codes("e1", "e3"), Codes("e2")] }, "first", "second");
        yield return Case("confidentiality", all with { ConfidentialityCodes = [Codes("R")] }, "second");
        yield return Case("confidentiality and", all with { ConfidentialityCodes = [Codes("R"), Codes("V")] }, "second");
        yield return Case("an event is no confidentiality", all with { ConfidentialityCodes = [Codes("e1")] });
        yield return Case("created from", dated, "second");
        yield return Case("created at the very from", all with { CreationTime = Range(20050203000000, null) }, "first", "second");
        yield return Case("created to", all with { CreationTime = Range(null, 20060101000000) }, "first");
        yield return Case("the very to is out", all with { CreationTime = Range(null, 20050203000000) });
        yield return Case("created between", all with { CreationTime = Range(20050101000000, 20060101000000) }, "first");
        yield return Case("service start", all with { ServiceStartTime = Range(20050101000000, 20060101000000) }, "first", "second");
        yield return Case("service start, and none known", all with { ServiceStartTime = Range(20060101000000, null) }, "second");
        yield return Case("service stop", all with { ServiceStopTime = Range(null, 20050101000000) }, "second");
        yield return Case("author", all with { AuthorPersons = ["%Ford%"] }, "first");
        yield return Case("author by one character", all with { AuthorPersons = ["^F_rd^%"] }, "first");
        yield return Case("author or", all with { AuthorPersons = ["^Prefect%", "^Ford%"] }, "first", "second");
        yield return Case("author in another case", all with { AuthorPersons = ["%ford%"] });
        yield return Case("author whole", all with { AuthorPersons = ["Ford"] });
        yield return Case("a star is no wildcard", all with { AuthorPersons = ["*Ford*"] });
        yield return Case("title", all with { Titles = ["Letter [1]"] }, "first");
        yield return Case("title pattern", all with { Titles = ["L%", "N%"] }, "first", "second");
        yield return Case("no such title", all with { Titles = ["letter%"] });
        yield return Case("reference id", all with { ReferenceIds = [["r1"]] }, "first");
        yield return Case("reference id pattern", all with { ReferenceIds = [["r_"]] }, "first", "second");
        yield return Case("reference ids and", all with { ReferenceIds = [["r1"], ["r2"]] }, "first");
        yield return Case("reference ids or", all with { ReferenceIds = [["r3", "r1"]] }, "first", "second");
        yield return Case("no such reference id", all with { ReferenceIds = [["r9"]] });
        yield return Case("on demand", all with { Types = DocumentEntryTypes.OnDemand }, "ondemand");
        yield return Case("all types", all with { Types = DocumentEntryTypes.All }, "first", "second", "ondemand");
        yield return Case("on-demand entries have no creationTime", dated with { Types = DocumentEntryTypes.All }, "second", "ondemand");
        yield return Case("online", all with { Offline = false }, "first", "second");
        yield return Case("another patient", Of("q"), "foreign");
        yield return Case("two patients", all with { PatientIds = [.. Of("q").PatientIds, .. all.PatientIds] }, "first", "second", "foreign");
        yield return Case("an unknown patient", Of("unknown"));
        yield return Case("a patient of another authority", all with { PatientIds = [new("p", "1.2.3")] });
    }

    static TestCaseData Case(string name, DocumentCriteria criteria, params string[] found) =>
        new TestCaseData(criteria, found).SetName("FindDocuments by " + name);

    [OneTimeSetUp]
    public void Fill()
    {
        _registry = new RegistryRows();
        _registry.AddPatient("p");
        _registry.AddPatient("q");
        _registry.AddDocument("first", "p", new TestDocument
        {
            ClassCode = "class1^^s",
            TypeCode = "type1^^s",
            FormatCode = "format1^^s",
            FacilityCode = "facility1^^s",
            PracticeCode = "practice1^^s",
            EventCodes = ["e1^^s", "e2^^s"],
            ConfidentialityCodes = ["N^^s"],
            CreationTime = "20050203",
            ServiceStartTime = "2005",
            ServiceStopTime = "2005",
            Authors = ["^Ford^Henry", "^Smith^Jane"],
            Title = "Letter [1]",
            ReferenceIds = ["r1", "r2"],
        });
        _registry.AddDocument("second", "p", new TestDocument
        {
            ClassCode = "class2^^s",
            TypeCode = "type2^^s",
            FormatCode = "format2^^s",
            FacilityCode = "facility2^^s",
            PracticeCode = "practice2^^s",
            EventCodes = ["e2^^s", "e3^^s"],
            ConfidentialityCodes = ["R^^s", "V^^s"],
            CreationTime = "20060708",
            Authors = ["^Prefect^*"],
            Title = "Note",
            ReferenceIds = ["r3"],
        });
        _registry.AddDocument("old", "p", new TestDocument { Status = AvailabilityStatus.Deprecated });
        _registry.AddDocument("ondemand", "p", new TestDocument { OnDemand = true, CreationTime = null });
        _registry.AddDocument("offline", "p", new TestDocument { Offline = true });
        _registry.AddDocument("foreign", "q");
    }

    [OneTimeTearDown]
    public void Empty() => _registry.Dispose();

    [TestCaseSource(nameof(Filters))]
    public async Task Finds(DocumentCriteria criteria, string[] found) =>
        Assert.That(await _registry.FindAsync(new FindDocumentsQuery(criteria)), Is.EqualTo(found));

    [Test]
    public async Task Level_two_shows_offline_entries()
    {
        var query = new FindDocumentsQuery(Of("p")) { Level = MetadataLevel.Two };
        Assert.That(await _registry.FindAsync(query), Is.EqualTo(new[] { "first", "second", "offline" }));
        var offline = new FindDocumentsQuery(Of("p") with { Offline = true }) { Level = MetadataLevel.Two };
        Assert.That(await _registry.FindAsync(offline), Is.EqualTo(new[] { "offline" }));
    }

    [Test]
    public async Task A_hidden_confidentiality_code_hides_every_entry_that_carries_it()
    {
        var scope = new AccessScope { HiddenConfidentialityCodes = [new Code("V", "s"), new Code("X", "s")] };
        Assert.That(await _registry.FindAsync(new FindDocumentsQuery(Of("p")), scope), Is.EqualTo(new[] { "first" }));
    }

    [Test]
    public async Task Whole_objects_come_with_fragment_status_version_and_patient()
    {
        using var result = await _registry.QueryAsync(new FindDocumentsQuery(Of("p")));
        Assert.That(result.Count, Is.EqualTo(2));
        var first = result.First();
        Assert.Multiple(() =>
        {
            Assert.That(first.EntryUuid, Is.EqualTo(RegistryRows.Uuid("first")));
            Assert.That(System.Text.Encoding.UTF8.GetString(first.Fragment.Span), Is.EqualTo("<first/>"));
            Assert.That(first.Kind, Is.EqualTo(ObjectKind.DocumentEntry));
            Assert.That(first.Status, Is.EqualTo(AvailabilityStatus.Approved));
            Assert.That(first.Version, Is.EqualTo(1));
            Assert.That(first.PatientId, Is.EqualTo(RegistryRows.Patient("p")));
            Assert.That(first.LastUpdateTime, Is.Null);
        });
    }

    [Test]
    public async Task References_come_without_fragments()
    {
        using var result = await _registry.Queries.QueryAsync(
            new FindDocumentsQuery(Of("p")), ReturnType.ObjectRef, AccessScope.Everything, CancellationToken.None);
        Assert.That(result.Select(o => o.Fragment.Length), Is.All.Zero);
    }

    [Test]
    public async Task Five_thousand_codes_are_one_parameter()
    {
        var codes = Enumerable.Range(0, 5000).Select(i => new Code($"class{i}", "s")).ToArray();
        var query = new FindDocumentsQuery(Of("p") with { ClassCodes = codes });
        Assert.That(await _registry.FindAsync(query), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task A_value_is_never_read_as_SQL()
    {
        var criteria = Of("p") with
        {
            ClassCodes = [new Code("x') OR 1=1 --", "s")],
            Titles = ["' OR '1'='1"],
            AuthorPersons = ["\"; DROP TABLE patient; --"],
        };
        Assert.That(await _registry.FindAsync(new FindDocumentsQuery(criteria)), Is.Empty);
    }

    [Test]
    public void A_cancelled_query_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(
            async () => await _registry.Queries.QueryAsync(
                new FindDocumentsQuery(Of("p")), ReturnType.ObjectRef, AccessScope.Everything, cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
