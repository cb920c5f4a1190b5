using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IheRegistry.Model;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>The requests that are sent, with the places that change from one to the next.</summary>
static class Requests
{
    internal const string Authority = "1.3.6.1.4.1.21367.13.20.1000";

    /// <summary>Prefix of the patients whose documents are queried; ten documents each.</summary>
    internal const string Queried = "BENCH";

    /// <summary>Prefix of the patients for whom documents are submitted.</summary>
    internal const string Submitted = "SUBMT";

    /// <summary>Number of the patients for whom documents are submitted.</summary>
    internal const int SubmittedPatients = 1000;

    /// <summary>Token of the patient's number.</summary>
    internal const long PatientToken = 3141592;

    /// <summary>Token of a document's uniqueId, also the first eighteen bytes of its content.</summary>
    internal const long DocumentToken = 765432100000000000;

    /// <summary>Token of the SubmissionSet's uniqueId.</summary>
    internal const long SetToken = 765432199999999999;

    /// <summary>Token of the last part of an entryUUID.</summary>
    internal const long EntryToken = 765432188888;

    /// <summary>Token of a version.</summary>
    internal const long VersionToken = 2718281;

    static readonly XNamespace Lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    static readonly XNamespace Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    static readonly XNamespace Query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";
    static readonly XNamespace XdsB = "urn:ihe:iti:xds-b:2007";
    static readonly XNamespace Xop = "http://www.w3.org/2004/08/xop/include";

    /// <summary>The id of a patient.</summary>
    internal static string PatientId(string prefix, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D7}");

    /// <summary>ITI-42 with so many documents, as an envelope.</summary>
    internal static Message Iti42Envelope(string patients, int documents) =>
        Message.Of(Envelopes.Envelope(Transactions.Iti42, Submission(patients, documents)), SubmissionTokens(documents));

    /// <summary>ITI-42 with so many documents, as an HTTP request.</summary>
    internal static Message Iti42(string patients, int documents)
    {
        var envelope = Envelopes.Envelope(Transactions.Iti42, Submission(patients, documents));
        return Message.Of(Envelopes.Post(Transactions.RegistryPath, Transactions.Iti42.RequestAction, envelope), SubmissionTokens(documents));
    }

    /// <summary>Makes of a submission another one.</summary>
    internal static void Renew(Message submission, int documents, long patient)
    {
        submission.Put(PatientToken, patient);
        submission.Put(SetToken, UniqueNumbers.Next());
        for (var i = 0; i < documents; i++) submission.Put(DocumentToken + i, UniqueNumbers.Next());
    }

    /// <summary>ITI-42 of a document whose entryUUID is <see cref="EntryToken"/>'s, to be updated by <see cref="Iti57"/>.</summary>
    internal static Message Iti42OfKnownEntry()
    {
        var envelope = Envelopes.Envelope(Transactions.Iti42, Submission(Submitted, 1, EntryUuid));
        return Message.Of(Envelopes.Post(Transactions.RegistryPath, Transactions.Iti42.RequestAction, envelope), [.. SubmissionTokens(1), EntryToken]);
    }

    /// <summary>ITI-57 of the same document: its next version.</summary>
    internal static Message Iti57()
    {
        var envelope = Envelopes.Envelope(Transactions.Iti57, Submission(Submitted, 1, change: update => update
            .Document(d => d.LogicalId = EntryUuid)
            .Change($"{SubmissionBuilder.SetId}-{SubmissionBuilder.DocumentId}", a => a.Slot(SlotNames.PreviousVersion, $"{VersionToken}"))));
        return Message.Of(
            Envelopes.Post(Transactions.RegistryPath, Transactions.Iti57.RequestAction, envelope), [.. SubmissionTokens(1), EntryToken, VersionToken]);
    }

    /// <summary>ITI-41 of one document by MTOM, up to the document's bytes; they begin with <see cref="DocumentToken"/>.</summary>
    /// <param name="size">Bytes of the document.</param>
    /// <param name="inRequest">Bytes of it that are part of the message here; the rest, and <see cref="Mtom.After"/>, are to be sent behind.</param>
    /// <param name="path">Where it goes.</param>
    internal static Message Iti41(long size, int inRequest, string path = "/xds/repository")
    {
        var body = new XElement(
            XdsB + "ProvideAndRegisterDocumentSetRequest",
            Submission(Submitted, 1),
            new XElement(
                XdsB + "Document",
                new XAttribute("id", SubmissionBuilder.DocumentId),
                new XElement(Xop + "Include", new XAttribute("href", "cid:" + Mtom.ContentId))));
        // Hash and size are the repository's to add.
        body.Descendants(Rim + "Slot").Where(slot => (string?)slot.Attribute("name") is SlotNames.Hash or SlotNames.Size).Remove();
        var before = Mtom.Before(Transactions.Iti41.RequestAction, Envelopes.Envelope(Transactions.Iti41, body));
        var length = before.Length + size + Mtom.After.Length;
        byte[] sent = [.. before, .. Content(inRequest), .. inRequest == size ? Mtom.After : []];
        return Message.Of(
            Envelopes.Post(path, Mtom.ContentType(Transactions.Iti41.RequestAction), sent, length), SubmissionTokens(1));
    }

