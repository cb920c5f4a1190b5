using System.Globalization;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>Patient Demographics Query [ITI-21] and Patient Demographics and Visit Query [ITI-22] over MLLP.</summary>
[TestFixture]
[Requirement("ITI-21:3.21.4.2.2.8")]
sealed class PdqQueryTests : RegionFixture
{
    readonly Resident _resident = new() { Sex = "F" };
    readonly Resident _zhang = new() { Family = "张", Given = "伟" };
    readonly Resident _visitor = new();

    [OneTimeSetUp]
    public async Task FeedAsync()
    {
        await AcceptAsync(new Feed("A04", "HOSPA", A(_resident)) { Of = _resident, Phone = _resident.Phone });
        await AcceptAsync(new Feed("A04", "HOSPA", $"{A(_zhang)}~{At(_zhang.NationalId, Region.NationalId)}") { Of = _zhang });
        await AcceptAsync(new Feed("A04", "HOSPB", $"{At(_zhang.Id("B"), Region.HospitalB)}~{At(_zhang.NationalId, Region.NationalId)}") { Of = _zhang });
        await AcceptAsync(new Feed("A01", "HOSPA", A(_visitor)) { Of = _visitor, Pv1 = "PV1||I|WARD9^389^2||||D77^QUIRK^ANN|||SUR|||||||||V900" });
        for (var i = 0; i < 5; i++)
            await AcceptAsync(new Feed("A04", "HOSPA", At($"S{i}", Region.HospitalA)) { Name = $"OFMANY^{(char)('A' + i)}NON" });
    }

    [Test]
    public async Task A_name_in_any_case_with_a_date_of_birth_and_a_sex_finds_the_patient()
    {
        var answer = await AskAsync($"@PID.5.1.1^{_resident.Family.ToLowerInvariant()}~@PID.5.2^{_resident.Given}~@PID.7^{_resident.BirthDate}~@PID.8^F");

        Assert.That(answer, Does.Contain("|RSP^K22^RSP_K21|").And.Contain("\rMSA|AA|").And.Contain("|OK|"));
        Assert.That(Found(answer), Is.EqualTo(new[] { _resident.Id("A") }));
        Assert.That(Pids(answer).Single(), Does.Contain($"|{_resident.Family}^{_resident.Given}").And.Contain(_resident.BirthDate).And.Contain("|F|"));
    }

    [Test]
    public async Task What_does_not_hold_is_not_found()
    {
        Assert.That(await AskAsync($"@PID.5.1.1^{_resident.Family}~@PID.8^M"), Does.Contain("\rMSA|AA|").And.Contain("|NF|").And.Not.Contain("\rPID|"));
        Assert.That(await AskAsync($"@PID.5.1.1^{_resident.Family}~@PID.7^19010101"), Does.Contain("|NF|"));
        Assert.That(await AskAsync($"@PID.5.1.1^{_resident.Family}~@PID.13^00000001"), Does.Contain("|NF|"));
    }

    [TestCase("@PID.5.1.1^{0}*", "the beginning")]
    [TestCase("@PID.5.1.1^{0}*~@PID.5.2^*{1}", "a wildcard in front")]
    [TestCase("@PID.3.1^{2}~@PID.3.4.2^2.999.1.1", "an id")]
    [TestCase("@PID.3.1^{2}~@PID.3.4.1^HOSPA", "an id by namespace")]
    [TestCase("@PID.13.1^{3}", "a telephone number")]
    [TestCase("@PID.7^{4}~@PID.5.1.1^{0}*", "the year of birth")]
    public async Task It_finds_by(string criteria, string what)
    {
        var text = string.Format(
            CultureInfo.InvariantCulture, criteria, _resident.Family[..4], _resident.Given[2..], _resident.Id("A"), _resident.Phone, _resident.BirthDate[..4]);

        Assert.That(Found(await AskAsync(text)), Does.Contain(_resident.Id("A")), what);
    }

    [Test]
    public async Task A_Chinese_name_is_found_as_it_is_written_and_as_it_is_read()
    {
        var born = $"~@PID.7^{_zhang.BirthDate}";
        Assert.That(Found(await AskAsync("@PID.5.1.1^张~@PID.5.2^伟" + born)), Does.Contain(_zhang.Id("A")));
        Assert.That(Found(await AskAsync("@PID.5.1.1^zhang~@PID.5.2^wei" + born)), Does.Contain(_zhang.Id("A")));
    }

