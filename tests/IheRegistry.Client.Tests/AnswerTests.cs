using System.Net;
using System.Text;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Soap;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Client.Tests;

/// <summary>What the clients make of answers, above all of wrong ones.</summary>
[TestFixture]
public sealed class AnswerTests
{
    static readonly byte[] First = Encoding.ASCII.GetBytes("first document\r\n--\r\n");
    static readonly byte[] Second = new byte[5000];

    [Test]
    public async Task Documents_come_in_the_order_of_the_parts_and_stray_parts_are_passed_over()
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Mtom(
            Answers.Retrieved(request, ("1", null), ("2", null)),
            [Answers.Part("2", Second), Answers.Part("stray", [1]), Answers.Part("1", First)]));

        var (response, documents) = await RetrieveAsync(peer);

        Assert.That(response.Status, Is.EqualTo(ResponseStatus.Success));
        Assert.That(documents.Select(d => d.Id), Is.EqualTo(new[] { "2", "1" }));
        Assert.That(documents.Select(d => d.Content), Is.EqualTo(new[] { Second, First }));
    }

    [Test]
    public async Task Parts_before_the_root_are_documents_too()
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-");
        using var peer = new ScriptedPeer(request => SoapRequest.Mtom(Answers.Retrieved(request, ("1", null)), [Answers.Part("1", First)], rootAt: 1));

        var (_, documents) = await RetrieveAsync(peer, new SoapClientOptions { Limits = new SoapLimits { SpoolFolder = folder.FullName } });

        Assert.That(documents.Single().Content, Is.EqualTo(First));
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task Inline_documents_are_taken()
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Simple(Answers.Retrieved(request, ("1", First), ("2", Second))));

        var (_, documents) = await RetrieveAsync(peer);

        Assert.That(documents.Select(d => d.Content), Is.EqualTo(new[] { First, Second }));
    }

    [Test]
    public async Task An_answer_cut_off_anywhere_is_never_taken_for_whole()
    {
        var cut = int.MaxValue;
        var length = 0;
        using var peer = new ScriptedPeer(request =>
        {
            var whole = SoapRequest.Mtom(Answers.Retrieved(request, ("1", null)), [Answers.Part("1", First)]);
            length = whole.Body.Length;
            return whole with { Body = whole.Body[..Math.Min(cut, length)] };
        });
        await RetrieveAsync(peer);

        // Four bytes from the end the closing boundary is whole but for what may follow it.
        for (cut = length - 4; cut >= 0; cut--)
            Assert.That(() => RetrieveAsync(peer), Throws.InstanceOf<IOException>(), $"cut at {cut} of {length}");
    }

    [Test]
    public async Task A_large_document_is_never_in_memory()
    {
        const long Size = 256L << 20;
        using var http = new HttpClient(new LargeAnswer(Size));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await using var answer = await new DocumentRepositoryClient(http, ScriptedPeer.Endpoint).RetrieveAsync([]);
        await foreach (var document in answer) Assert.That(await LengthAsync(document.Content), Is.EqualTo(Size));

        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Size / 8));
    }

    [Test]
    public void A_document_that_the_answer_names_and_lacks_is_refused()
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Mtom(Answers.Retrieved(request, ("1", null), ("2", null)), [Answers.Part("1", First)]));

        Assert.That(() => RetrieveAsync(peer), Throws.TypeOf<AnswerRefusedException>());
    }

    [Test]
    public void Two_documents_in_one_part_are_refused()
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Mtom(Answers.Retrieved(request, ("1", null), ("1", null)), [Answers.Part("1", First)]));

        Assert.That(() => RetrieveAsync(peer), Throws.TypeOf<AnswerRefusedException>());
    }

    [Test]
    public async Task Documents_can_be_read_once()
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Simple(Answers.Retrieved(request, ("1", First))));
        await using var answer = await new DocumentRepositoryClient(peer.Client, ScriptedPeer.Endpoint).RetrieveAsync([]);
        await ReadAsync(answer);

        Assert.That(() => ReadAsync(answer), Throws.InvalidOperationException);
    }

    [Test]
    public void An_answer_to_another_action_is_refused()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request, "urn:ihe:iti:2007:RegistryStoredQueryResponse"));

        Assert.That(() => RegisterAsync(peer), Throws.TypeOf<AnswerRefusedException>().With.Message.Contains("RegistryStoredQueryResponse"));
    }

    [Test]
    public void An_answer_to_another_request_is_refused()
    {
        using var peer = new ScriptedPeer(request =>
        {
            var answer = Answers.Registered(request);
            var id = request.Envelope.Descendants().Single(e => e.Name.LocalName == "MessageID").Value;
            return answer with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer.Body).Replace(id, "urn:uuid:another", StringComparison.Ordinal)) };
        });

        Assert.That(() => RegisterAsync(peer), Throws.TypeOf<AnswerRefusedException>());
    }

    [TestCase("text/html", "<html>Bad gateway</html>")]
    [TestCase("application/soap+xml", "not XML")]
    [TestCase("application/soap+xml", "")]
    public void What_is_no_SOAP_is_refused(string contentType, string body)
    {
        using var peer = new ScriptedPeer(_ => new SoapRequest(contentType, Encoding.UTF8.GetBytes(body))) { Status = HttpStatusCode.BadGateway };

        Assert.That(() => RegisterAsync(peer), Throws.TypeOf<AnswerRefusedException>().With.Property(nameof(AnswerRefusedException.Reason)).Not.Null);
    }

    [Test]
    public void A_fault_is_thrown_with_what_it_says()
    {
        using var peer = new ScriptedPeer(_ => new SoapRequest("application/soap+xml", """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
              <s:Header><a:Action s:mustUnderstand="1">http://www.w3.org/2005/08/addressing/fault</a:Action></s:Header>
              <s:Body><s:Fault>
                <s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:ActionNotSupported</s:Value></s:Subcode></s:Code>
                <s:Reason><s:Text xml:lang="en">Not here</s:Text></s:Reason>
              </s:Fault></s:Body>
            </s:Envelope>
            """u8.ToArray()))
        { Status = HttpStatusCode.BadRequest };

        var fault = Assert.ThrowsAsync<SoapFaultException>(() => RegisterAsync(peer))!;

        Assert.That((fault.Code, fault.Subcodes.Single().Name, fault.Reason, fault.HttpStatus),
            Is.EqualTo((SoapFaultCode.Sender, "ActionNotSupported", "Not here", 400)));
    }

    static Task<RegistryResponse> RegisterAsync(ScriptedPeer peer) =>
        new DocumentRegistryClient(peer.Client, ScriptedPeer.Endpoint).RegisterAsync(Array.Empty<RegistryObject>());

    static async Task<(RegistryResponse Response, List<(string Id, byte[] Content)> Documents)> RetrieveAsync(
        ScriptedPeer peer, SoapClientOptions? options = null)
    {
        await using var answer = await new DocumentRepositoryClient(peer.Client, ScriptedPeer.Endpoint, options)
            .RetrieveAsync([new DocumentRequest(null, "1.2.3", "1")]);
        return (answer.Response, await ReadAsync(answer));
    }

    static async Task<List<(string Id, byte[] Content)>> ReadAsync(RetrievedDocuments answer)
    {
        var documents = new List<(string, byte[])>();
        await foreach (var document in answer)
        {
            using var bytes = new MemoryStream();
            await document.Content.CopyToAsync(bytes);
            documents.Add((document.Request.DocumentUniqueId, bytes.ToArray()));
        }

        return documents;
    }

    static async Task<long> LengthAsync(Stream content)
    {
        var buffer = new byte[81920];
        var length = 0L;
        int count;
        while ((count = await content.ReadAsync(buffer)) > 0) length += count;
        return length;
    }

    /// <summary>Answers with one document of zeros that is made while it is read.</summary>
    sealed class LargeAnswer(long size) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var question = new SoapReply(
                0, request.Content!.Headers.NonValidated["Content-Type"].ToString(), await request.Content.ReadAsByteArrayAsync(cancellationToken));
            var (contentType, body) = SoapRequest.Mtom(Answers.Retrieved(question, ("1", null)), [Answers.Part("1", First)]);
            var at = body.AsSpan().IndexOf(First);
            var content = new Concatenated([new MemoryStream(body[..at]), new Zeros(size), new MemoryStream(body[(at + First.Length)..])]);
            var response = new HttpResponseMessage { Content = new StreamContent(content) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return response;
        }
    }
}