    /// <summary>A document's first bytes: its token, then text.</summary>
    internal static byte[] Content(int size)
    {
        var content = new byte[size];
        content.AsSpan().Fill((byte)'x');
        Encoding.ASCII.GetBytes(DocumentToken.ToString(CultureInfo.InvariantCulture)).CopyTo(content, 0);
        return content;
    }

    /// <summary>ITI-18 FindDocuments of a patient's approved documents.</summary>
    internal static Message FindDocuments(string returnType, string path)
    {
        var envelope = Envelopes.Envelope(Transactions.Iti18, new XElement(
            Query + "AdhocQueryRequest",
            new XAttribute(XNamespace.Xmlns + "query", Query),
            new XAttribute(XNamespace.Xmlns + "rim", Rim),
            new XElement(Query + "ResponseOption", new XAttribute("returnComposedObjects", "true"), new XAttribute("returnType", returnType)),
            new XElement(
                Rim + "AdhocQuery",
                new XAttribute("id", "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d"),
                Slot("$XDSDocumentEntryPatientId", $"'{PatientId(Queried, PatientToken)}^^^&{Authority}&ISO'"),
                Slot("$XDSDocumentEntryStatus", "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"))));
        return Message.Of(Envelopes.Post(path, Transactions.Iti18.RequestAction, envelope), PatientToken);
    }

    /// <summary>ITI-43 of a document that was submitted under the number given in place of <see cref="DocumentToken"/>.</summary>
    internal static Message Iti43()
    {
        var envelope = Envelopes.Envelope(Transactions.Iti43, new XElement(
            XdsB + "RetrieveDocumentSetRequest",
            new XElement(
                XdsB + "DocumentRequest",
                new XElement(XdsB + "RepositoryUniqueId", "1.3.6.1.4.1.21367.2026.1.1"),
                new XElement(XdsB + "DocumentUniqueId", "2.25.1" + DocumentToken.ToString(CultureInfo.InvariantCulture)))));
        var before = Mtom.Before(Transactions.Iti43.RequestAction, envelope);
        // The answer is packaged as the question is; an MTOM question without attachments has the root alone.
        byte[] body = [.. before.AsSpan(0, before.AsSpan().LastIndexOf("\r\n--"u8)), .. Mtom.After];
        return Message.Of(
            Envelopes.Post(Transactions.RepositoryPath, Mtom.ContentType(Transactions.Iti43.RequestAction), body, body.Length), DocumentToken);
    }

    /// <summary>True for an answer that is a Success.</summary>
    internal static bool IsSuccess(ReadOnlySpan<byte> answer) => answer.IndexOf("ResponseStatusType:Success"u8) >= 0;

    static IEnumerable<long> SubmissionTokens(int documents) =>
        [PatientToken, SetToken, .. Enumerable.Range(0, documents).Select(i => DocumentToken + i)];

    static XElement Slot(string name, string value) => new(
        Rim + "Slot", new XAttribute("name", name), new XElement(Rim + "ValueList", new XElement(Rim + "Value", value)));

    static string EntryUuid => $"urn:uuid:00000000-0000-4000-8000-{EntryToken}";

    static XElement Submission(string patients, int documents, string firstId = SubmissionBuilder.DocumentId, Action<SubmissionBuilder>? change = null)
    {
        var patient = $"{PatientId(patients, PatientToken)}^^^&{Authority}&ISO";
        var builder = SubmissionBuilder.Empty(patient)
            .Set(set => set.Identifier(SchemeUuids.SubmissionSetUniqueId, $"2.25.1{SetToken}", "XDSSubmissionSet.uniqueId"));
        for (var i = 0; i < documents; i++)
        {
            var id = i == 0 ? firstId : $"Document{i + 1:00}";
            var uniqueId = $"2.25.1{DocumentToken + i}";
            builder.AddDocument(id).Change(id, d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId, "XDSDocumentEntry.uniqueId"));
        }

        change?.Invoke(builder);
        return new XElement(
            Lcm + "SubmitObjectsRequest", new XAttribute(XNamespace.Xmlns + "lcm", Lcm), RegistryObjectListXml.Write(builder.Build()));
    }
}
