using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>What each event of the feeds does, and by which reason it is refused.</summary>
[TestFixture]
sealed class FeedEventTests : RegionFixture
{
    [TestCase("A01")]
    [TestCase("A03")]
    [TestCase("A04")]
    [TestCase("A05")]
    [TestCase("A08")]
    [TestCase("A11")]
    [TestCase("A13")]
    [TestCase("A28")]
    [TestCase("A31")]
    public async Task Each_event_that_tells_of_a_patient_makes_him_known(string code)
    {
        var resident = new Resident();

        await AcceptAsync(new Feed(code, "HOSPA", A(resident)) { Of = resident });

        Assert.That(await IdsAsync(A(resident)), Is.Not.Empty);
    }

    [Test]
    public async Task A_foreign_id_alone_is_refused_and_beside_an_own_one_it_is_a_reference()
    {
        var resident = new Resident();

        await RefusedAsync(new Feed("A04", "HOSPB", A(resident)) { Of = resident }, "204", "The sender may not assign");
        Assert.That(await PixAsync(A(resident)), Does.Contain("\rMSA|AE|"));

        await AcceptAsync(new Feed("A04", "HOSPB", $"{B(resident)}~{A(resident)}") { Of = resident });
        Assert.That(await PixAsync(A(resident)), Does.Contain("\rMSA|AE|"));
        Assert.That(await IdsAsync(B(resident)), Has.None.Contain(Region.HospitalA));
    }

    [Test]
    public async Task A_domain_may_be_named_by_its_namespace_alone_and_comes_back_in_full()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", $"{resident.Id("A")}^^^HOSPA~{resident.NationalId}^^^NATID") { Of = resident });

        var answer = await PixAsync($"{resident.Id("A")}^^^HOSPA", Region.NationalId);

