using System.Text;
using System.Xml;
using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

/// <summary>Messages that other products have sent, from the reference folder.</summary>
[TestFixture]
public sealed class SampleMessageTests
{
    static readonly XNamespace Soap = SoapNamespaces.Soap12;
    static readonly XNamespace Addressing = SoapNamespaces.Addressing;

    // A response is read more leniently: many of the samples are requests from which the message id was taken out.
    readonly SoapMessageReader _reader = new(new SoapLimits(), [SoapNamespaces.SecurityHeader]);

    // Looks like SOAP with an action, and is refused all the same.
    static readonly Dictionary<string, SoapRejectionReason> Damaged = new()
    {
        // The wsa:Action is there and empty.
        ["epa__adhocquery-resp.xml"] = SoapRejectionReason.AddressingHeaderMalformed,
        ["epa__gethomecommunityid-resp.xml"] = SoapRejectionReason.AddressingHeaderMalformed,
        ["epa__retrievedocument-resp.xml"] = SoapRejectionReason.AddressingHeaderMalformed,
        // The line break behind the first boundary is lost.
        ["epa__request.xml"] = SoapRejectionReason.MimePartHeadersTooLarge,
        // The addressing headers stand in SOAP's namespace, with mustUnderstand.
        ["openhimxds__pnr_e2e_mtom.xml"] = SoapRejectionReason.HeaderNotUnderstood,
        // An empty line stands inside a header field.
        ["openhimxds__pnrResponse_e2e.xml"] = SoapRejectionReason.NotWellFormed,
        // The Header stands behind the Body.
        ["toolkit2__soap-pnr-soap-order.xml"] = SoapRejectionReason.ActionMissing,
    };

    static IEnumerable<string> Files() =>
        SourceTree.SharedPathOf("standards", "messages", "soap") is { } folder
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    [Test]
    public async Task Every_sample_is_read_or_refused_and_none_throws()
    {
        if (!Files().Any())
            Assert.Ignore("The reference folder is absent.");

        var wrong = new List<string>();
        var multipart = 0;
        var accepted = 0;
        foreach (var file in Files())
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var contentType = ContentTypeOf(bytes);
            if (contentType.StartsWith("multipart", StringComparison.Ordinal))
                multipart++;

            var rejection = await ReadAsync(bytes, contentType);
            accepted += rejection is null ? 1 : 0;
            var isExpected = Damaged.TryGetValue(Path.GetFileName(file), out var reason)
                ? rejection?.Reason == reason || (rejection is not null) != Expects(bytes, contentType)
                : rejection is null == Expects(bytes, contentType);
            if (!isExpected)
                wrong.Add($"{Path.GetFileName(file)}: {rejection?.Reason}");
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(accepted, Is.GreaterThan(60));
        Assert.That(multipart, Is.GreaterThan(3));
    }

    /// <summary>A sample that begins with a delimiter line has lost its HTTP header; the line tells the boundary.</summary>
    static string ContentTypeOf(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).TrimStart();
        return text.StartsWith("--", StringComparison.Ordinal)
            ? $"multipart/related; boundary=\"{text[2..text.IndexOf('\n')].Trim()}\""
            : "application/soap+xml";
    }

    /// <summary>A multipart message, or what the platform's DOM finds to be a SOAP 1.2 envelope with one action and one body child.</summary>
    static bool Expects(byte[] bytes, string contentType)
    {
        if (contentType.StartsWith("multipart", StringComparison.Ordinal))
            return true;
        try
        {
            var envelope = XDocument.Load(new MemoryStream(bytes)).Root!;
            return envelope.Name == Soap + "Envelope"
                && envelope.Element(Soap + "Header")?.Elements(Addressing + "Action").Count() == 1
                && envelope.Element(Soap + "Body")?.Elements().Count() == 1;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    async Task<SoapRejection?> ReadAsync(byte[] bytes, string contentType)
    {
        var result = await _reader.ReadAsync(ChunkedStream.Pipe(bytes, 4096, 1000), contentType, SoapMessageKind.Response);
        if (!result.IsAccepted)
            return result.Rejection;

        await using var message = result.Message;
        var rejection = message.ReadBody(xml => xml.ReadOuterXml(), out _);
        while (await message.ReadNextPartAsync() is { } part)
            await part.Content.CopyToAsync(Stream.Null);
        return rejection;
    }
}
