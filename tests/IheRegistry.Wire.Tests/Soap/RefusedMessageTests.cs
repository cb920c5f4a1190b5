using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class RefusedMessageTests
{
    const string Addressing = Messages.AddressingHeaders;

    static string Repeat([StringSyntax("xml")] string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    static IEnumerable<TestCaseData> NotSoap()
    {
        TestCaseData Case(string name, string message, SoapRejectionReason reason) => new TestCaseData(message, reason).SetArgDisplayNames(name);

        yield return Case("nothing", "", SoapRejectionReason.EmptyMessage);
        yield return Case("one byte", "<", SoapRejectionReason.NotWellFormed);
        yield return Case("blanks", " \r\n ", SoapRejectionReason.NotWellFormed);
        yield return Case("plain text", "hello", SoapRejectionReason.NotWellFormed);
        yield return Case("JSON", "{\"a\":1}", SoapRejectionReason.NotWellFormed);
        yield return Case("other XML", "<a/>", SoapRejectionReason.NotAnEnvelope);
        yield return Case("no namespace", "<Envelope><Body/></Envelope>", SoapRejectionReason.UnknownSoapVersion);
        yield return Case("unknown namespace", Messages.Envelope().Replace("2003/05", "2002/12"), SoapRejectionReason.UnknownSoapVersion);
        yield return Case("SOAP 1.1", "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body/></e:Envelope>", SoapRejectionReason.Soap11);
        yield return Case("DTD", "<!DOCTYPE a []>" + Messages.Envelope(), SoapRejectionReason.DocumentTypeForbidden);
        yield return Case("entity expansion",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]>" + Messages.Envelope(body: "<q>&z;</q>"),
            SoapRejectionReason.DocumentTypeForbidden);
        yield return Case("external entity", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" + Messages.Envelope(), SoapRejectionReason.DocumentTypeForbidden);
        yield return Case("entity without DTD", Messages.Envelope(body: "<q>&x;</q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("processing instruction", Messages.Envelope(body: "<q><?php x ?></q>"), SoapRejectionReason.ProcessingInstructionForbidden);
        yield return Case("XML 1.1", "<?xml version='1.1'?>" + Messages.Envelope(), SoapRejectionReason.NotWellFormed);
        yield return Case("declaration without end", "<?xml version='1.0'" + Messages.Envelope(), SoapRejectionReason.NotWellFormed);
        yield return Case("cut off", Messages.Envelope()[..^20], SoapRejectionReason.NotWellFormed);
        yield return Case("control character", Messages.Envelope(body: "<q>\u0001</q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("reference to NUL", Messages.Envelope(body: "<q>&#0;</q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("reference to a surrogate", Messages.Envelope(body: "<q>&#xD800;</q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("reference beyond Unicode", Messages.Envelope(body: "<q>&#99999999999;</q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("undeclared prefix", Messages.Envelope(body: "<p:q/>"), SoapRejectionReason.NotWellFormed);
        yield return Case("prefix without a name", Messages.Envelope(body: "<q><e:></e:></q>"), SoapRejectionReason.NotWellFormed);
        yield return Case("prefix without a name in the header", Messages.Envelope(Addressing + "<e:/>"), SoapRejectionReason.NotWellFormed);
        yield return Case("prefix without a name for the body's child", Messages.Envelope(body: "<e: />"), SoapRejectionReason.NotWellFormed);
        yield return Case("prefix without a name on an attribute", Messages.Envelope(body: "<q e:='x'/>"), SoapRejectionReason.NotWellFormed);
        yield return Case("name without a prefix", Messages.Envelope(body: "<:q/>"), SoapRejectionReason.NotWellFormed);
        yield return Case("prefix declared without a name", Messages.Envelope(body: "<q xmlns:='x'/>"), SoapRejectionReason.NotWellFormed);
        yield return Case("10^6 nested elements", Messages.Envelope(body: Repeat("<a>", 1_000_000)), SoapRejectionReason.NestedTooDeep);
        yield return Case("10^6 nested in the header", Messages.Envelope(Addressing + Repeat("<a>", 1_000_000)), SoapRejectionReason.NestedTooDeep);
    }

    static IEnumerable<TestCaseData> NotAsSoapWantsIt()
    {
        TestCaseData Case(string name, string message, SoapRejectionReason reason) => new TestCaseData(message, reason).SetArgDisplayNames(name);

        yield return Case("no Body", Messages.Envelope().Replace("e:Body", "e:Head"), SoapRejectionReason.EnvelopeMalformed);
        yield return Case("Header only", "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Header/></e:Envelope>", SoapRejectionReason.BodyMissing);
        yield return Case("empty Envelope", "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'/>", SoapRejectionReason.BodyMissing);
        yield return Case("text in the Envelope", Messages.Envelope().Replace("<e:Body>", "x<e:Body>"), SoapRejectionReason.EnvelopeMalformed);
        yield return Case("text in the Header", Messages.Envelope(Addressing + "x"), SoapRejectionReason.EnvelopeMalformed);
        yield return Case("text in the Body", Messages.Envelope(body: "x<q/>"), SoapRejectionReason.EnvelopeMalformed);
        yield return Case("empty Body", Messages.Envelope(body: ""), SoapRejectionReason.BodyEmpty);
        yield return Case("Body of blanks", Messages.Envelope(body: " <!-- c --> "), SoapRejectionReason.BodyEmpty);
        yield return Case("two body children", Messages.Envelope(body: "<q/><q/>"), SoapRejectionReason.SeveralBodyChildren);
        yield return Case("text behind the body's child", Messages.Envelope(body: "<q/>x"), SoapRejectionReason.TrailingContent);
        yield return Case("element behind the Body", Messages.Envelope().Replace("</e:Body>", "</e:Body><x/>"), SoapRejectionReason.TrailingContent);
        yield return Case("text behind the Body", Messages.Envelope().Replace("</e:Body>", "</e:Body>x"), SoapRejectionReason.TrailingContent);
        yield return Case("second root", Messages.Envelope() + "<x/>", SoapRejectionReason.NotWellFormed);
        yield return Case("bytes behind the Envelope", Messages.Envelope() + "x", SoapRejectionReason.NotWellFormed);
    }

    static IEnumerable<TestCaseData> NotAsAddressingWantsIt()
    {
        TestCaseData Case(string name, string headers, SoapRejectionReason reason) => new TestCaseData(headers, reason).SetArgDisplayNames(name);
        const string To = "<a:To>urn:to</a:To>";

        yield return Case("no Action", "<a:MessageID>urn:uuid:1</a:MessageID>", SoapRejectionReason.ActionMissing);
        yield return Case("Action of another version",
            "<w:Action xmlns:w='http://schemas.xmlsoap.org/ws/2004/08/addressing'>urn:x</w:Action>", SoapRejectionReason.ActionMissing);
        yield return Case("Action for somebody else", Addressing.Replace("<a:Action", "<a:Action e:role='urn:other'"), SoapRejectionReason.ActionMissing);
        yield return Case("no MessageID", $"<a:Action>{Messages.Action}</a:Action>", SoapRejectionReason.MessageIdMissing);
        yield return Case("two Actions", Addressing + "<a:Action>urn:x</a:Action>", SoapRejectionReason.AddressingHeaderRepeated);
        yield return Case("two MessageIDs", Addressing + "<a:MessageID>urn:x</a:MessageID>", SoapRejectionReason.AddressingHeaderRepeated);
        yield return Case("two To", Addressing + To, SoapRejectionReason.AddressingHeaderRepeated);
        yield return Case("two ReplyTo", Addressing + "<a:ReplyTo><a:Address>urn:x</a:Address></a:ReplyTo>", SoapRejectionReason.AddressingHeaderRepeated);
        yield return Case("two From", Addressing + "<a:From/><a:From/>", SoapRejectionReason.AddressingHeaderRepeated);
        yield return Case("empty Action", "<a:Action/><a:MessageID>urn:uuid:1</a:MessageID>", SoapRejectionReason.AddressingHeaderMalformed);
        yield return Case("blank MessageID", Addressing.Replace("urn:uuid:1", "  "), SoapRejectionReason.AddressingHeaderMalformed);
        yield return Case("elements in MessageID", Addressing.Replace("urn:uuid:1", "<x>urn:uuid:1</x>"), SoapRejectionReason.AddressingHeaderMalformed);
        yield return Case("endless MessageID", Addressing.Replace("urn:uuid:1", new string('x', 100_000)), SoapRejectionReason.AddressingHeaderMalformed);
        yield return Case("ReplyTo without Address", Addressing + "<a:FaultTo><x/></a:FaultTo>", SoapRejectionReason.AddressMissing);
        yield return Case("empty FaultTo", Addressing + "<a:FaultTo/>", SoapRejectionReason.AddressMissing);
        yield return Case("mustUnderstand neither true nor false",
            Addressing.Replace("mustUnderstand=\"1\"", "mustUnderstand=\"yes\""), SoapRejectionReason.MustUnderstandMalformed);
        yield return Case("header not understood", Addressing + "<x:h xmlns:x='urn:x' e:mustUnderstand='true'/>", SoapRejectionReason.HeaderNotUnderstood);
        yield return Case("unknown addressing header", Addressing + "<a:Later e:mustUnderstand='1'/>", SoapRejectionReason.HeaderNotUnderstood);
    }

    [TestCaseSource(nameof(NotSoap))]
    [TestCaseSource(nameof(NotAsSoapWantsIt))]
    public async Task A_message_that_is_not_SOAP_is_refused(string message, SoapRejectionReason reason)
    {
        var rejection = await Messages.RejectionAsync(message);
        Assert.That(rejection?.Reason, Is.EqualTo(reason));
    }

    [TestCaseSource(nameof(NotAsAddressingWantsIt))]
    public async Task A_message_that_is_not_well_addressed_is_refused(string headers, SoapRejectionReason reason)
    {
        var rejection = await Messages.RejectionAsync(Messages.Envelope(headers));
        Assert.That(rejection?.Reason, Is.EqualTo(reason));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("text/plain")]
    [TestCase("application/json")]
    [TestCase("multipart/form-data; boundary=b")]
    [TestCase("multipart/related; type=\"image/png\"; boundary=b")]
    public async Task A_content_type_without_SOAP_is_refused(string? contentType)
    {
        var rejection = await Messages.RejectionAsync(Messages.Envelope(), contentType);
        Assert.That(rejection?.Reason, Is.EqualTo(SoapRejectionReason.UnsupportedMediaType));
        Assert.That(SoapFaultAnswer.To(rejection!).HttpStatus, Is.EqualTo(415));
    }

    [Test]
    public async Task An_envelope_beyond_the_limit_is_refused()
    {
        var limits = new SoapLimits { MaxEnvelopeBytes = 20_000 };
        var fits = Messages.Envelope(body: "<q/>" + new string(' ', 15_000));
        var tooLarge = Messages.Envelope(body: "<q/>" + new string(' ', 20_000));
        Assert.That(await Messages.RejectionAsync(fits, limits: limits), Is.Null);
        var rejection = await Messages.RejectionAsync(tooLarge, limits: limits);
        Assert.That(rejection?.Reason, Is.EqualTo(SoapRejectionReason.EnvelopeTooLarge));
        Assert.That(SoapFaultAnswer.To(rejection!).HttpStatus, Is.EqualTo(413));
    }

    [TestCase("e:role='http://www.w3.org/2003/05/soap-envelope/role/next'", true)]
    [TestCase("e:role='http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver'", true)]
    [TestCase("e:role=''", true)]
    [TestCase("e:role='http://www.w3.org/2003/05/soap-envelope/role/none'", false)]
    [TestCase("e:role='urn:somebody:else'", false)]
    public async Task Only_a_header_for_us_must_be_understood(string role, bool isForUs)
    {
        var block = $"<x:h xmlns:x='urn:x' {role} e:mustUnderstand='1'><deep/></x:h>";
        var rejection = await Messages.RejectionAsync(Messages.Envelope(Addressing + block));
        Assert.That(rejection?.Reason, isForUs ? Is.EqualTo(SoapRejectionReason.HeaderNotUnderstood) : Is.Null);
        if (isForUs)
            Assert.That(rejection!.Headers, Is.EqualTo(new[] { new XmlQualifiedName("h", "urn:x") }));
    }

    [Test]
    public async Task Headers_not_understood_are_all_named_and_go_before_other_flaws()
    {
        var rejection = await Messages.RejectionAsync(Messages.Envelope("<x:h xmlns:x='urn:x' e:mustUnderstand='1'/><x:i xmlns:x='urn:x' e:mustUnderstand=' true '/>"));
        Assert.That(rejection?.Reason, Is.EqualTo(SoapRejectionReason.HeaderNotUnderstood));
        Assert.That(rejection!.Headers, Is.EqualTo(new[] { new XmlQualifiedName("h", "urn:x"), new XmlQualifiedName("i", "urn:x") }));
    }

    [Test]
    public async Task A_header_named_as_understood_passes()
    {
        var message = Messages.Envelope(Addressing + $"<w:Security xmlns:w='{SoapNamespaces.Security}' e:mustUnderstand='1'/>");
        Assert.That((await Messages.RejectionAsync(message))?.Reason, Is.EqualTo(SoapRejectionReason.HeaderNotUnderstood));

        var reader = new SoapMessageReader(new SoapLimits(), [SoapNamespaces.SecurityHeader]);
        var result = await reader.ReadAsync(Mtom.ChunkedStream.Pipe(Encoding.UTF8.GetBytes(message), 64, 64), Messages.SimpleType, SoapMessageKind.Request);
        Assert.That(result.IsAccepted);
        await result.Message!.DisposeAsync();
    }

    [Test]
    public async Task Namespaces_in_scope_are_bounded()
    {
        var nested = new StringBuilder();
        for (var level = 0; level < 50; level++)
            nested.Append("<a").Append(string.Concat(Enumerable.Range(0, 10).Select(i => $" xmlns:n{level}x{i}='u>'"))).Append("><![CDATA[</a>]]><!-- </a> -->");
        var flood = nested + Repeat("</a>", 50);
        Assert.That((await Messages.RejectionAsync(Messages.Envelope(body: flood)))?.Reason, Is.EqualTo(SoapRejectionReason.TooManyNamespaces));

        var siblings = "<r>" + Repeat("<a xmlns='urn:a' xmlns:b='urn:b'><b:b/></a><c xmlns:c='urn:c'/>", 10_000) + "</r>";
        Assert.That(await Messages.RejectionAsync(Messages.Envelope(body: siblings)), Is.Null);
    }

    [Test]
    public async Task What_looks_like_an_illegal_reference_in_CDATA_passes()
    {
        var message = Messages.Envelope(body: "<q><![CDATA[&#0;]]><!-- &#1; -->&#10;&#x1F600;</q>");
        Assert.That(await Messages.RejectionAsync(message), Is.Null);
    }

    [Test]
    public async Task A_body_its_reader_does_not_expect_is_told_from_one_that_is_broken()
    {
        async Task<SoapRejection?> ReadAsync(string body)
        {
            var result = await Messages.ReadAsync(Messages.Envelope(body: body));
            await using var message = result.Message!;
            return message.ReadBody(xml => xml.IsStartElement("expected") ? xml.ReadElementContentAsBase64() : null, out _);
        }

        Assert.That((await ReadAsync("<other/>"))?.Reason, Is.EqualTo(SoapRejectionReason.BodyNotUnderstood));
        Assert.That((await ReadAsync("<expected>AAA</expected>"))?.Reason, Is.EqualTo(SoapRejectionReason.BodyMalformed));
        Assert.That((await ReadAsync("<expected><"))?.Reason, Is.EqualTo(SoapRejectionReason.NotWellFormed));
        var rejection = await ReadAsync("<other/>");
        Assert.That(rejection!.MessageId, Is.EqualTo("urn:uuid:1"));
    }

    [Test]
    public async Task An_action_in_the_HTTP_headers_is_ignored()
    {
        var pipe = Mtom.ChunkedStream.Pipe(Encoding.UTF8.GetBytes(Messages.Envelope()), 4096, 4096);
        var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(
            pipe, "application/soap+xml; action=\"urn:other\"", SoapMessageKind.Request);
        Assert.That(result.Rejection, Is.Null);
        await using var message = result.Message;
        Assert.That(message!.Addressing.Action, Is.EqualTo(Messages.Action));
    }

    [Test]
    public async Task A_response_needs_no_message_id()
    {
        var bytes = Encoding.UTF8.GetBytes(Messages.Envelope($"<a:Action>{Messages.Action}</a:Action><a:RelatesTo>urn:uuid:1</a:RelatesTo>"));
        var pipe = Mtom.ChunkedStream.Pipe(bytes, 4096, 4096);
        var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, Messages.SimpleType, SoapMessageKind.Response);
        await using var message = result.Message!;
        Assert.That(message.Addressing.RelatesTo, Is.EqualTo("urn:uuid:1"));
    }

    [Test]
    public async Task Another_address_for_the_answer_is_shown()
    {
        var result = await Messages.ReadAsync(Messages.Envelope(Addressing.Replace("/anonymous", "/elsewhere") + "<a:FaultTo><x/><a:Address> urn:f </a:Address></a:FaultTo>"));
        await using var message = result.Message!;
        Assert.That(message.Addressing.ReplyTo, Is.EqualTo("http://www.w3.org/2005/08/addressing/elsewhere"));
        Assert.That(message.Addressing.FaultTo, Is.EqualTo("urn:f"));
        Assert.That(message.Addressing.IsAnsweredOnConnection, Is.False);
    }
}
