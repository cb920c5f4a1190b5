using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>Who is taken for whom, as three hospitals feed their patients over MLLP.</summary>
[TestFixture]
sealed class MatchingScenarioTests : RegionFixture
{
    [Test]
    public async Task A_person_whom_three_hospitals_feed_with_an_identity_number_has_one_EPID()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        await AcceptAsync(new Feed("A01", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident });
        await AcceptAsync(new Feed("A28", "HOSPC", At(resident.Id("C"), Region.HospitalC) + "~" + National(resident)) { Of = resident });

        var ids = await IdsAsync(A(resident));

        Assert.That(ids, Is.SupersetOf(new[] { $"{resident.Id("B")}@{Region.HospitalB}", $"{resident.Id("C")}@{Region.HospitalC}", $"{resident.NationalId}@{Region.NationalId}" }));
        Assert.That(ids.Where(id => id.EndsWith("@" + Region.Epid, StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(await EpidAsync(A(resident)), Is.EqualTo(await EpidAsync(B(resident))));
    }

    [Test]
    public async Task Strangers_have_EPIDs_of_their_own()
    {
        var (one, other) = (new Resident(), new Resident());
        await AcceptAsync(new Feed("A04", "HOSPA", A(one) + "~" + National(one)) { Of = one });
        await AcceptAsync(new Feed("A04", "HOSPB", B(other) + "~" + National(other)) { Of = other });

        Assert.That(await EpidAsync(A(one)), Is.Not.EqualTo(await EpidAsync(B(other))));
        Assert.That(Reviews(other.Id("B")), Is.Zero);
    }

    [Test]
    public async Task A_borrowed_card_goes_to_review()
    {
        var (owner, borrower) = (new Resident(), new Resident());
        await AcceptAsync(new Feed("A04", "HOSPA", A(owner) + "~" + National(owner)) { Of = owner });

        await AcceptAsync(new Feed("A04", "HOSPB", B(borrower) + "~" + National(owner)) { Of = borrower });

        Assert.That(await EpidAsync(A(owner)), Is.Not.EqualTo(await EpidAsync(B(borrower))));
        Assert.That(Reviews(borrower.Id("B")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_record_that_becomes_somebody_else_goes_to_review_and_a_move_does_not()
    {
        var (resident, stranger) = (new Resident(), new Resident());
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        await AcceptAsync(new Feed("A04", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident });

        await AcceptAsync(new Feed("A08", "HOSPB", B(resident)) { Of = resident, Phone = stranger.Phone });
        Assert.That(Reviews(resident.Id("B")), Is.Zero);

        await AcceptAsync(new Feed("A08", "HOSPB", B(resident)) { Of = stranger });
        await AcceptAsync(new Feed("A08", "HOSPB", B(resident)) { Of = stranger });
        Assert.That(Reviews(resident.Id("B")), Is.EqualTo(1));
        Assert.That(await EpidAsync(B(resident)), Is.EqualTo(await EpidAsync(A(resident))), "nobody but a steward takes them apart");
    }

    [Test]
    public async Task Two_records_of_one_hospital_are_not_linked_on_demographics()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident)) { Of = resident, Phone = resident.Phone });

        await AcceptAsync(new Feed("A04", "HOSPA", At(resident.Id("AA"), Region.HospitalA)) { Of = resident, Phone = resident.Phone });

        Assert.That(await EpidAsync(A(resident)), Is.Not.EqualTo(await EpidAsync(At(resident.Id("AA"), Region.HospitalA))));
        Assert.That(Reviews(resident.Id("AA")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_temporary_number_is_never_linked()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });

        await AcceptAsync(new Feed("A04", "HOSPB", At(resident.Id("T"), Region.Temporary) + "~" + National(resident)) { Of = resident });

        Assert.That(await EpidAsync(At(resident.Id("T"), Region.Temporary)), Is.Not.EqualTo(await EpidAsync(A(resident))));
    }

    [Test]
    public async Task An_update_finds_whose_a_record_is()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        await AcceptAsync(new Feed("A04", "HOSPB", B(resident)) { Name = resident.Family });
        var before = await EpidAsync(B(resident));

        await AcceptAsync(new Feed("A08", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident });

        Assert.That(await EpidAsync(B(resident)), Is.EqualTo(await EpidAsync(A(resident))).And.Not.EqualTo(before));
    }

