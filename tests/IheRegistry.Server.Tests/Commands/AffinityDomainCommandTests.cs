using System.CommandLine;
using IheRegistry.Server.AffinityDomains;
using IheRegistry.Server.Commands;
using IheRegistry.Server.Tests.AffinityDomains;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Commands;

[TestFixture]
public sealed class AffinityDomainCommandTests
{
    const string Codes =
        """
        <Codes>
          <CodeType name="classCode"><Code code="REPORTS" display="Reports" codingScheme="1.2.3"/></CodeType>
          <CodeType name="mimeType"><Code code="text/xml"/></CodeType>
          <AssigningAuthority id="&amp;1.2.5&amp;ISO" display="RED"/>
        </Codes>
        """;

    readonly StringWriter _output = new();
    readonly StringWriter _error = new();
    TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [OneTimeTearDown]
    public void OneTimeTearDown()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Test]
    public void Check_says_that_a_file_is_right()
    {
        Assert.That(Run("affinity-domain", "check", AffinityDomainFile.DefaultPath), Is.Zero);
        Assert.That(_output.ToString(), Does.EndWith(": IHE test affinity domain, 584 codes, 4 assigning authorities: no problems\n"));
    }

    [Test]
    public void Check_says_everything_that_is_wrong()
    {
        var path = _folder.Write("d.json", "{ \"name\": 1 }");

        Assert.That(Run("affinity-domain", "check", path), Is.EqualTo(1));
        Assert.That(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.GreaterThan(4).And.All.StartsWith(path + ": line 1, $."));
    }

    [Test]
    public void Import_makes_a_file_that_check_takes()
    {
        var path = _folder["d.json"];

        Assert.That(Run("affinity-domain", "import", "--codes", _folder.Write("codes.xml", Codes), "--into", path), Is.Zero);
        Assert.That(_error.ToString(), Does.Contain("set your own").And.Contain("typeCode: no codes, so its check is switched off"));
        Assert.That(Run("affinity-domain", "check", path), Is.Zero);
        var domain = AffinityDomainFile.Read(path, [])!;
        Assert.That(domain.IsPatientIdDomain("1.2.5"));
        Assert.That(domain.IsPatientIdDomain("1.3.6.1.4.1.21367.13.20.1000"), Is.False, "the test domain's authorities are not another domain's");
    }

    [Test]
    public void Import_updates_a_file()
    {
        var path = _folder["d.json"];
        File.Copy(AffinityDomainFile.DefaultPath, path);

        Assert.That(Run("affinity-domain", "import", "--codes", _folder.Write("codes.xml", Codes), "--into", path), Is.Zero);
        var domain = AffinityDomainFile.Read(path, [])!;
        Assert.That(domain.Codes(Model.AffinityDomains.CodedAttribute.ClassCode), Has.Count.EqualTo(1));
        Assert.That(domain.Codes(Model.AffinityDomains.CodedAttribute.TypeCode), Has.Count.EqualTo(43));
        Assert.That(domain.Definition.Authorities, Has.Count.EqualTo(5));
    }

    [Test]
    public void Import_without_a_file_prints_the_result()
    {
        Assert.That(Run("affinity-domain", "import", "--codes", _folder.Write("codes.xml", Codes)), Is.Zero);
        Assert.That(Model.AffinityDomains.AffinityDomainJson.Read(System.Text.Encoding.UTF8.GetBytes(_output.ToString())).Problems, Is.Empty);
    }

    [Test]
    public void Import_leaves_the_file_alone_when_the_codes_are_wrong()
    {
        var path = _folder["d.json"];
        var wrong = _folder.Write("codes.xml", Codes.Replace("codingScheme=\"1.2.3\"", "", StringComparison.Ordinal));

        Assert.That(Run("affinity-domain", "import", "--codes", wrong, "--into", path), Is.EqualTo(1));
        Assert.That(_error.ToString(), Is.EqualTo($"{wrong}: line 2: Code has no codingScheme\n"));
        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public void Import_leaves_the_file_alone_when_the_result_would_be_wrong()
    {
        var path = _folder["d.json"];
        var wrong = _folder.Write("codes.xml", Codes.Replace("REPORTS", "RE^PORTS", StringComparison.Ordinal));

        Assert.That(Run("affinity-domain", "import", "--codes", wrong, "--into", path), Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.Contain("\"RE^PORTS\" contains ^"));
        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public void Import_of_a_file_that_is_not_there_is_refused()
    {
        Assert.That(Run("affinity-domain", "import", "--codes", _folder["none.xml"]), Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.StartWith(_folder["none.xml"] + ": cannot be read: "));
    }

    [Test]
    public void Import_needs_to_be_told_the_codes() => Assert.That(Run("affinity-domain", "import"), Is.Not.Zero);

    int Run(params string[] arguments) => RunCommand
        .Create((_, _) => throw new InvalidOperationException("The server is not to start."))
        .Parse(arguments)
        .Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
