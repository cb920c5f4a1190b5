using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>An HTTP answer as it came, taken apart without the product's codecs.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">Status line and header fields as text.</param>
/// <param name="Body">The body without its chunks.</param>
/// <param name="IsWhole">False when the connection ended before the body did.</param>
sealed partial record HttpAnswer(int Status, string Headers, byte[] Body, bool IsWhole)
{
    static readonly XNamespace Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The envelope, also where it is the root of a multipart message.</summary>
    public XDocument Envelope
    {
        get
        {
            var text = Text;
            var start = EnvelopeStart().Match(text);
            var end = EnvelopeEnd().Match(text);
            return XDocument.Parse(text[start.Index..(end.Index + end.Length)]);
        }
    }

    /// <summary>The value of a header field; null when it is absent.</summary>
    public string? Header(string name) =>
        Headers.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>Fault code and subcodes without their prefixes, outer to inner, such as <c>Sender ActionNotSupported</c>.</summary>
    public string FaultCode => string.Join(
        ' ', Envelope.Descendants(Soap12 + "Code").Descendants(Soap12 + "Value").Select(value => value.Value.Split(':')[^1]));

    /// <summary>The reason for a person.</summary>
    public string FaultReason => Envelope.Descendants(Soap12 + "Reason").Single().Value;

    /// <summary>The last word of the response's status: Success, PartialSuccess, Failure; null when there is none.</summary>
    public string? ResponseStatus => Envelope.Descendants().Attributes("status")
        .Select(status => status.Value)
        .FirstOrDefault(value => value.Contains(":ResponseStatusType:", StringComparison.Ordinal))?.Split(':')[^1];

    /// <summary>The error codes of the response, each once, in order.</summary>
    public string ErrorCodes => string.Join(
        ' ', Envelope.Descendants().Attributes("errorCode").Select(code => code.Value).Distinct());

    [GeneratedRegex(@"<(\w+:)?Envelope[\s>]")]
    private static partial Regex EnvelopeStart();

    [GeneratedRegex(@"</(\w+:)?Envelope\s*>")]
    private static partial Regex EnvelopeEnd();
}
