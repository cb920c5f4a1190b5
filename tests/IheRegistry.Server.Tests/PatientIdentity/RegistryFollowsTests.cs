using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>The Document Registry follows the manager: whose documents are found by which EPID.</summary>
[TestFixture]
sealed class RegistryFollowsTests : RegionFixture
{
    [Test]
    public async Task An_EPID_is_known_to_the_registry_as_soon_as_it_is_allotted()
    {
        var resident = await FedAsync();

        await RegisteredAsync(SubmissionBuilder.OneDocument(await EpidAsync(A(resident))));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_merge_of_local_ids_moves_the_documents_of_the_EPIDs()
    {
        var (gone, stays) = (await FedAsync(), await FedAsync());
        var (from, to) = (await EpidAsync(A(gone)), await EpidAsync(A(stays)));
        var (first, second) = (await RegisteredEntryAsync(from), await RegisteredEntryAsync(to));

        await AcceptAsync(new Feed("A40", "HOSPA", A(stays)) { Prior = A(gone) });

        Assert.That(await FindDocumentsAsync(from), Is.Empty);
        Assert.That((await FindDocumentsAsync(to)).Select(entry => entry.Id), Is.EquivalentTo(new[] { first.Id, second.Id }));
        Assert.That((await RegisterAsync(SubmissionBuilder.OneDocument(from))).ErrorCodes, Is.Not.Empty);
    }

    [Test]
    public async Task An_unlink_gives_each_its_documents_back_and_what_came_in_between_stays_where_it_was_sent()
    {
        var (one, other) = (await FedAsync(), await FedAsync());
        var (first, second) = (await EpidAsync(A(one)), await EpidAsync(A(other)));
        var (before, others) = (await RegisteredEntryAsync(first), await RegisteredEntryAsync(second));
        await AcceptAsync(new Feed("A24", "HOSPA", A(one)) { SecondPid3 = A(other) });
        Assert.That(await FindDocumentsAsync(second), Is.Empty);
        var between = await RegisteredEntryAsync(first);

        await AcceptAsync(new Feed("A37", "HOSPA", A(one)) { SecondPid3 = A(other) });

        Assert.That((await FindDocumentsAsync(first)).Select(entry => entry.Id), Is.EquivalentTo(new[] { before.Id, between.Id }));
        Assert.That((await FindDocumentsAsync(second)).Select(entry => entry.Id), Is.EqualTo(new[] { others.Id }));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.3")]
    public async Task A_change_of_XAD_PID_moves_what_the_local_id_carries_and_nothing_else()
    {
        var (one, other) = (await FedAsync(), await FedAsync());
        var (from, to) = (await EpidAsync(A(one)), await EpidAsync(A(other)));
        var moved = await EntryAsync(UniqueId(await RegisteredAsync(OfLocal(from, A(one)))));
        var stays = await EntryAsync(UniqueId(await RegisteredAsync(OfLocal(from, At("SOMEBODY", Region.HospitalB)))));

        await AcceptAsync(new Feed("A43", "MANAGER", $"{to}~{A(one)}") { Prior = from, Name = " " });

        Assert.That((await FindDocumentsAsync(to)).Select(entry => entry.Id), Is.EqualTo(new[] { moved.Id }));
        Assert.That((await FindDocumentsAsync(from)).Select(entry => entry.Id), Has.No.Member(moved.Id));
        Assert.That(stays.Id, Is.Not.EqualTo(moved.Id));
        Assert.That(await EpidAsync(A(one)), Is.EqualTo(to));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.2.3")]
    public async Task A_change_of_XAD_PID_that_names_nobody_is_refused()
    {
        var (one, other) = (await FedAsync(), await FedAsync());
        var (from, to) = (await EpidAsync(A(one)), await EpidAsync(A(other)));

        await RefusedAsync(new Feed("A43", "MANAGER", $"{At("9999", Region.Epid)}~{A(one)}") { Prior = from }, "204", "not known");
        await RefusedAsync(new Feed("A43", "MANAGER", $"{to}~{At("X", "2.999.77")}") { Prior = from }, "204", "not one that this affinity domain knows");
        await RefusedAsync(new Feed("A43", "MANAGER", $"{A(other)}~{A(one)}") { Prior = from }, "204", "no patient identification domain");
        await RefusedAsync(new Feed("A43", "MANAGER", to) { Prior = from }, "102", "PID-3 must hold");
    }

    [Test]
    [Requirement("ITI-64:3.64.5.1.2")]
    public async Task A_change_of_XAD_PID_is_one_event_that_names_all_ids()
    {
        var (one, other) = (await FedAsync(), await FedAsync());
        var (from, to) = (await EpidAsync(A(one)), await EpidAsync(A(other)));
        await AcceptAsync(new Feed("A04", "HOSPB", $"{At(one.Id("B"), Region.HospitalB)}~{At(one.NationalId, Region.NationalId)}") { Of = one });
        var mark = AuditMark();

        await AcceptAsync(new Feed("A43", "MANAGER", $"{to}~{A(one)}") { Prior = from });

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-64 110110 U 0" }));
    }

    static SubmissionBuilder OfLocal(string patient, string local) =>
        SubmissionBuilder.OneDocument(patient).Document(document => document.Without(SlotNames.SourcePatientId).Slot(SlotNames.SourcePatientId, local));

    async Task<Resident> FedAsync()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + At(resident.NationalId, Region.NationalId)) { Of = resident });
        return resident;
    }

    static string A(Resident resident) => At(resident.Id("A"), Region.HospitalA);
}
