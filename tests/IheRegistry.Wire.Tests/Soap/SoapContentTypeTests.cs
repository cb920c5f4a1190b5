using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class SoapContentTypeTests
{
    [Test]
    public void What_is_built_parses_back()
    {
        const string Action = "urn:\"a\\b\";c=d";
        var simple = SoapContentType.Parse(SoapContentType.Simple(Action));
        Assert.That(simple!.Packaging, Is.EqualTo(SoapPackaging.Simple));
        Assert.That(simple.Action, Is.EqualTo(Action));
        Assert.That(simple.Charset, Is.EqualTo("utf-8"));

        var mtom = SoapContentType.Parse(SoapContentType.Mtom("a;b=c", "root@x", Action));
        Assert.That(mtom!.Packaging, Is.EqualTo(SoapPackaging.Mtom));
        Assert.That(mtom.Boundary, Is.EqualTo("a;b=c"));
        Assert.That(mtom.Start, Is.EqualTo("<root@x>"));
        Assert.That(mtom.Action, Is.EqualTo(Action));
    }

    [TestCase("multipart/related;boundary=uuid:1+id=17;type=\"application/xop+xml\"", "uuid:1+id=17")]
    [TestCase("Multipart/Related ; Boundary = \"a b\" ; TYPE=\"application/xop+xml\"", "a b")]
    [TestCase("multipart/related; type=text/xml; boundary=x", "x")]
    [TestCase("multipart/related; start-info=\"application/soap+xml; boundary=\\\"no\\\"\"; ;; boundary=\"yes\"", "yes")]
    [TestCase("multipart/related; boundary=\"unended", "unended")]
    public void Boundaries_are_found_however_they_are_written(string contentType, string boundary)
    {
        Assert.That(SoapContentType.Parse(contentType)?.Boundary, Is.EqualTo(boundary));
    }

    [TestCase("multipart/related; boundary=b; start-info=\"application/soap+xml; action=\\\"urn:a\\\"\"", "urn:a")]
    [TestCase("multipart/related; boundary=b; start-info=\"application/soap+xml\"; action=\"urn:a\"", "urn:a")]
    [TestCase("application/soap+xml;action=urn:a", "urn:a")]
    [TestCase("application/soap+xml", null)]
    public void The_action_is_found_also_in_start_info(string contentType, string? action)
    {
        Assert.That(SoapContentType.Parse(contentType)?.Action, Is.EqualTo(action));
    }
}
