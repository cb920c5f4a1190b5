using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>PIX Query [ITI-9]: the six cases of ITI TF-2 3.9.4.2.2.6, and what is not a query.</summary>
[TestFixture]
[Requirement("ITI-9:3.9.4.2.2.6")]
sealed class PixQueryTests : RegionFixture
{
    readonly Resident _resident = new();
    string _a = "";

    [OneTimeSetUp]
    public async Task FeedAsync()
    {
        _a = At(_resident.Id("A"), Region.HospitalA);
        var national = At(_resident.NationalId, Region.NationalId);
        await AcceptAsync(new Feed("A04", "HOSPA", $"{_a}~{national}") { Of = _resident });
        await AcceptAsync(new Feed("A04", "HOSPB", $"{At(_resident.Id("B1"), Region.HospitalB)}~{At(_resident.Id("B2"), Region.HospitalB)}~{national}") { Of = _resident });
    }

    [Test]
    public async Task Case_1_ids_of_the_domains_asked_for_come_with_both_names_of_their_domains()
    {
        var answer = await PixAsync(_a, Region.NationalId);

        Assert.That(answer, Does.Contain("|RSP^K23^RSP_K23|").And.Contain("\rMSA|AA|").And.Contain("|OK|"));
        Assert.That(Pids(answer).Single(), Does.Contain($"|{_resident.NationalId}^^^NATID&{Region.NationalId}&ISO|").And.EndsWith("|~^^^^^^S"));
    }

    [Test]
    public async Task Without_domains_all_but_the_queried_id_come()
    {
        Assert.That(await IdsAsync(_a), Has.Count.EqualTo(4).And.None.Contain(_resident.Id("A") + "@"));
    }

    [Test]
    public async Task Case_2_a_patient_without_an_id_in_the_domain_is_no_error()
    {
        var answer = await PixAsync(_a, Region.HospitalC);

        Assert.That(answer, Does.Contain("\rMSA|AA|").And.Contain("|NF|").And.Not.Contain("\rPID|"));
    }

    [Test]
    public async Task Case_3_an_unknown_id_is_told_by_its_first_component() =>
        Assert.That(await PixAsync(At("NOBODY", Region.HospitalA)), Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^3^1^1|204^").And.Contain("|AE|").And.Not.Contain("\rPID|"));

    [Test]
    public async Task Case_4_an_unknown_domain_is_told_by_the_fourth_component() =>
        Assert.That(await PixAsync(At("NOBODY", "2.999.77")), Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^3^1^4|204^"));

    [Test]
    public async Task Case_5_an_unknown_domain_asked_for_is_told_by_its_place() =>
        Assert.That(await PixAsync(_a, Region.HospitalB, "2.999.77"), Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^4^2|204^"));

    [Test]
    public async Task Case_6_several_ids_of_one_domain_come_behind_each_other() => Assert.That(
        await IdsAsync(_a, Region.HospitalB, Region.Epid),
        Has.Count.EqualTo(3).And.Some.EqualTo($"{_resident.Id("B1")}@{Region.HospitalB}").And.Some.EqualTo($"{_resident.Id("B2")}@{Region.HospitalB}"));

    [Test]
    public async Task The_EPID_may_be_asked_about()
    {
        var epid = await EpidAsync(_a);

        Assert.That(await IdsAsync(epid, Region.HospitalA), Is.EqualTo(new[] { $"{_resident.Id("A")}@{Region.HospitalA}" }));
    }

    [Test]
    public async Task Unknown_types_and_events_are_rejected_by_name()
    {
        Assert.That(await SendAsync(Feed.Header("X", "ORU^R01") + "PID|1\r"), Does.Contain("\rMSA|AR|").And.Contain("|200^"));
        Assert.That(await SendAsync(Feed.Header("X", "QBP^Q99^QBP_Q21") + "QPD|X|1\rRCP|I\r"), Does.Contain("\rMSA|AR|").And.Contain("|201^"));
        Assert.That(await SendAsync(Feed.Header("X", "QCN^J99") + "QID|1|X\r"), Does.Contain("\rMSA|AR|").And.Contain("|201^"));
    }

    [Test]
    public async Task A_query_without_an_id_is_refused_by_its_place() =>
        Assert.That(await PixAsync(""), Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^3|101^"));

    [Test]
    [Requirement("ITI-9:3.9.5.1.2")]
    public async Task Each_query_is_audited_with_its_outcome()
    {
        var mark = AuditMark();

        await PixAsync(_a);
        await PixAsync(At("NOBODY", Region.HospitalA));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-9 110112 E 0", "ITI-9 110112 E 8" }));
    }
}
