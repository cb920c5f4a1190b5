using System.Text;
using System.Text.RegularExpressions;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A sample as it goes out: wrapped in an envelope when it is a bare body, else as it is.</summary>
/// <param name="Operation">Decides the endpoint.</param>
/// <param name="ContentType">The sample's own, or that of its form.</param>
/// <param name="Body">The bytes.</param>
sealed partial record SoapRequest(string Operation, string ContentType, byte[] Body)
{
    const string Simple = "application/soap+xml; charset=utf-8";

    public bool IsToRegistry => Operation is "RegistryStoredQuery" or "RegisterDocumentSet-b" or "RegisterOnDemandDocumentEntry"
        or "UpdateDocumentSet" or "RestrictedUpdateDocumentSet" or "MultiPatientStoredQuery" or "DeleteDocumentSet";

    /// <summary>The request; a body may be completed first.</summary>
    public static SoapRequest Of(SoapSample sample, bool isCompleted) => sample.Form switch
    {
        SampleForm.Http => OfHttp(sample),
        SampleForm.Mime => new(sample.Operation, ContentTypeOfMime(sample.Text), Bytes(sample.Text)),
        SampleForm.Body => OfBody(sample, isCompleted),
        _ => new(sample.Operation, Simple, Bytes(sample.Text)),
    };

    static SoapRequest OfBody(SoapSample sample, bool isCompleted)
    {
        var payload = sample.Root!;
        if (isCompleted) SampleCompletion.Complete(payload);
        return new(sample.Operation, Simple, Bytes(sample.Wrap(payload).ToString(System.Xml.Linq.SaveOptions.DisableFormatting)));
    }

    static SoapRequest OfHttp(SoapSample sample)
    {
        var (head, body) = (sample.Text.IndexOf("Content-Type:", StringComparison.Ordinal) + 13, sample.Text.IndexOf("\n\n", StringComparison.Ordinal) + 2);
        var contentType = sample.Text[head..sample.Text.IndexOf('\n', head)].Trim();
        return new(sample.Operation, contentType, Bytes(sample.Text[body..]));
    }

    static string ContentTypeOfMime(string text) =>
        $"multipart/related; type=\"application/xop+xml\"; start-info=\"application/soap+xml\"; boundary=\"{ClosingDelimiter().Match(text).Groups[1].Value}\"";

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@"--(\S+)--\s*$")]
    private static partial Regex ClosingDelimiter();
}