    [Test]
    public async Task An_update_without_news_leaves_a_record_where_it_is()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        var before = await IdsAsync(A(resident));

        await AcceptAsync(new Feed("A31", "HOSPA", A(resident)) { Phone = resident.Phone });

        Assert.That(await IdsAsync(A(resident)), Is.EqualTo(before));
    }

    [Test]
    public async Task A_newborn_is_not_its_mother_and_twins_are_two()
    {
        var mother = new Resident { Sex = "F" };
        var child = new Resident { Family = mother.Family, Given = "BABY BOY", Born = new DateTime(2026, 1, 1) };
        await AcceptAsync(new Feed("A04", "HOSPA", A(mother) + "~" + National(mother)) { Of = mother });

        await AcceptAsync(new Feed("A01", "HOSPA", At(child.Id("N1"), Region.HospitalA)) { Of = child, Mother = A(mother), MultipleBirth = "Y", BirthOrder = "1" });
        await AcceptAsync(new Feed("A01", "HOSPA", At(child.Id("N2"), Region.HospitalA)) { Of = child, Mother = A(mother), MultipleBirth = "Y", BirthOrder = "2" });

        var epids = new[] { await EpidAsync(A(mother)), await EpidAsync(At(child.Id("N1"), Region.HospitalA)), await EpidAsync(At(child.Id("N2"), Region.HospitalA)) };
        Assert.That(epids, Is.Unique);
    }

    [Test]
    public async Task An_unknown_patient_is_nobody_until_he_is_known()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        var unknown = new Feed("A04", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident };
        var message = unknown.Text;
        var pid = message.Split('\r')[2];

        Assert.That(await SendAsync(message.Replace(pid, pid + "||||||Y", StringComparison.Ordinal)), Does.Contain("\rMSA|AA|"));

        Assert.That(await EpidAsync(B(resident)), Is.Not.EqualTo(await EpidAsync(A(resident))));
        await AcceptAsync(new Feed("A08", "HOSPB", B(resident)) { Of = resident, BirthOrder = "||||||\"\"" });
        Assert.That(await EpidAsync(B(resident)), Is.EqualTo(await EpidAsync(A(resident))));
    }

    [Test]
    public async Task An_unknown_patient_who_came_first_is_nobody_s_candidate()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident, BirthOrder = "||||||Y" });

        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });

        Assert.That(await EpidAsync(A(resident)), Is.Not.EqualTo(await EpidAsync(B(resident))));
        Assert.That(Reviews(resident.Id("A")), Is.Zero);
    }

    [Test]
    public async Task A_link_that_a_steward_has_undone_is_not_made_again_by_the_next_feed()
    {
        var resident = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", A(resident) + "~" + National(resident)) { Of = resident });
        var feed = new Feed("A08", "HOSPB", B(resident) + "~" + National(resident)) { Of = resident };
        await AcceptAsync(feed);
        Assert.That(await EpidAsync(B(resident)), Is.EqualTo(await EpidAsync(A(resident))));

        var undo = await UndoAsync(Server.Query("SELECT max(event_row) FROM identity_event WHERE kind = 3", row => row.GetInt64(0)).Single());
        await AcceptAsync(feed);
        Assert.That(await EpidAsync(B(resident)), Is.Not.EqualTo(await EpidAsync(A(resident))));

        await UndoAsync(undo);
        Assert.That(await EpidAsync(B(resident)), Is.EqualTo(await EpidAsync(A(resident))));
    }

    async Task<long> UndoAsync(long number)
    {
        using var http = new HttpClient { BaseAddress = Server.Http };
        using var response = await http.PostAsJsonAsync($"/pix/events/{number}/undo", new { comment = "not he" });
        Assert.That(response.IsSuccessStatusCode);
        return (long)(await response.Content.ReadFromJsonAsync<JsonObject>())!["event"]!;
    }

    static string A(Resident resident) => At(resident.Id("A"), Region.HospitalA);

    static string B(Resident resident) => At(resident.Id("B"), Region.HospitalB);

    static string National(Resident resident) => At(resident.NationalId, Region.NationalId);
}
