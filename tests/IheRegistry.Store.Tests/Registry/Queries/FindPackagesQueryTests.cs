using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

[TestFixture]
public sealed class FindPackagesQueryTests
{
    static readonly AvailabilityStatus[] Approved = [AvailabilityStatus.Approved];

    static readonly AvailabilityStatus[] Both = [AvailabilityStatus.Approved, AvailabilityStatus.Deprecated];

    RegistryRows _registry = null!;

    static IEnumerable<TestCaseData> SubmissionSets()
    {
        var all = new SubmissionSetCriteria { PatientId = RegistryRows.Patient("p"), Statuses = Approved };
        yield return Case("nothing else", all, "ss1", "ss2");
        yield return Case("status", all with { Statuses = [AvailabilityStatus.Deprecated] });
        yield return Case("source", all with { SourceIds = ["1.2.3", "1.2.9"] }, "ss1");
        yield return Case("no such source", all with { SourceIds = ["1.2"] });
        yield return Case("time", all with { SubmissionTime = new TimeRange(20050101000000, 20060101000000) }, "ss1");
        yield return Case("the very to is out", all with { SubmissionTime = new TimeRange(null, 20050101000000) });
        yield return Case("author", all with { AuthorPersons = ["%Dopplemeyer%"] }, "ss2");
        yield return Case("no such author", all with { AuthorPersons = ["Dopplemeyer"] });
        yield return Case("content type", all with { ContentTypeCodes = [new Code("ct1", "s")] }, "ss1");
        yield return Case("no such content type", all with { ContentTypeCodes = [new Code("ct1", "t"), new Code("ct9", "s")] });
        yield return Case("another patient", all with { PatientId = RegistryRows.Patient("q") }, "ss3");
    }

    static IEnumerable<TestCaseData> Folders()
    {
        var all = new FolderCriteria { PatientIds = [RegistryRows.Patient("p")], Statuses = Approved };
        yield return Case("nothing else", all, "f1", "f2");
        yield return Case("both statuses", all with { Statuses = Both }, "f1", "f2");
        yield return Case("time", all with { LastUpdateTime = new TimeRange(20060101000000, null) }, "f2");
        yield return Case("no such time", all with { LastUpdateTime = new TimeRange(20070101000000, null) });
        yield return Case("code", all with { Codes = [[new Code("x", "s")]] }, "f1");
        yield return Case("code or", all with { Codes = [[new Code("x", "s"), new Code("y", "s")]] }, "f1", "f2");
        yield return Case("code and", all with { Codes = [[new Code("y", "s")], [new Code("z", "s")]] }, "f2");
        yield return Case("code and that fails", all with { Codes = [[new Code("x", "s")], [new Code("z", "s")]] });
        yield return Case("two patients", all with { PatientIds = [.. all.PatientIds, RegistryRows.Patient("q")] }, "f1", "f2", "f3");
    }

    static TestCaseData Case(string name, SubmissionSetCriteria criteria, params string[] found) =>
        new TestCaseData(criteria, found).SetName("FindSubmissionSets by " + name);

    static TestCaseData Case(string name, FolderCriteria criteria, params string[] found) =>
        new TestCaseData(criteria, found).SetName("FindFolders by " + name);

    [OneTimeSetUp]
    public void Fill()
    {
        _registry = new RegistryRows();
        _registry.AddPatient("p");
        _registry.AddPatient("q");
        _registry.AddSubmissionSet("ss1", "p", new TestSubmissionSet { SubmissionTime = "2005", ContentType = "ct1^^s" });
        var second = new TestSubmissionSet { SubmissionTime = "2006", SourceId = "1.2.4", Authors = ["^Dopplemeyer^Sherry"] };
        _registry.AddSubmissionSet("ss2", "p", second);
        _registry.AddSubmissionSet("ss3", "q");
        _registry.AddFolder("f1", "p", new TestFolder { Codes = ["x^^s"] });
        _registry.AddFolder("f2", "p", new TestFolder { Codes = ["y^^s", "z^^s"], LastUpdateTime = "2006" });
        _registry.AddFolder("f3", "q");
        _registry.AddFolder("dead", "p", new TestFolder { Status = AvailabilityStatus.Deprecated });
    }

    [OneTimeTearDown]
    public void Empty() => _registry.Dispose();

    [TestCaseSource(nameof(SubmissionSets))]
    public async Task Finds_submission_sets(SubmissionSetCriteria criteria, string[] found) =>
        Assert.That(await _registry.FindAsync(new FindSubmissionSetsQuery(criteria)), Is.EqualTo(found));

    [TestCaseSource(nameof(Folders))]
    public async Task Finds_folders(FolderCriteria criteria, string[] found) =>
        Assert.That(await _registry.FindAsync(new FindFoldersQuery(criteria)), Is.EqualTo(found));

    [Test]
    public async Task Deprecated_folders_are_for_level_two()
    {
        var criteria = new FolderCriteria { PatientIds = [RegistryRows.Patient("p")], Statuses = [AvailabilityStatus.Deprecated] };
        Assert.That(await _registry.FindAsync(new FindFoldersQuery(criteria) { Level = MetadataLevel.Two }), Is.EqualTo(new[] { "dead" }));
    }
}
