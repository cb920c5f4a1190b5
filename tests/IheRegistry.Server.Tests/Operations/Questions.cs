using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>What the tests of this folder ask a server, and demand of its answers.</summary>
public static class Questions
{
    const string AnyStatus = $"('{Approved}','{Deprecated}')";
    const string Approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
    const string Deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";

    /// <summary>ITI-8: makes a patient known.</summary>
    public static async Task FeedAsync(this SeparateServer server, string patient) =>
        Assert.That(await MllpSender.SendAsync(server.MllpPort, MllpSender.Adt("A04", patient)), Does.Contain("MSA|AA"));

    /// <summary>ITI-41 or ITI-42: must succeed.</summary>
    public static async Task PublishAsync(this SeparateServer server, SoapPeer peer, Published submission)
    {
        var reply = await server.SubmitAsync(peer, submission);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText + server.Errors);
    }

    /// <summary>ITI-41 or ITI-42.</summary>
    public static Task<SoapReply> SubmitAsync(this SeparateServer server, SoapPeer peer, Published submission) =>
        peer.PostAsync(submission.IsProvided ? server.Repository : server.Registry, submission.Request());

    /// <summary>ITI-18 FindDocuments, LeafClass, whatever the status.</summary>
    public static Task<SoapReply> FindDocumentsAsync(this SeparateServer server, SoapPeer peer, string patient) => peer.PostAsync(
        server.Registry,
        SoapRequest.StoredQuery(
            StoredQueryIds.FindDocuments,
            "LeafClass",
            (ParameterNames.DocumentEntryPatientId, $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, AnyStatus)));

    /// <summary>ITI-18 GetAll, LeafClass, whatever the status.</summary>
    public static Task<SoapReply> GetAllAsync(this SeparateServer server, SoapPeer peer, string patient) => peer.PostAsync(
        server.Registry,
        SoapRequest.StoredQuery(
            StoredQueryIds.GetAll,
            "LeafClass",
            ("$patientId", $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, AnyStatus),
            (ParameterNames.SubmissionSetStatus, AnyStatus),
            ("$XDSFolderStatus", AnyStatus)));

    /// <summary>ITI-43.</summary>
    public static Task<SoapReply> RetrieveAsync(this SeparateServer server, SoapPeer peer, IEnumerable<Published> documents) => peer.PostAsync(
        server.Repository, SoapRequest.Retrieve(mtom: true, [.. documents.Select(d => (Published.OwnRepository, d.UniqueId))]));

    /// <summary>The DocumentEntries of an answer: status by uniqueId.</summary>
    public static IReadOnlyDictionary<string, string?> StatusByUniqueId(this SoapReply reply) => reply.Objects
        .Where(item => item.ExternalIdentifiers.Any(identifier => identifier.Scheme == SchemeUuids.DocumentEntryUniqueId))
        .ToDictionary(
            item => item.ExternalIdentifiers.First(identifier => identifier.Scheme == SchemeUuids.DocumentEntryUniqueId).Value!,
            item => item.Status?.Split(':')[^1]);

    /// <summary>Demands that documents come back as they were sent.</summary>
    public static async Task AssertRetrievedAsync(this SeparateServer server, SoapPeer peer, IReadOnlyCollection<Published> documents)
    {
        foreach (var some in documents.Where(document => document.IsProvided).Chunk(20))
        {
            var reply = await server.RetrieveAsync(peer, some);
            Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
            foreach (var document in some) Assert.That(reply.Documents[document.UniqueId], Is.EqualTo(document.Content));
        }
    }

    /// <summary>The status of /health/ready and its body.</summary>
    public static async Task<(int Status, string Body)> ReadyAsync(this SeparateServer server)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(server.Http, "/health/ready"));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
