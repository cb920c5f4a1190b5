using System.Text;
using System.Xml.Linq;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class ReferenceParameterTests
{
    static readonly XNamespace Addressing = SoapNamespaces.Addressing;

    [TestCase("<t:Ticket xmlns:t=\"urn:t\">4711</t:Ticket>")]
    [TestCase("<Ticket xmlns=\"urn:t\" kind=\"&lt;&quot;&amp;\"><Part>&lt;b&gt; 病历 &amp;</Part><Part/></Ticket>")]
    [TestCase("<a:Ticket xmlns:a=\"urn:t\" a:kind=\"x\"><e:Part xmlns:e=\"urn:u\">1</e:Part></a:Ticket>")]
    [TestCase("<t:Ticket xmlns:t=\"urn:t\"/>\n  <u:Conversation xmlns:u=\"urn:u\">7</u:Conversation>")]
    public async Task They_become_header_blocks_that_are_marked(string parameters)
    {
        var sent = XElement.Parse($"<p>{parameters}</p>").Elements().ToList();

        var blocks = XElement.Parse($"<p>{await ReplyToParametersAsync(parameters)}</p>").Elements().ToList();

        Assert.That(blocks.Select(block => (string?)block.Attribute(Addressing + "IsReferenceParameter")), Is.All.EqualTo("true"));
        foreach (var block in blocks) block.Attribute(Addressing + "IsReferenceParameter")!.Remove();
        foreach (var declaration in blocks.Concat(sent).SelectMany(block => block.DescendantsAndSelf()).Attributes().Where(a => a.IsNamespaceDeclaration).ToList())
            declaration.Remove();
        Assert.That(blocks.Select(block => block.ToString(SaveOptions.DisableFormatting)), Is.EqualTo(sent.Select(block => block.ToString(SaveOptions.DisableFormatting))));
    }

    [Test]
    public async Task A_prefix_that_the_envelope_declares_goes_with_them() =>
        Assert.That(await ReplyToParametersAsync("<e:x xmlns:e=\"urn:x\"/><y:z xmlns:y=\"urn:y\" y:e=\"1\"/>"), Does.Contain("xmlns:e=\"urn:x\"").And.Contain("xmlns:y=\"urn:y\""));

    [Test]
    public async Task None_are_none()
    {
        Assert.That(await ReplyToParametersAsync(""), Is.Empty);
        Assert.That((await AddressingAsync(ReplyTo("<a:ReferenceParameters/>"))).ReplyToParameters.IsEmpty);
    }

    [TestCase("<a:Action>urn:evil</a:Action>")]
    [TestCase("<x:Security xmlns:x=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"/>")]
    [TestCase("<e:Fault/>")]
    [TestCase("<Ticket/>")]
    public async Task What_would_speak_for_this_server_is_refused(string parameters)
    {
        var rejection = await Messages.RejectionAsync(Messages.Envelope(ReplyTo($"<a:ReferenceParameters>{parameters}</a:ReferenceParameters>")));

        Assert.That(rejection?.Reason, Is.EqualTo(SoapRejectionReason.AddressingHeaderMalformed));
    }

    [TestCase(1000, null)]
    [TestCase(100_000, SoapRejectionReason.AddressingHeaderMalformed)]
    public async Task They_may_have_a_size(int size, SoapRejectionReason? expected)
    {
        var large = $"<a:ReferenceParameters><t:T xmlns:t=\"urn:t\">{new string('x', size)}</t:T></a:ReferenceParameters>";

        Assert.That((await Messages.RejectionAsync(Messages.Envelope(ReplyTo(large))))?.Reason, Is.EqualTo(expected));
    }

    [Test]
    public async Task They_may_be_given_once()
    {
        const string One = "<a:ReferenceParameters><t:T xmlns:t=\"urn:t\"/></a:ReferenceParameters>";

        Assert.That((await Messages.RejectionAsync(Messages.Envelope(ReplyTo(One + One))))?.Reason, Is.EqualTo(SoapRejectionReason.AddressingHeaderRepeated));
    }

    [Test]
    public async Task A_fault_goes_to_FaultTo_with_its_parameters_and_else_to_ReplyTo()
    {
        var both = await AddressingAsync(
            ReplyTo("<a:ReferenceParameters><r:R xmlns:r=\"urn:r\"/></a:ReferenceParameters>")
            + "<a:FaultTo><a:Address>http://f/</a:Address><a:ReferenceParameters><f:F xmlns:f=\"urn:f\"/></a:ReferenceParameters></a:FaultTo>");
        var one = both with { FaultTo = null, FaultToParameters = default };

        Assert.That(Text(SoapHeaders.Reply("urn:a", both)), Does.Contain("http://r/").And.Contain("urn:r"));
        Assert.That(Text(SoapHeaders.Fault("urn:a", both)), Does.Contain("http://f/").And.Contain("urn:f").And.Not.Contain("urn:r"));
        Assert.That(Text(SoapHeaders.Fault("urn:a", one)), Does.Contain("http://r/").And.Contain("urn:r"));
    }

    [Test]
    public async Task An_answer_to_an_address_must_be_understood_by_whom_it_is_for()
    {
        var elsewhere = SoapHeaders.Reply("urn:a", await AddressingAsync(ReplyTo("")));
        var here = SoapHeaders.Reply("urn:a", await AddressingAsync(""));

        Assert.That((elsewhere.To, elsewhere.ToMustBeUnderstood, elsewhere.RelatesTo), Is.EqualTo(("http://r/", true, "urn:uuid:1")));
        Assert.That((here.To, here.ToMustBeUnderstood, here.RelatesTo), Is.EqualTo((SoapNamespaces.AnonymousAddress, false, "urn:uuid:1")));
    }

    static string Text(SoapHeaders headers) => headers.To + Encoding.UTF8.GetString(headers.Blocks.Span);

    static async Task<string> ReplyToParametersAsync(string parameters) =>
        Encoding.UTF8.GetString((await AddressingAsync(ReplyTo($"<a:ReferenceParameters>{parameters}</a:ReferenceParameters>"))).ReplyToParameters.Span);

    static async Task<WsAddressing> AddressingAsync(string headers)
    {
        var result = await Messages.ReadAsync(Messages.Envelope(headers.StartsWith("<a:Action", StringComparison.Ordinal) ? headers : Required + headers));
        Assert.That(result.Rejection, Is.Null);
        await using var message = result.Message!;
        return message.Addressing;
    }

    const string Required = "<a:Action e:mustUnderstand=\"1\">urn:a</a:Action><a:MessageID>urn:uuid:1</a:MessageID>";

    static string ReplyTo(string more) => $"{Required}<a:ReplyTo><a:Address>http://r/</a:Address>{more}</a:ReplyTo>";
}
