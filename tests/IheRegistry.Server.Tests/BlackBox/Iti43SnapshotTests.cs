using System.Security.Cryptography;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>The Persistence of Retrieved Documents Option: what was assembled stays.</summary>
[TestFixture]
[Requirement("ITI-43:3.43.4.2.3")]
public sealed class Iti43SnapshotTests : OnDemandFixture
{
    const string Approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
    const string Deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";

    /// <inheritdoc />
    protected override string[] Arguments => ["--on-demand-snapshots"];

    [Test]
    public async Task A_snapshot_is_registered_before_it_is_handed_out()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var mark = AuditMark();

        var summary = await RetrievedAsync(OnDemand);

        Assert.That(CdaSchema.Errors(summary.Document), Is.Empty);
        Assert.That(summary.NewRepositoryUniqueId, Is.EqualTo(RepositoryUniqueId));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-42 110106 R 0", "ITI-42 110107 C 0", "ITI-43 110106 R 0" }));
        var (entry, onDemand) = (await EntryAsync(summary.NewDocumentUniqueId!), await EntryAsync(OnDemand));
        Assert.That((entry.ObjectType, entry.Status), Is.EqualTo((SchemeUuids.StableDocumentEntry, Approved)));
        Assert.That(entry.SlotValue(SlotNames.Hash), Is.EqualTo(Convert.ToHexStringLower(SHA1.HashData(summary.Bytes))));
        Assert.That(entry.SlotValue(SlotNames.Size), Is.EqualTo($"{summary.Bytes.Length}"));
        Assert.That(entry.Identifier(SchemeUuids.DocumentEntryPatientId), Is.EqualTo(Patient));
        Assert.That(
            (await AssociationsAsync(entry.Id!)).Where(a => a.AssociationType == AssociationType.IsSnapshotOf.ToUrn()).Select(a => (a.SourceObject, a.TargetObject)),
            Is.EqualTo(new[] { (entry.Id, onDemand.Id) }));
    }

    [Test]
    public async Task A_snapshot_is_retrieved_under_its_own_uniqueId()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var summary = await RetrievedAsync(OnDemand);

        var stored = await RetrievedAsync(summary.NewDocumentUniqueId!);

        Assert.That(stored.Bytes, Is.EqualTo(summary.Bytes));
        Assert.That(stored.NewDocumentUniqueId, Is.Null);
    }

    [Test]
    [Requirement("ITI-86:3.86.4.1.3")]
    public async Task A_snapshot_that_was_removed_is_followed_by_another_one()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        var removal = await Peer.PostAsync(Server.Repository, SoapRequest.RemoveDocuments(mtom: false, (null, RepositoryUniqueId, first.NewDocumentUniqueId!)));

        var second = await RetrievedAsync(OnDemand);

        Assert.That(removal.Status, Is.EqualTo("Success"), removal.ErrorText);
        Assert.That(second.NewDocumentUniqueId, Is.Not.EqualTo(first.NewDocumentUniqueId));
        Assert.That((await RetrievedAsync(second.NewDocumentUniqueId!)).Bytes, Is.EqualTo(second.Bytes));
    }

    [Test]
    public async Task While_nothing_changes_there_is_one_snapshot()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        var kept = Kept();

        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RetrievedAsync(OnDemand)));

        Assert.That(again.Select(summary => summary.NewDocumentUniqueId).Distinct(), Is.EqualTo(new[] { first.NewDocumentUniqueId }));
        Assert.That(again.Select(summary => summary.Text).Distinct(), Is.EqualTo(new[] { first.Text }));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task The_next_snapshot_replaces_the_one_before_and_does_not_hold_it()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        await PublishedAsync("48765-2", "Latex");

        var second = await RetrievedAsync(OnDemand);

        Assert.That((await EntryAsync(first.NewDocumentUniqueId!)).Status, Is.EqualTo(Deprecated));
        Assert.That((await EntryAsync(second.NewDocumentUniqueId!)).Status, Is.EqualTo(Approved));
        Assert.That(second.PartsOf("48765-2"), Has.Count.EqualTo(2));
        Assert.That(second.Text, Does.Contain("2 of 2 approved documents").And.Not.Contain(first.NewDocumentUniqueId!));
        Assert.That((await RetrievedAsync(first.NewDocumentUniqueId!)).Bytes, Is.EqualTo(first.Bytes), "history stays");
    }

    [Test]
    public async Task A_snapshot_that_was_replaced_by_somebody_is_not_replaced_again()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        var entry = await EntryAsync(first.NewDocumentUniqueId!);
        await RegisteredAsync(SubmissionBuilder.OneDocument(Patient).Relate(AssociationType.Replace, entry.Id!));

        var second = await RetrievedAsync(OnDemand);

        Assert.That(second.NewDocumentUniqueId, Is.Not.EqualTo(first.NewDocumentUniqueId));
        Assert.That((await AssociationsAsync((await EntryAsync(second.NewDocumentUniqueId!)).Id!)).Select(a => a.AssociationType), Has.None.EqualTo(AssociationType.Replace.ToUrn()));
    }

    [Test]
    public async Task A_snapshot_is_as_confidential_as_its_most_confidential_document()
    {
        await PublishedAsync(
            CdaText.Document("1.2.3", CdaText.Section("48765-2", "Allergies", "Penicillin")),
            d => d.Without(SchemeUuids.ConfidentialityCode).Code(SchemeUuids.ConfidentialityCode, "R", "2.16.840.1.113883.5.25", "restricted"));

        var summary = await RetrievedAsync(OnDemand);

        Assert.That((string?)summary.Document.Root!.Element(Cda + "confidentialityCode")!.Attribute("code"), Is.EqualTo("R"));
        Assert.That(
            (await EntryAsync(summary.NewDocumentUniqueId!)).ClassifiedBy(SchemeUuids.ConfidentialityCode).Select(c => c.NodeRepresentation),
            Is.EquivalentTo(new[] { "N", "R" }));
    }

    [Test]
    public async Task A_snapshot_whose_bytes_are_lost_is_made_anew()
    {
        await PublishedAsync("48765-2", "Penicillin");
        var first = await RetrievedAsync(OnDemand);
        File.Delete(Directory.GetFiles(
            Path.Combine(Server.DataFolder, "documents"), Convert.ToHexStringLower(SHA256.HashData(first.Bytes)), SearchOption.AllDirectories).Single());

        var second = await RetrievedAsync(OnDemand);

        Assert.That(second.NewDocumentUniqueId, Is.Not.EqualTo(first.NewDocumentUniqueId));
        Assert.That(second.PartsOf("48765-2").Single().Value, Does.Contain("Penicillin"));
    }
}
