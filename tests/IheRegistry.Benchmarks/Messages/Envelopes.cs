using System.Text;
using System.Xml.Linq;
using IheRegistry.Model;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>SOAP envelopes and HTTP requests around them.</summary>
static class Envelopes
{
    internal static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    internal static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";

    /// <summary>An envelope with the WS-Addressing headers that clients send.</summary>
    internal static byte[] Envelope(Transaction transaction, XElement body)
    {
        var envelope = new XElement(
            Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "s", Soap),
            new XAttribute(XNamespace.Xmlns + "a", Addressing),
            new XElement(
                Soap + "Header",
                new XElement(Addressing + "Action", new XAttribute(Soap + "mustUnderstand", "1"), transaction.RequestAction),
                new XElement(Addressing + "MessageID", $"urn:uuid:{Guid.NewGuid()}"),
                new XElement(Addressing + "ReplyTo", new XElement(Addressing + "Address", "http://www.w3.org/2005/08/addressing/anonymous")),
                new XElement(Addressing + "To", new XAttribute(Soap + "mustUnderstand", "1"), "http://localhost" + transaction.Path)),
            new XElement(Soap + "Body", body));
        return Encoding.UTF8.GetBytes(envelope.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A POST of an envelope alone.</summary>
    internal static byte[] Post(string path, string action, ReadOnlySpan<byte> envelope) =>
        Post(path, $"application/soap+xml; charset=UTF-8; action=\"{action}\"", envelope, envelope.Length);

    /// <summary>A POST, or, when the length is more than what is given, its beginning.</summary>
    internal static byte[] Post(string path, string contentType, ReadOnlySpan<byte> body, long length) =>
        [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\n\r\n"), .. body];
}