        Assert.That(answer, Does.Contain($"|{resident.NationalId}^^^NATID&{Region.NationalId}&ISO"));
    }

    [Test]
    public async Task After_a_merge_the_subsumed_id_is_known_no_more_and_the_survivor_has_the_person()
    {
        var (gone, stays) = (await FedAsync(), await FedAsync());
        await AcceptAsync(new Feed("A04", "HOSPB", $"{B(gone)}~{National(gone)}") { Of = gone });

        await AcceptAsync(Merge(gone, stays));

        Assert.That(await PixAsync(A(gone)), Does.Contain("\rMSA|AE|").And.Contain("ERR||QPD^1^3^1^1|204^"));
        Assert.That(await IdsAsync(A(stays)), Has.One.EqualTo($"{gone.Id("B")}@{Region.HospitalB}"));
        await AcceptAsync(Merge(gone, stays));
    }

    [Test]
    public async Task Merges_that_cannot_be_are_refused_by_name()
    {
        var (first, second, third) = (await FedAsync(), await FedAsync(), await FedAsync());
        await AcceptAsync(Merge(first, second));

        await RefusedAsync(Merge(second, first), "204", "The surviving id was merged into another one before");
        await RefusedAsync(Merge(first, third), "204", "The subsumed id was merged into another one before");
        await RefusedAsync(Merge(third, new Resident()), "204", "is not known");
        await RefusedAsync(Merge(new Resident(), third), "204", "is not known");
        await RefusedAsync(Merge(third, third), "102", "are the same");
        await RefusedAsync(Merge(third, second) with { Facility = "HOSPB" }, "204", "The sender may not assign");
        await AcceptAsync(Merge(second, third));
        await RefusedAsync(Merge(third, first), "204", "The surviving id was merged into another one before");
    }

    [Test]
    public async Task An_id_that_changes_takes_what_was_known_of_it_along()
    {
        var resident = await FedAsync();
        var changed = At(resident.Id("AX"), Region.HospitalA);
        var epid = await EpidAsync(A(resident));

        await AcceptAsync(new Feed("A47", "HOSPA", changed) { Prior = A(resident) });

        Assert.That(await PixAsync(A(resident)), Does.Contain("\rMSA|AE|"));
        Assert.That(await EpidAsync(changed), Is.EqualTo(epid));
        Assert.That(await IdsAsync(changed), Has.One.EqualTo($"{resident.NationalId}@{Region.NationalId}"));
    }

    [Test]
    public async Task An_id_does_not_change_into_another_patient_s()
    {
        var (resident, other) = (await FedAsync(), await FedAsync());
        var (ids, others) = (await IdsAsync(A(resident)), await IdsAsync(A(other)));

        await RefusedAsync(new Feed("A47", "HOSPA", A(other)) { Prior = A(resident) }, "205", "another patient's");

        Assert.That(await IdsAsync(A(resident)), Is.EqualTo(ids));
        Assert.That(await IdsAsync(A(other)), Is.EqualTo(others));
    }

    [Test]
    public async Task A_change_of_id_that_is_told_again_changes_nothing()
    {
        var resident = await FedAsync();
        var change = new Feed("A47", "HOSPA", At(resident.Id("AX"), Region.HospitalA)) { Prior = A(resident) };
        await AcceptAsync(change);
        var ids = await IdsAsync(change.Pid3);

        await AcceptAsync(change);

        Assert.That(await IdsAsync(change.Pid3), Is.EqualTo(ids));
    }

    [TestCase(100, true)]
    [TestCase(101, false)]
    public async Task Of_one_patient_so_many_ids_are_taken_and_no_more(int count, bool isTaken)
    {
        var resident = new Resident();
        var feed = new Feed("A04", "HOSPA", string.Join('~', Enumerable.Range(0, count).Select(n => At(resident.Id($"M{n}-"), Region.HospitalA)))) { Of = resident };

        if (isTaken) await AcceptAsync(feed);
        else await RefusedAsync(feed, "PID^1^3^101|102", "more identifiers");

        var answer = await PixAsync(At(resident.Id("M0-"), Region.HospitalA));
        Assert.That(answer, Does.Contain(isTaken ? "\rMSA|AA|" : "\rMSA|AE|"));
    }

    [TestCase(200, "unknown")]
    [TestCase(201, "more patients")]
    public async Task In_one_message_so_many_pairs_are_merged_and_no_more(int count, string refusal)
    {
        var stays = await FedAsync();
        var pairs = Enumerable.Range(0, count).Select(n => $"PID|1||{A(stays)}\rMRG|{At(stays.Id($"G{n}-"), Region.HospitalA)}\r");

        var answer = await SendAsync(Feed.Header("HOSPA", "ADT^A40") + "EVN|A40|20260102030405\r" + string.Concat(pairs));

        Assert.That(answer, Does.Contain("\rMSA|AE|").And.Contain(refusal == "unknown" ? "is not known" : refusal));
    }

    [Test]
    public async Task A_change_of_an_unknown_id_is_accepted_and_changes_nothing()
    {
        var changed = At(new Resident().Id("AX"), Region.HospitalA);

        await AcceptAsync(new Feed("A47", "HOSPA", changed) { Prior = A(new Resident()) });

        Assert.That(await PixAsync(changed), Does.Contain("\rMSA|AE|"));
    }

    [Test]
    public async Task News_beside_an_EPID_that_was_merged_here_are_taken()
    {
        var (gone, stays) = (await FedAsync(), await FedAsync());
        var (before, after) = (await EpidAsync(A(gone)), await EpidAsync(A(stays)));
        await AcceptAsync(Merge(gone, stays));

        await AcceptAsync(new Feed("A08", "HOSPA", $"{A(stays)}~{before}") { Of = stays, Name = "Renamed^Anew" });
        await AcceptAsync(new Feed("A04", "HOSPB", $"{B(stays)}~{before}") { Of = stays });

        Assert.That(await EpidAsync(A(stays)), Is.EqualTo(after));
        Assert.That(await EpidAsync(B(stays)), Is.EqualTo(after));
        await RefusedAsync(new Feed("A04", "HOSPA", before) { Of = gone }, "204", "was merged into another one before");
    }

    [Test]
    public async Task Who_sends_another_person_s_merged_EPID_leaves_it_to_a_steward()
    {
        var (gone, stays, third) = (await FedAsync(), await FedAsync(), await FedAsync());
        var (before, epid) = (await EpidAsync(A(gone)), await EpidAsync(A(third)));
        await AcceptAsync(Merge(gone, stays));

        await AcceptAsync(new Feed("A08", "HOSPA", $"{A(third)}~{before}") { Of = third });

        Assert.That(await EpidAsync(A(third)), Is.EqualTo(epid));
        Assert.That(Reviews(third.Id("A")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_link_makes_one_person_and_an_unlink_gives_each_back_what_it_had()
    {
        var (first, second) = (await FedAsync(), await FedAsync());
        var (one, other) = (await IdsAsync(A(first)), await IdsAsync(A(second)));

        await AcceptAsync(new Feed("A24", "HOSPA", A(first)) { SecondPid3 = A(second) });
        Assert.That(await EpidAsync(A(first)), Is.EqualTo(await EpidAsync(A(second))));

        await AcceptAsync(new Feed("A37", "HOSPA", A(first)) { SecondPid3 = A(second) });
        Assert.That(await IdsAsync(A(first)), Is.EqualTo(one));
        Assert.That(await IdsAsync(A(second)), Is.EqualTo(other));
    }

    [Test]
    public async Task Who_was_unlinked_by_a_message_is_linked_again_by_one()
    {
        var (first, second) = (await FedAsync(), await FedAsync());
        var (link, unlink) = (new Feed("A24", "HOSPA", A(first)) { SecondPid3 = A(second) }, new Feed("A37", "HOSPA", A(second)) { SecondPid3 = A(first) });

        foreach (var feed in new[] { link, unlink, link, unlink, link }) await AcceptAsync(feed);
        Assert.That(await EpidAsync(A(first)), Is.EqualTo(await EpidAsync(A(second))));

        await AcceptAsync(unlink);
        Assert.That(await EpidAsync(A(first)), Is.Not.EqualTo(await EpidAsync(A(second))));
        Assert.That(Reviews(second.Id("A")), Is.Zero);
    }

    [Test]
    public async Task A_link_to_nobody_is_refused() =>
        await RefusedAsync(new Feed("A24", "HOSPA", A(await FedAsync())) { SecondPid3 = A(new Resident()) }, "204", "not known");

    [Test]
    public async Task Several_ids_of_its_own_are_one_patient_s()
    {
        var resident = new Resident();
        var second = At(resident.Id("AB"), Region.HospitalA);

        await AcceptAsync(new Feed("A04", "HOSPA", $"{A(resident)}~{second}") { Of = resident });

        Assert.That(await EpidAsync(A(resident)), Is.EqualTo(await EpidAsync(second)));
    }

    [Test]
    public async Task An_EPID_that_is_fed_takes_the_place_of_one_that_was_allotted()
    {
        var resident = await FedAsync();
        var given = At(resident.Id("E"), Region.Epid);

        await AcceptAsync(new Feed("A08", "HOSPA", $"{A(resident)}~{given}") { Of = resident });

        Assert.That(await EpidAsync(A(resident)), Is.EqualTo(given));
    }

    async Task<Resident> FedAsync()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", $"{A(resident)}~{National(resident)}") { Of = resident });
        return resident;
    }

    static Feed Merge(Resident gone, Resident stays) => new("A40", "HOSPA", A(stays)) { Prior = A(gone) };

    static string A(Resident resident) => At(resident.Id("A"), Region.HospitalA);

    static string B(Resident resident) => At(resident.Id("B"), Region.HospitalB);

    static string National(Resident resident) => At(resident.NationalId, Region.NationalId);
}
