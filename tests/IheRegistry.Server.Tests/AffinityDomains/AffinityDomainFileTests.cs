using IheRegistry.Model.AffinityDomains;
using IheRegistry.Server.AffinityDomains;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.AffinityDomains;

[TestFixture]
public sealed class AffinityDomainFileTests
{
    const string Template =
        """
        {
          "name": "NAME",
          "homeCommunityId": "urn:oid:1.2.3",
          "repositoryUniqueIds": ["1.2.3.1"],
          "checks": { "codes": "off" },
          "assigningAuthorities": [{ "oid": "1.2.3.10", "kind": "patient-id" }],
          "mimeTypes": ["text/xml"],
          "codes": {}
        }
        """;

    readonly LogLines _log = new();
    TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown()
    {
        _folder.Dispose();
        _log.Lines.Clear();
    }

    [Test]
    public void The_domain_that_ships_is_the_IHE_test_domain()
    {
        var domain = AffinityDomainFile.Load(null, _log, [])!.Source.Current;

        Assert.Multiple(() =>
        {
            Assert.That(domain.HomeCommunityId, Is.EqualTo("urn:oid:1.3.6.1.4.1.21367.2026.1"));
            Assert.That(domain.RepositoryUniqueId, Is.EqualTo("1.3.6.1.4.1.21367.2026.1.1"));
            Assert.That(domain.IsPatientIdDomain("1.3.6.1.4.1.21367.13.20.1000"));
            Assert.That(domain.FindAuthority("IHEGREEN")?.Oid, Is.EqualTo("1.3.6.1.4.1.21367.13.20.2000"));
            Assert.That(domain.FindAuthority("1.3.6.1.4.1.21367.13.20.3000"), Is.EqualTo(
                new AssigningAuthority("1.3.6.1.4.1.21367.13.20.3000", AuthorityKind.PatientId, "IHEBLUE")));
            Assert.That(domain.IsKnownCode(CodedAttribute.FolderCodeList, "Referrals", "1.3.6.1.4.1.21367.2017.3"));
            Assert.That(domain.IsKnownMimeType("text/goofy"));
            Assert.That(Enum.GetValues<CodedAttribute>().Select(domain.CodeCheck), Is.All.EqualTo(CheckLevel.Reject));
        });
    }

    [Test]
    public void A_file_that_is_wrong_is_not_loaded_and_all_is_said()
    {
        var path = _folder.Write("d.json", Template.Replace("urn:oid:", "", StringComparison.Ordinal).Replace("text/xml", "text", StringComparison.Ordinal));
        var problems = new List<string>();

        Assert.That(AffinityDomainFile.Load(path, _log, problems), Is.Null);
        Assert.That(problems, Has.Count.EqualTo(2));
        Assert.That(problems[0], Does.StartWith($"{path}: line 3, $.homeCommunityId: "));
        Assert.That(problems[1], Does.StartWith($"{path}: line 7, $.mimeTypes[0]: "));
    }

    [Test]
    public void A_file_that_is_not_there_is_said()
    {
        var problems = new List<string>();

        Assert.That(AffinityDomainFile.Load(_folder["none.json"], _log, problems), Is.Null);
        Assert.That(problems.Single(), Does.StartWith(_folder["none.json"] + ": cannot be read: "));
    }

    [Test]
    public void A_file_too_large_to_be_one_is_said()
    {
        var path = _folder.Write("d.json", "");
        using (var file = File.OpenWrite(path))
            file.SetLength(AffinityDomainFile.MostBytes + 1);
        var problems = new List<string>();

        Assert.That(AffinityDomainFile.Load(path, _log, problems), Is.Null);
        Assert.That(problems.Single(), Is.EqualTo(path + ": more than 16 MiB"));
    }

