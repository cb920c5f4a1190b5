using System.Text;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>On-demand documents on their way out of the repository: assembled at the time of the request.</summary>
[TestFixture]
[Requirement("ITI-43:3.43.4.2.2")]
public sealed class Iti43OnDemandTests : OnDemandFixture
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_summary_has_the_sections_of_all_documents_by_code_and_names_their_documents(bool mtom)
    {
        var older = await PublishedAsync(
            CdaText.Document("1.2.3", CdaText.Section("48765-2", "Allergies", "Penicillin"), CdaText.Section("10160-0", "Medication", "Metoprolol")),
            d => d.Slot(SlotNames.CreationTime, "20260101"));
        var newer = await PublishedAsync("48765-2", "Latex", "20260201");

        var summary = await RetrievedAsync(OnDemand, mtom);

        Assert.That(CdaSchema.Errors(summary.Document), Is.Empty, summary.Text);
        Assert.That((summary.MimeType, summary.NewRepositoryUniqueId), Is.EqualTo(("text/xml", (string?)null)));
        Assert.That(summary.NewDocumentUniqueId, Is.Not.Null.And.Not.EqualTo(OnDemand));
        Assert.That((string?)summary.Document.Root!.Element(Cda + "id")!.Attribute("root"), Is.EqualTo(summary.NewDocumentUniqueId));
        Assert.That(summary.Text, Does.Contain($"extension=\"{Patient.Split('^')[0]}\""));
        var allergies = summary.PartsOf("48765-2");
        Assert.That(allergies, Has.Count.EqualTo(2));
        Assert.That(allergies[0].Value, Does.Contain("Latex").And.Contain(newer).And.Contain("Testdoctor"));
        Assert.That(allergies[1].Value, Does.Contain("Penicillin").And.Contain(older));
        Assert.That(
            allergies.Select(part => (string?)part.Descendants(Cda + "externalDocument").Single().Element(Cda + "id")!.Attribute("root")),
            Is.EqualTo(new[] { newer, older }));
        Assert.That(summary.PartsOf("10160-0").Single().Value, Does.Contain("Metoprolol").And.Contain(older));
    }

    [Test]
    public async Task While_nothing_changes_it_is_the_same_document_and_then_another()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        var again = await RetrievedAsync(OnDemand);
        await PublishedAsync("48765-2", "Latex");
        var changed = await RetrievedAsync(OnDemand);

        Assert.That((again.NewDocumentUniqueId, again.Bytes), Is.EqualTo((first.NewDocumentUniqueId, first.Bytes)));
        Assert.That(changed.NewDocumentUniqueId, Is.Not.EqualTo(first.NewDocumentUniqueId));
        Assert.That((first.Text.Contains("Latex", StringComparison.Ordinal), changed.Text.Contains("Latex", StringComparison.Ordinal)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_patient_without_documents_has_a_summary_that_says_so()
    {
        var summary = await RetrievedAsync(OnDemand);

        Assert.That(CdaSchema.Errors(summary.Document), Is.Empty, summary.Text);
        Assert.That(summary.Sections.Single().Value, Does.Contain("0 of 0 approved documents"));
    }

    [Test]
    public async Task What_cannot_be_merged_is_named_with_the_reason()
    {
        var pdf = await PublishedAsync("%PDF-1.4"u8.ToArray(), d => d.MimeType = "application/pdf");
        var scan = await PublishedAsync(Encoding.UTF8.GetBytes(CdaText.WithBody("1.2.3", "<nonXMLBody><text>JVBERg==</text></nonXMLBody>")));
        var broken = await PublishedAsync("<ClinicalDocument"u8.ToArray());
        var other = await PublishedAsync("<html/>"u8.ToArray());
        var elsewhere = UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(Patient).Document(d => d.Slot(SlotNames.RepositoryUniqueId, "1.2.3.4.5"))));
        var lost = UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(Patient)));

        var summary = await RetrievedAsync(OnDemand);

        var rows = summary.Document.Descendants(Cda + "tr").Select(row => row.Value).ToList();
        Assert.That(CdaSchema.Errors(summary.Document), Is.Empty, summary.Text);
        Assert.That(summary.Text, Does.Contain("0 of 6 approved documents"));
        foreach (var (uniqueId, reason) in new[]
        {
            (pdf, "its format has no sections"), (scan, "its body has no sections"), (broken, "not well-formed"), (other, "not a clinical document"),
            (elsewhere, "in another repository"), (lost, "not available"),
        })
            Assert.That(rows.Single(row => row.Contains(uniqueId, StringComparison.Ordinal)), Does.Contain(reason));
    }

    [Test]
    public async Task Hostile_content_does_no_harm_and_keeps_its_text()
    {
        await PublishedAsync("48765-2", "<script>steal()</script><content onclick='x()'>Kept</content><linkHtml href='javascript:x()'>Link</linkHtml>");
        await PublishedAsync(Encoding.UTF8.GetBytes(
            "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&c;&x;</a>"));

        var summary = await RetrievedAsync(OnDemand);

        Assert.That(CdaSchema.Errors(summary.Document), Is.Empty, summary.Text);
        Assert.That(summary.Text, Does.Contain("Kept").And.Contain("Link"));
        Assert.That(summary.Text, Does.Not.Contain("steal").And.Not.Contain("onclick").And.Not.Contain("javascript").And.Not.Contain("bbbb").And.Not.Contain("root:"));
    }

    [Test]
    [Requirement("ITI TF-3:4.1.1.3.2")]
    public async Task A_deprecated_entry_is_an_error_and_its_replacement_is_not()
    {
        var old = await EntryAsync(OnDemand);
        var replacement = UniqueId(await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(Patient).Relate(AssociationType.Replace, old.Id!)));

        var reply = await RetrieveAsync(OnDemand);

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDocumentUniqueIdError" })));
        Assert.That(reply.ErrorText, Does.Contain("deprecated"));
        Assert.That((await RetrievedAsync(replacement)).NewDocumentUniqueId, Is.Not.Null);
    }

    [Test]
    public async Task A_deprecated_document_is_no_part_of_it()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var old = (await FindDocumentsAsync(Patient)).Single(d => d.ObjectType == SchemeUuids.StableDocumentEntry);
        var submission = ToProvide(Patient).Relate(AssociationType.Replace, old.Id!);
        await Peer.PostAsync(Server.Repository, SoapRequest.Provide(
            submission.Build(), (SubmissionBuilder.DocumentId, CdaText.Document("1.2.3", CdaText.Section("48765-2", "Allergies", "None known")))));

        var summary = await RetrievedAsync(OnDemand);

        Assert.That(summary.Text, Does.Contain("None known").And.Not.Contain("Penicillin"));
    }

    [Test]
    public async Task Of_an_entry_of_another_repository_there_is_no_document()
    {
        var elsewhere = UniqueId(await RegisteredOnDemandAsync(
            SubmissionBuilder.OneOnDemandDocument(Patient).Document(d => d.Slot(SlotNames.RepositoryUniqueId, "1.2.3.4.5"))));

        var reply = await RetrieveAsync(elsewhere);

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDocumentUniqueIdError" })));
    }

    [Test]
    public async Task A_uniqueId_of_entries_of_two_patients_gives_neither_away()
    {
        await PublishedAsync("48765-2", "Penicillin");
        await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(await NewPatientAsync())
            .Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, OnDemand, "XDSDocumentEntry.uniqueId")));

        var reply = await RetrieveAsync(OnDemand);

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSResultNotSinglePatient" })));
    }

    [Test]
    public async Task After_a_merge_it_is_the_surviving_patients_summary()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var surviving = await NewPatientAsync();
        await MergeAsync(Patient, surviving);

        var summary = await RetrievedAsync(OnDemand);

        Assert.That(summary.Text, Does.Contain("Penicillin").And.Contain($"extension=\"{surviving.Split('^')[0]}\""));
    }

    [Test]
    public async Task It_is_audited_as_a_document_of_the_patient()
    {
        var mark = AuditMark();

        await RetrievedAsync(OnDemand);

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-43 110106 R 0" }));
        var message = Server.Query($"SELECT message FROM audit_event WHERE sequence > {mark}", row => Encoding.UTF8.GetString((byte[])row.GetValue(0))).Single();
        Assert.That(message, Does.Contain(Patient.Replace("&", "&amp;", StringComparison.Ordinal)).And.Contain(OnDemand));
    }

    [Test]
    public async Task Beside_a_stored_document_both_come()
    {
        var content = CdaText.Document("1.2.3", CdaText.Section("48765-2", "Allergies", "Penicillin"));
        var stored = await PublishedAsync(content);

        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, stored), (RepositoryUniqueId, OnDemand)));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(SchemaValidation.Errors(reply.EnvelopeBytes), Is.Empty);
        Assert.That(reply.Documents[stored], Is.EqualTo(content));
        Assert.That(Encoding.UTF8.GetString(reply.Documents[OnDemand]), Does.Contain("Penicillin"));
    }

    [Test]
    public async Task Retrieving_leaves_nothing_in_registry_and_repository()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var kept = Kept();

        await RetrievedAsync(OnDemand);

        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task A_removed_entry_leaves_nothing_of_what_was_assembled_for_it()
    {
        var submission = await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(Patient));
        await RetrievedAsync(UniqueId(submission));
        var entry = await EntryAsync(UniqueId(submission));
        var links = await AssociationsAsync(entry.Id!);
        var before = Assembled();

        var reply = await Peer.PostAsync(Server.Registry, SoapRequest.RemoveMetadata(entry.Id!, links[0].Id!, links[0].SourceObject!));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(before - Assembled(), Is.EqualTo(1));
    }

    [Test]
    public async Task Many_readers_at_once_get_one_document()
    {
        await PublishedAsync("48765-2", "Penicillin");

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RetrievedAsync(OnDemand)));

        Assert.That(all.Select(summary => summary.NewDocumentUniqueId).Distinct(), Has.Exactly(1).Items);
        Assert.That(all.Select(summary => summary.Text).Distinct(), Has.Exactly(1).Items);
    }

    long Assembled() => Server.Query("SELECT count(*) FROM assembled_document", row => row.GetInt64(0)).Single();
}
