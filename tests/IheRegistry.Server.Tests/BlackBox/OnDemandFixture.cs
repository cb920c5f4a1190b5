using System.Text;
using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>What the tests of on-demand documents have in common: an on-demand entry of a patient with documents.</summary>
public abstract class OnDemandFixture : TransactionFixture
{
    /// <summary>Names of CDA.</summary>
    protected static readonly XNamespace Cda = "urn:hl7-org:v3";

    static readonly XNamespace Xdsb = "urn:ihe:iti:xds-b:2007";

    /// <summary>The patient of the test.</summary>
    protected string Patient { get; private set; } = "";

    /// <summary>uniqueId of the patient's on-demand entry.</summary>
    protected string OnDemand { get; private set; } = "";

    /// <summary>Feeds a patient and registers an on-demand entry for it.</summary>
    [SetUp]
    public async Task RegisterOnDemandEntry()
    {
        Patient = await NewPatientAsync();
        OnDemand = UniqueId(await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(Patient)));
    }

    /// <summary>Stores a document of the patient; gives its uniqueId.</summary>
    protected async Task<string> PublishedAsync(byte[] content, Action<ObjectBuilder>? change = null)
    {
        var submission = ToProvide(Patient).Document(change ?? (_ => { }));
        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, content)));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return UniqueId(submission);
    }

    /// <summary>Stores a CDA document of one section.</summary>
    protected Task<string> PublishedAsync(string code, string text, string? creationTime = null) => PublishedAsync(
        CdaText.Document("1.2.3.4", CdaText.Section(code, $"Section {code}", text)),
        document =>
        {
            if (creationTime is not null) document.Slot(SlotNames.CreationTime, creationTime);
        });

    /// <summary>Retrieves a document, which must succeed.</summary>
    protected async Task<Retrieved> RetrievedAsync(string uniqueId, bool mtom = true)
    {
        var reply = await RetrieveAsync(uniqueId, mtom);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        var response = reply.Envelope.Descendants(Xdsb + "DocumentResponse").Single();
        return new Retrieved(
            reply.Documents[uniqueId],
            response.Element(Xdsb + "NewDocumentUniqueId")?.Value,
            response.Element(Xdsb + "NewRepositoryUniqueId")?.Value,
            response.Element(Xdsb + "mimeType")!.Value);
    }

    /// <summary>Retrieves a document.</summary>
    protected Task<SoapReply> RetrieveAsync(string uniqueId, bool mtom = true) =>
        Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(mtom, (RepositoryUniqueId, uniqueId)));

    /// <summary>A document as it was retrieved.</summary>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="NewDocumentUniqueId">Its own uniqueId.</param>
    /// <param name="NewRepositoryUniqueId">Where it can be retrieved again.</param>
    /// <param name="MimeType">Its mimeType.</param>
    protected sealed record Retrieved(byte[] Bytes, string? NewDocumentUniqueId, string? NewRepositoryUniqueId, string MimeType)
    {
        /// <summary>The document.</summary>
        public XDocument Document => XDocument.Load(new MemoryStream(Bytes));

        /// <summary>All of its text.</summary>
        public string Text => Encoding.UTF8.GetString(Bytes);

        /// <summary>The sections of the body.</summary>
        public IReadOnlyList<XElement> Sections =>
            [.. Document.Descendants(Cda + "structuredBody").Elements(Cda + "component").Elements(Cda + "section")];

        /// <summary>The parts of the section of a code.</summary>
        public IReadOnlyList<XElement> PartsOf(string code) =>
            [.. Sections.Single(section => (string?)section.Element(Cda + "code")?.Attribute("code") == code).Elements(Cda + "component").Elements(Cda + "section")];
    }
}