    [Test]
    public void A_change_is_in_force_at_the_second_look()
    {
        var file = Load("d.json", "one");
        var taken = file.Source.Current;
        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.None));

        Write("d.json", "two");

        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.Settling));
        Assert.That(file.Source.Current, Is.SameAs(taken));
        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.Reloaded));
        Assert.That((taken.Name, file.Source.Current.Name), Is.EqualTo(("one", "two")));
        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.None));
    }

    [Test]
    public void A_change_of_the_same_length_and_time_is_seen()
    {
        var file = Load("d.json", "one");
        var time = File.GetLastWriteTimeUtc(_folder["d.json"]);

        Write("d.json", "two");
        File.SetLastWriteTimeUtc(_folder["d.json"], time);

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
    }

    [Test]
    public void A_file_still_being_written_is_left_until_it_rests()
    {
        var file = Load("d.json", "one");

        _folder.Write("d.json", Template[..50]);
        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.Settling));
        _folder.Write("d.json", Template[..100]);
        Assert.That(file.Look(), Is.EqualTo(AffinityDomainFileChange.Settling));
        Write("d.json", "two");
        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
        Assert.That(_log.Lines, Has.Count.EqualTo(1), "the halves were not complained about");
    }

    [Test]
    public void A_wrong_version_leaves_the_old_one_in_force_and_logs_each_problem_once()
    {
        var file = Load("d.json", "one");
        var old = file.Source.Current;

        _folder.Write("d.json", Template.Replace("1.2.3", "x", StringComparison.Ordinal));

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Refused));
        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.None));
        Assert.That(file.Source.Current, Is.SameAs(old));
        Assert.That(_log.Lines, Has.Count.EqualTo(3).And.All.StartsWith("Error: Affinity domain is wrong and the old one stays in force: "));
        Assert.That(_log.Lines, Has.One.Contains("line 3, $.homeCommunityId").And.One.Contains("line 4, $.repositoryUniqueIds[0]"));
    }

    [Test]
    public void A_right_version_after_a_wrong_one_comes_into_force()
    {
        var file = Load("d.json", "one");
        _folder.Write("d.json", "{");
        LookTwice(file);

        Write("d.json", "one");

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
    }

    [Test]
    public void A_file_that_is_gone_for_a_while_is_said_once_and_seen_when_back()
    {
        var file = Load("d.json", "one");
        File.Delete(_folder["d.json"]);

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Unreadable));
        Assert.That(_log.Lines, Has.Count.EqualTo(1));

        Write("d.json", "two");
        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
    }

    [Test]
    public void A_file_renamed_into_place_is_seen()
    {
        var file = Load("d.json", "one");
        Write("new.json", "two");

        File.Move(_folder["new.json"], _folder["d.json"], overwrite: true);

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_symbolic_link_to_a_folder_that_is_swapped_is_seen()
    {
        // As a mounted Kubernetes ConfigMap is updated: ..data is a link to a folder of one version.
        Directory.CreateDirectory(_folder["v1"]);
        Directory.CreateDirectory(_folder["v2"]);
        Write("v1/d.json", "one");
        Write("v2/d.json", "two");
        File.CreateSymbolicLink(_folder["data"], "v1");
        File.CreateSymbolicLink(_folder["d.json"], "data/d.json");
        var file = AffinityDomainFile.Load(_folder["d.json"], _log, [])!;

        File.Delete(_folder["data"]);
        File.CreateSymbolicLink(_folder["data"], "v2");

        Assert.That(LookTwice(file), Is.EqualTo(AffinityDomainFileChange.Reloaded));
        Assert.That(file.Source.Current.Name, Is.EqualTo("two"));
    }

    AffinityDomainFile Load(string file, string name)
    {
        Write(file, name);
        return AffinityDomainFile.Load(_folder[file], _log, [])!;
    }

    void Write(string file, string name) => _folder.Write(file, Template.Replace("NAME", name, StringComparison.Ordinal));

    static AffinityDomainFileChange LookTwice(AffinityDomainFile file)
    {
        file.Look();
        return file.Look();
    }

    sealed class LogLines : ILogger
    {
        internal List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
