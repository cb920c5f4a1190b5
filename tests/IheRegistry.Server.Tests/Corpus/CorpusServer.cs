using System.Text;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A running server to which samples are sent.</summary>
sealed class CorpusServer : IAsyncDisposable
{
    const string OwnControlId = "CORPUS-ITSELF";

    readonly TestServer _server;
    readonly HttpClient _http = new();
    readonly HashSet<string> _patients = [];
    readonly bool _isLenient;

    CorpusServer(TestServer server, bool isLenient) => (_server, _isLenient) = (server, isLenient);

    /// <summary>Starts one; the affinity domain that ships when there is no file.</summary>
    public static async Task<CorpusServer> StartAsync(string? lenientDomain)
    {
        var server = await TestServer.StartAsync(lenientDomain is null ? [] : ["--affinity-domain", lenientDomain]);
        return new CorpusServer(server, lenientDomain is not null);
    }

    /// <summary>Sends a sample of a SOAP transaction: first a feed of its patients, then what its placeholders name, then itself.</summary>
    public async Task<SampleVerdict> SendAsync(SampleFile file)
    {
        var patients = SampleObjects.PatientsIn(SoapSample.Read(file.Name, file.Text).Root).Where(patient => patient.Contains("&", StringComparison.Ordinal)).ToList();
        var text = file.Text;
        if (Placeholders.AreIn(text))
        {
            var seed = new Seed(patients.FirstOrDefault(), file.Text);
            await FeedAsync([.. patients, seed.ValueOf("patientid"), seed.ValueOf("altpatientid")]);
            await PostAsync(SoapRequest.Of(SoapSample.Read("iti-41/seed", seed.Request().ToString()), isCompleted: false));
            text = Placeholders.Replace(text, seed.ValueOf);
        }

        await FeedAsync([.. patients, SubmissionBuilder.DefaultPatient]);
        return await PostAsync(SoapRequest.Of(SoapSample.Read(file.Name, text), _isLenient));
    }

    /// <summary>
    /// Sends a feed message and returns its acknowledgement, or an empty text where the message asks for none: then the first answer is
    /// that to the message sent after it.
    /// </summary>
    public async Task<string> FeedAsync(ReadOnlyMemory<byte> message)
    {
        await using var mllp = await MllpClient.ConnectAsync("127.0.0.1", _server.MllpPort);
        await mllp.WriteAsync(message);
        await mllp.WriteAsync(Encoding.UTF8.GetBytes(Admission(SubmissionBuilder.DefaultPatient)));
        var answer = await mllp.ReadAsync();
        Assert.That(answer.Outcome, Is.EqualTo(MllpOutcome.Message));
        var acknowledgement = Encoding.UTF8.GetString(answer.Message.Span);
        return acknowledgement.Contains($"|{OwnControlId}", StringComparison.Ordinal) ? "" : acknowledgement;
    }

    /// <summary>Admits patients; ids of authorities that the domain does not know are refused, which is as it should be.</summary>
    public async Task FeedAsync(IEnumerable<string> patients)
    {
        foreach (var patient in patients.Where(_patients.Add)) await FeedAsync(Encoding.UTF8.GetBytes(Admission(patient)));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    static string Admission(string patient) =>
        $"MSH|^~\\&|CORPUS|TEST|REG|TEST|20260101120000||ADT^A04^ADT_A01|{OwnControlId}|P|2.3.1\r"
        + $"EVN||20260101120000\rPID|||{patient}||Sample^Sam\rPV1||O\r";

    async Task<SampleVerdict> PostAsync(SoapRequest request)
    {
        using var content = new ByteArrayContent(request.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        using var response = await _http.PostAsync(request.IsToRegistry ? _server.Registry : _server.Repository, content);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isMultipart = response.Content.Headers.ContentType?.MediaType == "multipart/related";
        return SoapJudge.Judge(isMultipart ? RootPart(bytes) : bytes);
    }

    // The root part comes first in what the server writes.
    static byte[] RootPart(byte[] multipart)
    {
        var start = multipart.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var length = multipart.AsSpan(start).IndexOf("\r\n--"u8);
        return multipart[start..(start + length)];
    }
}
