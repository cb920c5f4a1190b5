using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Whose documents are registered.</summary>
[TestFixture]
[Requirement("ITI-42:3.42.4.1.3.3.2")]
public sealed class Iti42PatientTests : TransactionFixture
{
    [Test]
    public async Task A_patient_nobody_fed_is_refused()
    {
        var kept = Kept();

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(UnknownPatient()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSUnknownPatientId" })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_patient_that_was_merged_is_refused_and_the_survivor_is_not()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        await MergeAsync(subsumed, surviving);

        var refused = await RegisterAsync(SubmissionBuilder.OneDocument(subsumed));
        var taken = await RegisterAsync(SubmissionBuilder.OneDocument(surviving));

        Assert.That((refused.Status, refused.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSUnknownPatientId" })));
        Assert.That(taken.Status, Is.EqualTo("Success"), taken.ErrorText);
    }

    [Test]
    public async Task Two_patients_in_a_submission_are_refused_even_when_both_are_known()
    {
        var (one, other) = (await NewPatientAsync(), await NewPatientAsync());

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(one).Document(d => d.Identifier(SchemeUuids.DocumentEntryPatientId, other)));

        Assert.That(reply.Status, Is.EqualTo("Failure"));
        Assert.That(reply.ErrorCodes, Is.All.EqualTo("XDSPatientIdDoesNotMatch").And.Not.Empty);
    }

    [Test]
    public async Task Two_patients_in_a_submission_are_told_so_even_when_neither_is_known()
    {
        var reply = await RegisterAsync(
            SubmissionBuilder.OneDocument(UnknownPatient()).Document(d => d.Identifier(SchemeUuids.DocumentEntryPatientId, UnknownPatient())));

        Assert.That(reply.ErrorCodes, Does.Contain("XDSPatientIdDoesNotMatch"));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_relation_to_another_patients_document_is_refused()
    {
        var foreign = await RegisteredEntryAsync(await NewPatientAsync());

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(await NewPatientAsync()).Relate(AssociationType.Append, foreign.Id!));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSPatientIdDoesNotMatch" })));
    }

    [Test]
    public async Task A_document_cannot_be_put_into_another_patients_folder()
    {
        var first = await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(await NewPatientAsync()));
        var folder = await FolderAsync(first[SubmissionBuilder.FolderId].Build().Identifier(SchemeUuids.FolderUniqueId)!);

        var reply = await RegisterAsync(
            SubmissionBuilder.OneDocument(await NewPatientAsync()).AddToFolder(folder.Id!, SubmissionBuilder.DocumentId));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSPatientIdDoesNotMatch" })));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_relation_across_a_merge_is_within_one_patient()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        var old = await RegisteredEntryAsync(subsumed);
        await MergeAsync(subsumed, surviving);

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(surviving).Relate(AssociationType.Replace, old.Id!));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That((await FindDocumentsAsync(surviving)).Select(d => d.Status!.Split(':')[^1]), Is.EquivalentTo(new[] { "Approved", "Deprecated" }));
    }

    [Test]
    [Requirement("TF-3:4.2.2.1.2")]
    public async Task Another_patients_document_may_be_referred_to_but_not_be_contained()
    {
        var foreign = await RegisteredEntryAsync(await NewPatientAsync());

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(await NewPatientAsync()).AddReference(foreign.Id!));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }
}
