using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>A valid request, made by hand from the templates in samples/soap, for an attack to spoil.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="ContentType">How it is packaged.</param>
/// <param name="Body">Its bytes.</param>
sealed record Request(string Path, string ContentType, byte[] Body)
{
    public const string RepositoryUniqueId = "1.3.6.1.4.1.21367.2026.1.1";

    /// <summary>The boundary of every multipart request here.</summary>
    public const string Boundary = "attack-boundary";

    const string Root = "root@attack";

    static int _count;

    /// <summary>A new OID.</summary>
    public static string NewOid() =>
        string.Create(CultureInfo.InvariantCulture, $"1.3.6.1.4.1.21367.2026.9.{Environment.ProcessId}.{Interlocked.Increment(ref _count)}");

    /// <summary>Register Document Set-b.</summary>
    public static Request Iti42(Patient patient) =>
        Simple(Transactions.RegistryPath, Iti42Envelope(patient, NewOid()));

    /// <summary>FindDocuments of a patient.</summary>
    public static Request Iti18(Patient patient) => Simple(Transactions.RegistryPath, Iti18Envelope(patient));

    /// <summary>A stored query with these slots, given as they stand in the XML.</summary>
    public static Request Iti18(string queryId, params (string Name, string Values)[] slots)
    {
        var text = string.Concat(slots.Select(slot =>
            $"<rim:Slot name=\"{slot.Name}\"><rim:ValueList><rim:Value>{slot.Values}</rim:Value></rim:ValueList></rim:Slot>"));
        var envelope = Iti18Envelope(new Patient());
        var start = envelope.IndexOf("<rim:AdhocQuery ", StringComparison.Ordinal);
        var end = envelope.IndexOf("</rim:AdhocQuery>", StringComparison.Ordinal);
        return Simple(Transactions.RegistryPath, $"{envelope[..start]}<rim:AdhocQuery id=\"{queryId}\">{text}{envelope[end..]}");
    }

    /// <summary>Retrieve Document Set of one document, as MTOM.</summary>
    public static Request Iti43(string documentUniqueId, string repositoryUniqueId = RepositoryUniqueId) =>
        Mtom(Iti43Envelope(documentUniqueId, repositoryUniqueId));

    /// <summary>Provide and Register Document Set-b of one document, as MTOM.</summary>
    public static Request Iti41(Patient patient, byte[] document, string? documentUniqueId = null) =>
        Mtom(Iti41Envelope(patient, documentUniqueId ?? NewOid(), document), ("document@attack", document));

    public static string Iti18Envelope(Patient patient) => Fill("iti-18-find-documents.xml", patient);

    public static string Iti43Envelope(string documentUniqueId, string repositoryUniqueId = RepositoryUniqueId) => Fill(
        "iti-43-retrieve-document-set.xml", new Patient(), ("@DOCUMENT_UNIQUE_ID@", documentUniqueId), ("@REPOSITORY_UNIQUE_ID@", repositoryUniqueId));

    public static string Iti42Envelope(Patient patient, string documentUniqueId) => Fill(
        "iti-42-register-document-set-b.xml", patient, [("@DOCUMENT_UNIQUE_ID@", documentUniqueId), .. Declared([])]);

    public static string Iti41Envelope(Patient patient, string documentUniqueId, byte[] document) => Fill(
        "iti-41-provide-and-register.xml", patient, [("@DOCUMENT_UNIQUE_ID@", documentUniqueId), .. Declared(document)]);

    /// <summary>The metadata of a document whose hash and size are left for the repository to find.</summary>
    public static string Iti41EnvelopeWithoutHash(Patient patient, string documentUniqueId)
    {
        var lines = Iti41Envelope(patient, documentUniqueId, []).Split('\n');
        return string.Join('\n', lines.Where(line => !line.Contains("\"hash\"", StringComparison.Ordinal) && !line.Contains("\"size\"", StringComparison.Ordinal)));
    }

    /// <summary>A request without attachments.</summary>
    public static Request Simple(string path, string envelope) => new(path, "application/soap+xml; charset=utf-8", Encoding.UTF8.GetBytes(envelope));

    /// <summary>A request to the repository with attachments.</summary>
    public static Request Mtom(string envelope, params (string ContentId, byte[] Content)[] attachments)
    {
        using var body = new MemoryStream();
        body.Write(MtomStart(envelope));
        foreach (var (contentId, content) in attachments)
        {
            body.Write(PartStart(contentId));
            body.Write(content);
        }

        body.Write(MtomEnd);
        return new Request(Transactions.RepositoryPath, MtomContentType, body.ToArray());
    }

    public static string MtomContentType =>
        $"multipart/related; boundary=\"{Boundary}\"; type=\"application/xop+xml\"; start=\"<{Root}>\"; start-info=\"application/soap+xml\"";

    /// <summary>Up to the end of the root part.</summary>
    public static byte[] MtomStart(string envelope) => Encoding.UTF8.GetBytes(
        $"--{Boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\nContent-ID: <{Root}>\r\n\r\n{envelope}");

    /// <summary>Up to the first byte of an attachment; its header fields may carry more.</summary>
    public static byte[] PartStart(string? contentId, string headers = "") => Encoding.UTF8.GetBytes(
        $"\r\n--{Boundary}\r\nContent-Type: text/xml\r\n{(contentId is null ? "" : $"Content-ID: <{contentId}>\r\n")}{headers}\r\n");

    public static byte[] MtomEnd => Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n");

    /// <summary>The same with another body.</summary>
    public Request With(byte[] body) => this with { Body = body };

    /// <summary>The same with a text replaced, which must be there.</summary>
    public Request With(string old, string replacement)
    {
        // Latin-1 keeps every byte as it is.
        var text = Encoding.Latin1.GetString(Body);
        return With(Encoding.Latin1.GetBytes(text.Swap(old, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(replacement)))));
    }

    /// <summary>Sends it on a connection of its own; null when that ends without an answer.</summary>
    public Task<HttpAnswer?> PostAsync(AttackedServer server) => HttpWire.PostAsync(server.HttpPort, Path, ContentType, Body);

    static (string, string)[] Declared(byte[] document) =>
    [
        ("@HASH@", Convert.ToHexStringLower(SHA1.HashData(document))),
        ("@SIZE@", document.Length.ToString(CultureInfo.InvariantCulture)),
        ("@REPOSITORY_UNIQUE_ID@", RepositoryUniqueId),
        ("@SUBMISSION_UNIQUE_ID@", NewOid()),
        ("@CREATION_TIME@", "20260205093000"),
        ("@SUBMISSION_TIME@", "20260205093000"),
        ("@CONTENT_ID@", "document@attack"),
    ];

    static string Fill(string template, Patient patient, params (string Name, string Value)[] values)
    {
        var text = new StringBuilder(File.ReadAllText(SourceTree.PathOf("samples", "soap", template)));
        text.Replace("@PATIENT_ID@", Xml(patient.Cx)).Replace("@SOURCE_PATIENT_ID@", Xml(patient.SourceCx));
        text.Replace("Testfield^Amara", $"{Leaks.PatientMark}field^Amara").Replace("@TITLE@", $"Letter about {Leaks.PatientMark}");
        text.Replace("@MESSAGE_ID@", Guid.NewGuid().ToString()).Replace("@TO@", "http://localhost/xds");
        foreach (var (name, value) in values) text.Replace(name, value);
        return text.ToString();
    }

    static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal);
}
