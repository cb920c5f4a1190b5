using IheRegistry.Server.Outbox;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>Which addresses a request may have its answers sent to.</summary>
[TestFixture]
public sealed class ReceiverListTests
{
    const string Allowed = "https://his.example/xds, http://10.0.0.7:8080, http://[fd00::7]:81/a/b/";

    [TestCase("https://his.example/xds")]
    [TestCase("https://his.example:443/xds/answers")]
    [TestCase("HTTPS://HIS.example/xds/")]
    [TestCase("https://his.example/xds?conversation=7")]
    [TestCase("http://10.0.0.7:8080/")]
    [TestCase("http://10.0.0.7:8080")]
    [TestCase("http://10.0.0.7:8080/any/path")]
    [TestCase("http://[fd00::7]:81/a/b")]
    public void It_is_allowed(string address) => Assert.That(List().Find(address), Is.Not.Null);

    [TestCase("http://his.example/xds", TestName = "another scheme")]
    [TestCase("https://his.example:8443/xds", TestName = "another port")]
    [TestCase("https://his.example/xdsother", TestName = "a path that only begins alike")]
    [TestCase("https://his.example/XDS", TestName = "a path in other case")]
    [TestCase("https://his.example/", TestName = "a shorter path")]
    [TestCase("https://his.example/xds/../admin", TestName = "a path that steps out")]
    [TestCase("https://his.example/xds/./../admin", TestName = "a path that steps out after a dot")]
    [TestCase("https://his.example/xds/%2e%2e/admin", TestName = "encoded dots")]
    [TestCase("https://his.example/xds%2fadmin", TestName = "an encoded slash")]
    [TestCase("https://his.example/xds\\..\\admin", TestName = "backslashes")]
    [TestCase("https://his.example/xds//evil.example/", TestName = "an empty segment")]
    [TestCase("https://his.example@evil.example/xds", TestName = "a user that looks like a host")]
    [TestCase("https://evil.example#@his.example/xds", TestName = "a fragment")]
    [TestCase("https://user:secret@his.example/xds", TestName = "a user")]
    [TestCase("https://his.example.evil.example/xds", TestName = "a host that begins alike")]
    [TestCase("https://evilhis.example/xds", TestName = "a host that ends alike")]
    [TestCase("https://his.example./xds", TestName = "a host with a dot behind it")]
    [TestCase("https://hіs.example/xds", TestName = "a letter that looks alike")]
    [TestCase("https://his%2eexample/xds", TestName = "an encoded host")]
    [TestCase("http://167772167:8080/", TestName = "an address as one number")]
    [TestCase("http://0x0a.0.0.7:8080/", TestName = "an address in hexadecimal")]
    [TestCase("http://012.0.0.7:8080/", TestName = "an address in octal")]
    [TestCase("http://10.7:8080/", TestName = "a short address")]
    [TestCase("http://[::ffff:10.0.0.7]:8080/", TestName = "a mapped address")]
    [TestCase("http://127.0.0.1:8080/", TestName = "this machine")]
    [TestCase("http://10.0.0.7/", TestName = "the port of the scheme")]
    [TestCase("file:///etc/passwd", TestName = "a file")]
    [TestCase("ftp://his.example/xds", TestName = "ftp")]
    [TestCase("gopher://10.0.0.7:8080/", TestName = "gopher")]
    [TestCase("//his.example/xds", TestName = "no scheme")]
    [TestCase("https:his.example/xds", TestName = "no slashes")]
    [TestCase("https:/his.example/xds", TestName = "one slash")]
    [TestCase("https:///his.example/xds", TestName = "three slashes")]
    [TestCase("urn:uuid:00000000-0000-4000-8000-000000000000", TestName = "a URN")]
    [TestCase("http://www.w3.org/2005/08/addressing/none", TestName = "none")]
    [TestCase("https://his.example/xds\r\nHost: evil", TestName = "a line break")]
    [TestCase(" https://his.example/xds", TestName = "a blank before")]
    [TestCase("", TestName = "nothing")]
    public void It_is_refused(string address) => Assert.That(List().Find(address), Is.Null);

    [TestCase("his.example")]
    [TestCase("https://user@his.example/")]
    [TestCase("https://his.example/?a=b")]
    [TestCase("https://*.example/")]
    [TestCase("ftp://his.example/")]
    [TestCase("https://his.example, x")]
    [TestCase(" , ")]
    public void What_is_no_address_cannot_be_configured(string text) => Assert.That(ReceiverList.TryParse(text, out _), Is.False);

    [Test]
    public void It_is_written_as_it_was_read()
    {
        Assert.That(ReceiverList.TryParse(List().ToString(), out var again));
        Assert.That(again!.ToString(), Is.EqualTo(List().ToString()));
    }

    [Test]
    public void None_allows_nothing() => Assert.That(ReceiverList.None.Find("https://his.example/xds"), Is.Null);

    static ReceiverList List()
    {
        Assert.That(ReceiverList.TryParse(Allowed, out var list));
        return list!;
    }
}