    [Test]
    public async Task A_person_with_several_records_is_one_answer_with_all_ids()
    {
        var answer = await AskAsync($"@PID.5.1.1^张~@PID.7^{_zhang.BirthDate}");

        Assert.That(Pids(answer), Has.Count.EqualTo(1));
        Assert.That(IdsOf(answer), Is.SupersetOf(new[] { $"{_zhang.Id("A")}@{Region.HospitalA}", $"{_zhang.Id("B")}@{Region.HospitalB}", $"{_zhang.NationalId}@{Region.NationalId}" }));
    }

    [Test]
    public async Task Domains_asked_for_restrict_the_ids_and_who_has_none_is_left_out()
    {
        var criteria = $"@PID.5.1.1^张~@PID.7^{_zhang.BirthDate}";
        Assert.That(IdsOf(await AskAsync(criteria, Region.HospitalB)), Is.EqualTo(new[] { $"{_zhang.Id("B")}@{Region.HospitalB}" }));
        Assert.That(await AskAsync(criteria, Region.HospitalC), Does.Contain("|NF|").And.Not.Contain("\rPID|"));
    }

    [Test]
    public async Task Unknown_domains_are_errors_by_their_places()
    {
        Assert.That(
            await AskAsync($"@PID.5.1.1^{_resident.Family}", "2.999.77", Region.HospitalA, "2.999.78"),
            Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^8^1|204^").And.Contain("\rERR||QPD^1^8^3|204^"));
        Assert.That(await AskAsync("@PID.3.1^X~@PID.3.4.2^2.999.77"), Does.Contain("\rMSA|AE|").And.Contain("|204^"));
    }

    [TestCase("@PID.8^F")]
    [TestCase("@PID.5.1.1^*")]
    public async Task A_query_that_narrows_nothing_down_is_refused(string criteria) =>
        Assert.That(await AskAsync(criteria), Does.Contain("\rMSA|AE|").And.Contain("\rERR||QPD^1^3|").And.Not.Contain("\rPID|"));

    [Test]
    [Requirement("ITI-21:3.21.4.2.3")]
    public async Task Increments_follow_each_other_until_there_are_no_more()
    {
        var tag = Guid.NewGuid().ToString("N");
        var first = await ContinueAsync(tag, null);
        var second = await ContinueAsync(tag, Pointer(first));
        var third = await ContinueAsync(tag, Pointer(second));

        Assert.That(new[] { first, second, third }.SelectMany(Found), Is.EqualTo(new[] { "S0", "S1", "S2", "S3", "S4" }));
        Assert.That(first, Does.Contain("|5|2|3\r"));
        Assert.That(Pointer(third), Is.Null);
        Assert.That(Found(await ContinueAsync(tag, Pointer(first))), Is.EqualTo(new[] { "S2", "S3" }), "a pointer stays valid");
    }

    [Test]
    [Requirement("ITI-21:3.21.4.2.3")]
    public async Task A_query_that_was_cancelled_does_not_go_on_until_it_is_asked_anew()
    {
        var tag = Guid.NewGuid().ToString("N");
        var pointer = Pointer(await ContinueAsync(tag, null));

        Assert.That(await SendAsync(Feed.Header("CONSUMER", "QCN^J01^QCN_J01") + $"QID|{tag}|IHE PDQ Query\r"), Does.Contain("\rMSA|AA|"));

        Assert.That(await ContinueAsync(tag, pointer), Does.Contain("\rMSA|AE|").And.Contain("\rERR||DSC^1^1|204^"));
        Assert.That(Found(await ContinueAsync(Guid.NewGuid().ToString("N"), pointer)), Is.Empty, "a pointer of another query");
        pointer = Pointer(await ContinueAsync(tag, null));
        Assert.That(Found(await ContinueAsync(tag, pointer)), Is.EqualTo(new[] { "S2", "S3" }));
    }

    [TestCase("")]
    [TestCase("00")]
    [TestCase("no pointer at all")]
    public async Task A_pointer_that_was_made_up_is_refused(string pointer)
    {
        var answer = await ContinueAsync(Guid.NewGuid().ToString("N"), pointer.Length > 0 ? pointer : new string('0', 40));

        Assert.That(answer, Does.Contain("\rMSA|AE|").And.Contain("DSC^1^1"));
    }

    [TestCase("@PV1.3.2^389~@PV1.3.3^2")]
    [TestCase("@PV1.7.2.1^quirk")]
    [TestCase("@PV1.7.1^D77")]
    [TestCase("@PV1.19.1^V900")]
    [TestCase("@PV1.2^I~@PV1.3.1^WARD9")]
    [Requirement("ITI-22:3.22.4.1.2.2.1")]
    public async Task A_visit_finds_its_patient(string criteria)
    {
        var answer = await AskAsync("ZV1", criteria, []);

        Assert.That(answer, Does.Contain("|RSP^ZV2^").And.Contain("\rMSA|AA|"));
        Assert.That(Found(answer), Is.EqualTo(new[] { _visitor.Id("A") }));
        Assert.That(answer, Does.Contain("\rPV1|1|I|WARD9^389^2"));
    }

    [Test]
    [Requirement("ITI-22:3.22.4.2.2.8")]
    public async Task Who_has_no_such_visit_is_not_found()
    {
        Assert.That(Found(await AskAsync("ZV1", "@PV1.3.2^389~@PV1.3.3^7", [])), Is.Empty);
        Assert.That(Found(await AskAsync("ZV1", $"@PID.5.1.1^OFMANY", [])), Has.Count.EqualTo(5), "an outpatient's visit is one, too");
    }

    [Test]
    public async Task The_latest_value_of_a_field_is_answered_and_the_others_stay()
    {
        var moved = new Resident();
        await AcceptAsync(new Feed("A04", "HOSPA", $"{A(moved)}~{At(moved.NationalId, Region.NationalId)}") { Of = moved, Phone = "13800000111" });
        await AcceptAsync(new Feed("A04", "HOSPB", $"{At(moved.Id("B"), Region.HospitalB)}~{At(moved.NationalId, Region.NationalId)}") { Of = moved, Phone = "13800000222" });

        var pid = Pids(await AskAsync($"@PID.3.1^{moved.Id("A")}~@PID.3.4.2^{Region.HospitalA}")).Single();

        Assert.That(pid, Does.Contain("13800000222").And.Not.Contain("13800000111").And.Contain(moved.BirthDate));
    }

    [Test]
    [Requirement("ITI-21:3.21.5.1.2")]
    public async Task Queries_are_audited_with_their_outcome()
    {
        var mark = AuditMark();

        await AskAsync($"@PID.5.1.1^{_resident.Family}");
        await AskAsync("ZV1", "@PV1.3.2^389", []);
        await AskAsync("@PID.8^F");

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-21 110112 E 0", "ITI-22 110112 E 0", "ITI-21 110112 E 8" }));
    }

    Task<string> AskAsync(string criteria, params string[] domains) => AskAsync("Q22", criteria, domains);

    Task<string> AskAsync(string trigger, string criteria, string[] domains) => SendAsync(
        Feed.Header("CONSUMER", $"QBP^{trigger}^QBP_Q21")
        + $"QPD|IHE PDQ Query|{Guid.NewGuid():N}|{criteria}|||||{string.Join('~', domains.Select(oid => $"^^^&{oid}&ISO"))}\rRCP|I\r");

    Task<string> ContinueAsync(string tag, string? pointer) => SendAsync(
        Feed.Header("CONSUMER", "QBP^Q22^QBP_Q21") + $"QPD|IHE PDQ Query|{tag}|@PID.5.1.1^OFMANY\rRCP|I|2^RD\r{(pointer is null ? "" : $"DSC|{pointer}|I\r")}");

    static string? Pointer(string answer) =>
        answer.Split('\r').FirstOrDefault(segment => segment.StartsWith("DSC|", StringComparison.Ordinal))?.Split('|')[1];

    static IReadOnlyList<string> Found(string answer) =>
        [.. IdsOf(answer).Where(id => id.EndsWith("@" + Region.HospitalA, StringComparison.Ordinal)).Select(id => id.Split('@')[0])];

    static string A(Resident resident) => At(resident.Id("A"), Region.HospitalA);
}
