using System.Text;
using System.Xml.Linq;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class SoapFaultTests
{
    static readonly XNamespace Soap = SoapNamespaces.Soap12;

    [Test]
    public async Task Every_rejection_has_a_fault_that_reads_back([Values] SoapRejectionReason reason, [Values] SoapPackaging packaging)
    {
        var rejection = new SoapRejection(reason)
        {
            Packaging = packaging,
            MessageId = "urn:uuid:<1>",
            Action = "urn:a&b",
            Headers = [new("h", "urn:x"), new("i", "")],
        };
        var answer = SoapFaultAnswer.To(rejection);
        var expected = SoapFault.From(rejection);
        if (expected.InSoap11)
        {
            Assert.That(answer.ContentType, Does.StartWith("text/xml"));
            return;
        }

        var pipe = ChunkedStream.Pipe(answer.Body.ToArray(), 64, 64);
        var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, answer.ContentType, SoapMessageKind.Response);
        Assert.That(result.Rejection, Is.Null);
        await using var message = result.Message!;
        Assert.That(message.IsFault);
        Assert.That(message.Packaging, Is.EqualTo(packaging));
        Assert.That(message.Addressing.RelatesTo, Is.EqualTo("urn:uuid:<1>"));
        Assert.That(message.Addressing.Action, Is.EqualTo(expected.Action));
        Assert.That(message.ReadBody(SoapFault.Read, out var fault), Is.Null);
        Assert.That(fault!.Code, Is.EqualTo(expected.Code));
        Assert.That(fault.Reason, Is.EqualTo(expected.Reason));
        Assert.That(fault.Subcodes, Is.EqualTo(expected.Subcodes));
        Assert.That(answer.HttpStatus, Is.InRange(400, 500));
    }

    [Test]
    public void A_header_that_is_not_understood_is_named()
    {
        var rejection = new SoapRejection(SoapRejectionReason.HeaderNotUnderstood) { Headers = [new("h", "urn:x")] };
        var answer = SoapFaultAnswer.To(rejection);
        var envelope = XElement.Load(new MemoryStream(answer.Body.ToArray()));

        var named = envelope.Element(Soap + "Header")!.Element(Soap + "NotUnderstood")!;
        var qname = named.Attribute("qname")!.Value.Split(':');
        Assert.That(named.GetNamespaceOfPrefix(qname[0])!.NamespaceName, Is.EqualTo("urn:x"));
        Assert.That(qname[1], Is.EqualTo("h"));
        Assert.That(envelope.Descendants(Soap + "Value").Single().Value, Is.EqualTo("s:MustUnderstand"));
        Assert.That(answer.HttpStatus, Is.EqualTo(500));
    }

    [Test]
    public void A_SOAP_1_1_sender_is_told_in_SOAP_1_1_to_upgrade()
    {
        var answer = SoapFaultAnswer.To(new SoapRejection(SoapRejectionReason.Soap11));
        var envelope = XElement.Load(new MemoryStream(answer.Body.ToArray()));
        XNamespace soap11 = SoapNamespaces.Soap11;

        Assert.That(envelope.Name, Is.EqualTo(soap11 + "Envelope"));
        Assert.That(envelope.Descendants("faultcode").Single().Value, Does.EndWith(":VersionMismatch"));
        var supported = envelope.Element(soap11 + "Header")!.Element(Soap + "Upgrade")!.Element(Soap + "SupportedEnvelope")!;
        Assert.That(supported.GetNamespaceOfPrefix("u"), Is.EqualTo(Soap));
        Assert.That(answer.HttpStatus, Is.EqualTo(500));
    }

    [Test]
    public void An_addressing_fault_names_the_header_in_its_detail()
    {
        var rejection = new SoapRejection(SoapRejectionReason.ActionMissing) { Headers = [new("Action", SoapNamespaces.Addressing)] };
        var text = Encoding.UTF8.GetString(SoapFaultAnswer.To(rejection).Body.Span);
        XNamespace addressing = SoapNamespaces.Addressing;
        var envelope = XElement.Parse(text);
        Assert.That(envelope.Descendants(addressing + "ProblemHeaderQName").Single().Value, Is.EqualTo("q:Action"));
        Assert.That(envelope.Descendants(Soap + "Subcode").Single().Value, Is.EqualTo("q:MessageAddressingHeaderRequired"));
        Assert.That(envelope.Descendants(addressing + "Action").Single().Value, Is.EqualTo(SoapNamespaces.AddressingFaultAction));
    }

    [TestCase("<e:Fault/>")]
    [TestCase("<e:Fault><e:Code/><e:Reason/></e:Fault>")]
    [TestCase("<e:Fault><e:Code><e:Value/></e:Code><x/>text<e:Reason><e:Text/></e:Reason></e:Fault>")]
    [TestCase("<e:Fault><e:Code><e:Value>p:Sender:</e:Value></e:Code></e:Fault>")]
    public async Task A_poor_fault_is_read_as_far_as_it_goes(string body)
    {
        var result = await Messages.ReadAsync(Messages.Envelope(body: body));
        await using var message = result.Message!;
        Assert.That(message.IsFault);
        Assert.That(message.ReadBody(SoapFault.Read, out var fault), Is.Null);
        Assert.That(fault!.Code, Is.EqualTo(SoapFaultCode.Receiver));
    }
}
