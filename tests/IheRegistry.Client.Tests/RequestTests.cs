using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Client.Tests;

/// <summary>What the clients send.</summary>
[TestFixture]
public sealed class RequestTests
{
    static readonly PatientId Patient = PatientId.Parse(SubmissionBuilder.DefaultPatient)!;

    [Test]
    public async Task A_registration_is_a_valid_simple_message()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request));

        await new DocumentRegistryClient(peer.Client, ScriptedPeer.Endpoint).RegisterAsync(Typed());

        Check(peer.Request!, "urn:ihe:iti:2007:RegisterDocumentSet-b", mtom: false);
        Assert.That(peer.Request!.Objects, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_registration_of_on_demand_entries_has_an_action_of_its_own()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request, "urn:ihe:iti:2010:RegisterOnDemandDocumentResponse"));

        await new DocumentRegistryClient(peer.Client, ScriptedPeer.Endpoint).RegisterOnDemandAsync(SubmissionMapping.Read(SubmissionBuilder.OneOnDemandDocument().Build()));

        Check(peer.Request!, "urn:ihe:iti:2010:RegisterOnDemandDocumentEntry", mtom: false);
        Assert.That(peer.Request!.Objects, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_removal_of_metadata_is_a_valid_simple_message()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request, "urn:ihe:iti:2010:DeleteDocumentSetResponse"));

        await new DocumentRegistryClient(peer.Client, ScriptedPeer.Endpoint).RemoveAsync(["urn:uuid:1", "urn:uuid:2"]);

        Check(peer.Request!, "urn:ihe:iti:2010:DeleteDocumentSet", mtom: false);
        Assert.That(peer.Request!.References, Is.EqualTo(new[] { "urn:uuid:1", "urn:uuid:2" }));
    }

    [Test]
    public void A_stored_query_is_a_valid_simple_message()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request));
        var client = new DocumentRegistryClient(peer.Client, ScriptedPeer.Endpoint);

        Assert.ThrowsAsync<AnswerRefusedException>(() => client.QueryAsync(
            StoredQuery.FindDocuments(Patient).With(ParameterNames.DocumentEntryTypeCode, "a'b^^1.2", "c^^1.3") with { Home = "urn:oid:1.2.3" }));

        Check(peer.Request!, "urn:ihe:iti:2007:RegistryStoredQuery", mtom: false);
        var query = peer.Request!.Body.Descendants().Single(e => e.Name.LocalName == "AdhocQuery");
        Assert.That(((string?)query.Attribute("id"), (string?)query.Attribute("home")), Is.EqualTo((StoredQueryIds.FindDocuments, "urn:oid:1.2.3")));
        Assert.That(query.Value, Does.Contain("'a''b^^1.2'").And.Contain($"'{SubmissionBuilder.DefaultPatient}'"));
    }

    [TestCase(SoapPackaging.Mtom)]
    [TestCase(SoapPackaging.Simple)]
    public async Task Documents_are_provided_in_a_valid_message_of_the_packaging_asked_for(SoapPackaging packaging)
    {
        using var peer = new ScriptedPeer(Answers.Provided);
        var (first, second) = (new byte[] { 1, 2, 3, 4 }, new byte[100_000]);

        await Repository(peer, packaging).ProvideAndRegisterAsync(
            Typed(), [new ProvidedContent("a", "text/xml", new MemoryStream(first)), new ProvidedContent("b", "text/xml", new MemoryStream(second))]);

        Check(peer.Request!, "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b", packaging == SoapPackaging.Mtom);
        Assert.That(peer.Request!.ProvidedDocuments["a"], Is.EqualTo(first));
        Assert.That(peer.Request!.ProvidedDocuments["b"], Is.EqualTo(second));
    }

    [TestCase(SoapPackaging.Mtom)]
    [TestCase(SoapPackaging.Simple)]
    public async Task Documents_are_asked_for_in_a_valid_message(SoapPackaging packaging)
    {
        using var peer = new ScriptedPeer(request => SoapRequest.Simple(Answers.Retrieved(request)));

        await using var answer = await Repository(peer, packaging).RetrieveAsync([new DocumentRequest("urn:oid:1.2", "1.2.3", "4.5.6")]);

        Check(peer.Request!, "urn:ihe:iti:2007:RetrieveDocumentSet", packaging == SoapPackaging.Mtom);
        Assert.That(peer.Request!.Body.Value, Is.EqualTo("urn:oid:1.21.2.34.5.6"));
    }

    [Test]
    public async Task A_removal_of_documents_is_a_valid_simple_message()
    {
        using var peer = new ScriptedPeer(request => Answers.Registered(request, "urn:ihe:iti:2017:RemoveDocumentsResponse"));

        await new DocumentRepositoryClient(peer.Client, ScriptedPeer.Endpoint).RemoveAsync([new DocumentRequest("urn:oid:1.2", "1.2.3", "4.5.6")]);

        Check(peer.Request!, "urn:ihe:iti:2017:RemoveDocuments", mtom: false);
        Assert.That(peer.Request!.Body.Value, Is.EqualTo("urn:oid:1.21.2.34.5.6"));
    }

    [TestCase(SoapPackaging.Mtom)]
    [TestCase(SoapPackaging.Simple)]
    public void A_large_document_is_never_in_memory(SoapPackaging packaging)
    {
        const long Size = 256L << 20;
        using var http = new HttpClient(new Drain());
        var repository = new DocumentRepositoryClient(http, ScriptedPeer.Endpoint, new SoapClientOptions { Packaging = packaging });
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.ThrowsAsync<AnswerRefusedException>(
            () => repository.ProvideAndRegisterAsync(Typed(), [new ProvidedContent("a", "text/plain", new Zeros(Size))]));

        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Size / 8));
    }

    [Test]
    public void A_document_that_cannot_be_read_ends_the_request_without_a_closing_boundary()
    {
        using var sent = new MemoryStream();
        using var http = new HttpClient(new Drain(sent));
        var repository = new DocumentRepositoryClient(http, ScriptedPeer.Endpoint);

        Assert.That(
            () => repository.ProvideAndRegisterAsync(Typed(), [new ProvidedContent("a", "text/plain", new Zeros(100_000) { FailsAtEnd = true })]),
            Throws.InstanceOf<IOException>().Or.InstanceOf<HttpRequestException>());

        var text = System.Text.Encoding.Latin1.GetString(sent.ToArray());
        Assert.That(text, Does.Contain("<lcm:SubmitObjectsRequest").And.Not.Contain("--\r\n"));
    }

    static Submission Typed() => SubmissionMapping.Read(SubmissionBuilder.OneDocument().Build());

    static DocumentRepositoryClient Repository(ScriptedPeer peer, SoapPackaging packaging) =>
        new(peer.Client, ScriptedPeer.Endpoint, new SoapClientOptions { Packaging = packaging });

    static void Check(SoapReply request, string action, bool mtom)
    {
        Assert.That(request.IsMtom, Is.EqualTo(mtom));
        Assert.That(SchemaValidation.Errors(request.EnvelopeBytes), Is.Empty);
        Assert.That(SchemaValidation.OfficialErrors(request.EnvelopeBytes), Is.Empty);
        var header = request.Envelope.Root!.Elements().First().Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);
        Assert.That((header["Action"], header["To"]), Is.EqualTo((action, ScriptedPeer.Endpoint.AbsoluteUri)));
        Assert.That(header["MessageID"], Does.StartWith("urn:uuid:"));
    }

    /// <summary>Takes a request and answers nothing of use.</summary>
    sealed class Drain(Stream? into = null) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(into ?? Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StringContent("taken") };
        }
    }
}
