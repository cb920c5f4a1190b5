using System.Text;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>
/// Envelopes that are wrong, at both endpoints and in both packagings. Each attack takes a valid request, spoils its envelope and gets the
/// fault that says what is wrong.
/// </summary>
[TestFixture]
sealed class SoapAttackTests : AttackFixture
{
    const string Action42 = "urn:ihe:iti:2007:RegisterDocumentSet-b";
    const string Action41 = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b";
    const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    const string List = "<rim:RegistryObjectList>";
    const int Million = 1_000_000;
    const string NotWellFormed = "The SOAP envelope is not well-formed XML, or has a start tag beyond the limit.";
    const string DoctypeForbidden = "The SOAP envelope must not have a document type declaration.";
    const string TooDeep = "The elements of the SOAP envelope are nested too deep.";
    const string NotTheMessage = "The SOAP Body does not hold the message that wsa:Action announces.";
    const string TrailingContent = "Something follows the SOAP Body or the message in it.";

    static readonly string Laughs = string.Concat(
        Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));

    static IEnumerable<TestCaseData> Attacks =>
    [
        Of("Text that is no XML", _ => "hello", NotWellFormed),
        Of("An empty body", _ => "", "The message is empty."),
        Of("White space", _ => " \r\n\t ", NotWellFormed),
        Of("JSON", _ => "{\"a\":1}", NotWellFormed),
        Of("Half an envelope", e => e[..(e.Length / 2)], NotWellFormed),
        Of("An envelope without its last byte", e => e.TrimEnd()[..^1], NotWellFormed),
        Of("Two envelopes", e => e + e[e.IndexOf("<env:Envelope", StringComparison.Ordinal)..], NotWellFormed),
        Of("Text behind the envelope", e => e + "more", NotWellFormed),
        Of("A NUL character reference", e => e.Swap("en-US", "&#0;"), NotWellFormed),
        Of("A NUL byte", e => e.Swap("en-US", "\0"), NotWellFormed),
        Of("An undeclared entity", e => e.Swap("en-US", "&evil;"), NotWellFormed),
        Of("An undeclared prefix", e => e.Swap("<rim:RegistryObjectList>", "<x:a/><rim:RegistryObjectList>"), NotWellFormed),
        Of("A doubled attribute", e => e.Swap("mimeType=", "mimeType=\"a\" mimeType="), NotWellFormed),
        Of("A start tag of a megabyte", e => e.Swap("mimeType=", $"a=\"{new string('a', 1 << 20)}\" mimeType="), NotWellFormed),
        Of("A thousand namespaces",
            e => e.Swap("mimeType=", $"{Many(1000, i => $"xmlns:n{i}=\"urn:{i}\" ")}mimeType="),
            "The SOAP envelope declares too many namespaces."),
        Of("A document type", e => WithDoctype(e, "<!DOCTYPE a>"), DoctypeForbidden),
        Of("An external entity",
            e => WithDoctype(e, "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>").Swap("en-US", "&f;"),
            DoctypeForbidden),
        Of("An external document type", e => WithDoctype(e, "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">"), DoctypeForbidden),
        Of("A billion laughs", e => WithDoctype(e, $"<!DOCTYPE a [<!ENTITY l0 \"lol\">{Laughs}]>").Swap("en-US", "&l9;"), DoctypeForbidden),
        Of("A processing instruction",
            e => e.Swap("<env:Body>", "<env:Body><?php evil()?>"),
            "The SOAP envelope must not have processing instructions."),
        Of("A million elements inside each other", e => e.Swap(List, List + Repeat("<a>", Million)), TooDeep),
        Of("A million elements inside each other, all closed",
            e => e.Swap(List, $"{List}{Repeat("<a>", Million)}{Repeat("</a>", Million)}"),
            TooDeep),
        Of("A million elements inside each other in the header",
            e => e.Swap("<env:Header>", $"<env:Header>{Repeat("<a>", Million)}{Repeat("</a>", Million)}"),
            TooDeep),
        Of("Another document element", _ => "<html/>", "The document element is not a SOAP Envelope."),
        Of("An envelope of another namespace",
            e => e.Swap("http://www.w3.org/2003/05/soap-envelope", "urn:evil"),
            "Only SOAP 1.2 is supported.", 500, "VersionMismatch"),
        Of("No Body", e => Cut(e, "<env:Body>", "</env:Body>"), "The SOAP Envelope has no Body."),
        Of("An empty Body",
            e => WithBody(e, "<env:Body/>"),
            "The SOAP Body is empty."),
        Of("Two messages in the Body", e => e.Swap("</env:Body>", "<a/></env:Body>"), "The SOAP Body has more than one child element."),
        Of("Text behind the message", e => e.Swap("</env:Body>", "text</env:Body>"), TrailingContent),
        Of("An element behind the Body", e => e.Swap("</env:Body>", "</env:Body><a/>"), TrailingContent),
        Of("A message of another namespace", e => e.Swap(BodyNamespace(e), "urn:evil"), NotTheMessage),
        Of("Another message than the Action says",
            e => WithBody(e, "<env:Body><a xmlns=\"urn:evil\"/></env:Body>"),
            NotTheMessage),
        Of("An unknown Action",
            e => WithAction(e, "urn:evil:action"),
            "The wsa:Action is not supported at this endpoint.", subcodes: "ActionNotSupported"),
        Of("An Action of the other endpoint",
            OtherAction,
            "The wsa:Action is not supported at this endpoint.", subcodes: "ActionNotSupported"),
        Of("No header",
            e => Cut(e, "<env:Header>", "</env:Header>"),
            "The header wsa:Action is missing.", subcodes: "MessageAddressingHeaderRequired"),
        Of("No Action",
            e => Cut(e, "<wsa:Action", "</wsa:Action>"),
            "The header wsa:Action is missing.", subcodes: "MessageAddressingHeaderRequired"),
        Of("No MessageID",
            e => Cut(e, "<wsa:MessageID", "</wsa:MessageID>"),
            "The header wsa:MessageID is missing.", subcodes: "MessageAddressingHeaderRequired"),
        Of("An empty Action",
            e => WithAction(e, ""),
            "A WS-Addressing header is empty, too long or not plain text.", subcodes: "InvalidAddressingHeader"),
        Of("A MessageID of a megabyte",
            e => e.Swap("<wsa:MessageID>", "<wsa:MessageID>" + new string('a', 1 << 20)),
            "A WS-Addressing header is empty, too long or not plain text.", subcodes: "InvalidAddressingHeader"),
        Of("Two Actions",
            e => e.Swap("<env:Header>", $"<env:Header><wsa:Action>{Action42}</wsa:Action>"),
            "A WS-Addressing header occurs more than once.", subcodes: "InvalidAddressingHeader InvalidCardinality"),
        Of("WS-Addressing of another namespace",
            e => e.Swap("http://www.w3.org/2005/08/addressing\"", "http://schemas.xmlsoap.org/ws/2004/08/addressing\""),
            "A header that must be understood is not.", 500, "MustUnderstand"),
        Of("A header that must be understood",
            e => e.Swap("<env:Header>", "<env:Header><x:y xmlns:x=\"urn:evil\" env:mustUnderstand=\"true\"/>"),
            "A header that must be understood is not.", 500, "MustUnderstand"),
        Of("A mustUnderstand that is no boolean",
            e => e.Swap("<env:Header>", "<env:Header><x:y xmlns:x=\"urn:evil\" env:mustUnderstand=\"evil\"/>"),
            "A mustUnderstand attribute is neither true nor false."),
        Of("A ReplyTo elsewhere",
            e => ReplyTo(e, "http://127.0.0.1:1/evil"),
            "Answers go on the same connection only.", subcodes: "InvalidAddressingHeader OnlyAnonymousAddressSupported"),
        Of("A ReplyTo to a file",
            e => ReplyTo(e, "file:///etc/passwd"),
            "Answers go on the same connection only.", subcodes: "InvalidAddressingHeader OnlyAnonymousAddressSupported"),
        Of("A ReplyTo without address",
            e => e.Swap("<wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address>", ""),
            "An endpoint reference has no wsa:Address.", subcodes: "InvalidAddressingHeader MissingAddressInEPR"),
    ];

    [TestCaseSource(nameof(Attacks))]
    public Task It_is_refused_at_the_registry(Func<string, string> spoil, int status, string code, string reason)
    {
        var valid = Request.Iti42Envelope(Known, Request.NewOid());
        return MustFaultAsync(Request.Simple(Model.Transactions.RegistryPath, spoil(valid)), status, code, reason);
    }

    [TestCaseSource(nameof(Attacks))]
    public Task It_is_refused_at_the_repository_as_MTOM(Func<string, string> spoil, int status, string code, string reason)
    {
        var valid = Request.Iti41Envelope(Known, Request.NewOid(), Document);
        return MustFaultAsync(Request.Mtom(spoil(valid), ("document@attack", Document)), status, code, reason);
    }

    [TestCase("text/plain")]
    [TestCase("application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase(null)]
    public Task Another_content_type_is_refused(string? contentType) => MustFaultAsync(
        Request.Iti42(Known) with { ContentType = contentType! }, 415, "Sender", "The Content-Type must be application/soap+xml or multipart/related.");

    [TestCase("utf-7")]
    [TestCase("evil")]
    [TestCase("../../etc/passwd")]
    public Task An_unknown_character_set_is_refused(string charset) => MustFaultAsync(
        Request.Iti42(Known) with { ContentType = $"application/soap+xml; charset=\"{charset}\"" }, 415, "Sender", "The character encoding of the envelope is not supported.");

    [Test]
    public Task Bytes_that_are_not_UTF8_are_refused()
    {
        var envelope = Request.Iti42Envelope(Known, Request.NewOid()).Swap("en-US", "en-\u00FF");
        return MustFaultAsync(Request.Iti42(Known).With(Encoding.Latin1.GetBytes(envelope)), 400, "Sender", NotWellFormed);
    }

    [Test]
    public Task Metadata_of_a_foreign_namespace_are_not_waited_for() => MustFaultAsync(
        Request.Iti41(Known, Document).With("urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0", "urn:x:lcm"),
        400, "Sender", "The SOAP Body does not hold the message that wsa:Action announces.");

    [Test]
    public Task A_prefix_without_a_name_is_refused() => MustFaultAsync(
        Request.Iti42(Known).With("<rim:Name>", "<rim:>"),
        400, "Sender", "The SOAP envelope is not well-formed XML, or has a start tag beyond the limit.");

    [Test]
    public async Task An_action_in_the_content_type_decides_nothing()
    {
        // ITI TF-2 V.3.2.1.3 (IHE-WSP211): wsa:Action decides.
        var answer = await AnswerAsync(Request.Iti18(Known) with { ContentType = "application/soap+xml; action=\"urn:ihe:iti:2007:RegisterDocumentSet-b\"" });
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);
    }

    [Test]
    public async Task SOAP_11_gets_a_fault_that_it_understands()
    {
        var before = StoredState.Of(Server);
        var answer = await AnswerAsync(Request.Iti42(Known).With(Soap12, Soap11) with { ContentType = "text/xml; charset=utf-8" });
        Assert.That((answer.Status, answer.Header("Content-Type")), Is.EqualTo((500, "text/xml; charset=utf-8")));
        Assert.That(answer.Envelope.Root!.Name.NamespaceName, Is.EqualTo(Soap11));
        Assert.That(answer.Envelope.Descendants("faultcode").Single().Value, Is.EqualTo("e:VersionMismatch"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [TestCase("utf-16", "application/soap+xml")]
    [TestCase("utf-16", "application/soap+xml; charset=utf-16")]
    [TestCase("utf-16BE", "application/soap+xml; charset=\"utf-16\"")]
    public async Task UTF16_is_taken(string encoding, string contentType)
    {
        var envelope = Request.Iti18Envelope(Known).Swap("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        var bytes = Encoding.GetEncoding(encoding);
        var answer = await AnswerAsync(Request.Iti18(Known) with { ContentType = contentType, Body = [.. bytes.GetPreamble(), .. bytes.GetBytes(envelope)] });
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);
    }

    [Test]
    public Task UTF16_with_half_a_character_is_refused() => MustFaultAsync(
        Request.Iti42(Known) with { Body = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Request.Iti42Envelope(Known, Request.NewOid())), 0] },
        400, "Sender", NotWellFormed);

    static TestCaseData Of(
        string name, Func<string, string> spoil, string reason, int status = 400, string code = "Sender", string subcodes = "") =>
        new TestCaseData(spoil, status, $"{code} {subcodes}".Trim(), reason).SetArgDisplayNames(name);

    static string WithDoctype(string envelope, string doctype) => envelope.Swap("<env:Envelope", doctype + "<env:Envelope");

    // The lcm namespace is that of the message at the registry, and of its inner part at the repository.
    static string BodyNamespace(string envelope) =>
        envelope.Contains("urn:ihe:iti:xds-b:2007", StringComparison.Ordinal) ? "urn:ihe:iti:xds-b:2007" : "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";

    static string OtherAction(string envelope) =>
        envelope.Contains(Action41, StringComparison.Ordinal) ? envelope.Swap(Action41, Action42) : envelope.Swap(Action42, Action41);

    static string WithAction(string envelope, string action) =>
        envelope.Contains(Action41, StringComparison.Ordinal) ? envelope.Swap(Action41, action) : envelope.Swap(Action42, action);

    static string ReplyTo(string envelope, string address) => envelope.Swap("http://www.w3.org/2005/08/addressing/anonymous", address);

    static string Cut(string envelope, string from, string to)
    {
        var end = envelope.IndexOf(to, StringComparison.Ordinal) + to.Length;
        return envelope[..envelope.IndexOf(from, StringComparison.Ordinal)] + envelope[end..];
    }

    static string WithBody(string envelope, string body) => Cut(envelope, "<env:Body>", "</env:Body>").Swap("</env:Header>", "</env:Header>" + body);

    static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));
}
