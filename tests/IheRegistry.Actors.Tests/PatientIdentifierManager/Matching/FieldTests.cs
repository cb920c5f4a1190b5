using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using IheRegistry.Model.AffinityDomains;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class FieldTests
{
    /// <summary>A number of GB 11643 that nobody has: place 330106, born 1978-06-05, man.</summary>
    const string Number = "330106197806052179";

    static readonly PatientFacts A = Record.At(Record.Hospital, "1");
    static readonly PatientFacts B = Record.At(Record.Clinic, "2");

    [TestCase("19780605", "19780605", AgreementLevel.Exact)]
    [TestCase("1978-06-05", "19780605083000+0800", AgreementLevel.Exact)]
    [TestCase("1978/6/5", "19780605", AgreementLevel.Exact)]
    [TestCase("１９７８０６０５", "19780605", AgreementLevel.Exact)]
    [TestCase("19780506", "19780605", AgreementLevel.Sounds)]
    [TestCase("19781906", "19780619", AgreementLevel.Exact, Description = "day and month the wrong way round where only that is a date")]
    [TestCase("19780606", "19780605", AgreementLevel.Close)]
    [TestCase("19870605", "19780605", AgreementLevel.Close)]
    [TestCase("1978", "19780605", AgreementLevel.Partial)]
    [TestCase("197806", "19780605", AgreementLevel.Partial)]
    [TestCase("197807", "19780605", AgreementLevel.Different)]
    [TestCase("19780101", "19780605", AgreementLevel.Partial)]
    [TestCase("19501231", "19780605", AgreementLevel.Different)]
    [TestCase("19000101", "19780605", AgreementLevel.Missing)]
    [TestCase("no date", "19780605", AgreementLevel.Missing)]
    [TestCase("", "19780605", AgreementLevel.Missing)]
    public void Dates_of_birth(string ours, string theirs, AgreementLevel level) =>
        Assert.That(Level(A.Born(ours), B.Born(theirs), MatchField.BirthDate), Is.EqualTo(level));

    [TestCase("M", "男", AgreementLevel.Exact)]
    [TestCase("1", "M", AgreementLevel.Exact)]
    [TestCase("F", "M", AgreementLevel.Different)]
    [TestCase("U", "M", AgreementLevel.Missing)]
    [TestCase("O", "M", AgreementLevel.Missing)]
    public void Sexes(string ours, string theirs, AgreementLevel level) =>
        Assert.That(Level(A.Born(null, ours), B.Born(null, theirs), MatchField.Sex), Is.EqualTo(level));

    [TestCase("13912345670", "+86 139-1234-5670", AgreementLevel.Exact)]
    [TestCase("１３９１２３４５６７０", "008613912345670", AgreementLevel.Exact)]
    [TestCase("0571-61234568", "61234568", AgreementLevel.Exact)]
    [TestCase("0571-61234568", "+86 571 61234568 转 203", AgreementLevel.Exact)]
    [TestCase("(217) 555-2368", "+1 217 555 2368 ext. 12", AgreementLevel.Exact)]
    [TestCase("13912345671", "13912345670", AgreementLevel.Close)]
    [TestCase("13912345670", "13700001111", AgreementLevel.Different)]
    [TestCase("13800138000", "13912345670", AgreementLevel.Missing)]
    [TestCase("00000000", "13912345670", AgreementLevel.Missing)]
    [TestCase("110", "13912345670", AgreementLevel.Missing)]
    [TestCase("Ada@Example.org", "ada@example.org", AgreementLevel.Exact)]
    public void Telecoms(string ours, string theirs, AgreementLevel level) =>
        Assert.That(Level(A.Calling(ours), B.Calling(theirs), MatchField.Telecom), Is.EqualTo(level));

    [Test]
    public void Addresses_of_China_agree_in_whatever_component_they_come()
    {
        var parts = A.Living("人民路259号11栋1单元602室", "杭州市", "浙江省", "310000", "西湖区");
        Assert.That(Level(parts, B.Living("浙江省杭州市西湖区人民路259号11栋1单元602室"), MatchField.Address), Is.EqualTo(AgreementLevel.Exact));
        Assert.That(Level(parts, B.Living("浙江省杭州市西湖区灵隐街道人民路２５９号"), MatchField.Address), Is.EqualTo(AgreementLevel.Exact));
        Assert.That(Level(parts, B.Living("人民路259号12栋1单元602室", "杭州", "浙江"), MatchField.Address), Is.Not.EqualTo(AgreementLevel.Exact));
        Assert.That(Level(parts, B.Living("浙江省杭州市西湖区人民路7号"), MatchField.Address), Is.EqualTo(AgreementLevel.Close));
        Assert.That(Level(parts, B.Living("浙江省杭州市西湖区文一路7号"), MatchField.Address), Is.EqualTo(AgreementLevel.Partial));
        Assert.That(Level(parts, B.Living("广东省广州市西湖区人民路259号11栋1单元602室"), MatchField.Address), Is.EqualTo(AgreementLevel.Different));
    }

    [TestCase("12 Main Street", "12 Main St.", AgreementLevel.Exact)]
    [TestCase("12 North Main Street Apt 4", "12 N Main St Apt. 4", AgreementLevel.Exact)]
    [TestCase("12 Main Street Apt 4", "12 Main Street Apt 5", AgreementLevel.Close)]
    [TestCase("14 Main Street", "12 Main Street", AgreementLevel.Close)]
    [TestCase("9 Oak Lane", "12 Main Street", AgreementLevel.Partial)]
    public void Addresses_in_Latin_letters(string ours, string theirs, AgreementLevel level) =>
        Assert.That(Level(A.Living(ours, "Springfield", "IL", "62701"), B.Living(theirs, "SPRINGFIELD", "IL", "62701-1234"), MatchField.Address), Is.EqualTo(level));

    [TestCase(" ３３０１０６１９７８０６０５２１７９ ", AgreementLevel.Exact)]
    [TestCase("330106-19780605-2179", AgreementLevel.Exact)]
    [TestCase("330106780605217", AgreementLevel.Exact, Description = "the same number before 1999")]
    [TestCase("330106197806052178", AgreementLevel.Close, Description = "its check digit is wrong")]
    [TestCase("440106198512118611", AgreementLevel.Different)]
    [TestCase("111111111111111111", AgreementLevel.Missing)]
    [TestCase("无", AgreementLevel.Missing)]
    public void Identity_numbers(string theirs, AgreementLevel level) =>
        Assert.That(Level(A.WithNationalId(Number), B.WithNationalId(theirs), MatchField.NationalId), Is.EqualTo(level));

    [Test]
    public void A_number_of_the_first_generation_is_found_by_that_of_the_second() =>
        Assert.That(Record.ShareKey(A.WithNationalId(Number), B.WithNationalId("330106780605217")), Is.True);

    [Test]
    public void The_social_security_number_is_an_identity_number_where_it_has_that_form()
    {
        var b = B with { Demographics = B.Demographics with { SocialSecurityNumber = Number } };
        Assert.That(Record.ShareKey(A.WithNationalId(Number), b), Is.True);
        Assert.That(Level(A.WithNationalId(Number), b, MatchField.NationalId), Is.EqualTo(AgreementLevel.Exact));
    }

    [TestCase("330106197806052178", MatchFlag.IdentityNumberChecksum)]
    [TestCase("330106197813052177", MatchFlag.IdentityNumberDate)]
    public void A_number_that_fails_its_checks_is_flagged_and_kept(string number, MatchFlag flag)
    {
        var normalised = A.WithNationalId(number).Normalised();
        Assert.That(normalised.Flags, Does.Contain(flag));
        Assert.That(Level(A.WithNationalId(number), B.WithNationalId(number), MatchField.NationalId), Is.EqualTo(AgreementLevel.Partial));
    }

    [Test]
    public void A_number_of_another_sex_or_birth_is_flagged()
    {
        Assert.That(A.WithNationalId(Number).Born("19780605", "M").Normalised().Flags, Is.Empty);
        Assert.That(A.WithNationalId(Number).Born("19780605", "F").Normalised().Flags, Is.EqualTo(new[] { MatchFlag.IdentityNumberSex }));
        Assert.That(A.WithNationalId(Number).Born("19790605", "M").Normalised().Flags, Is.EqualTo(new[] { MatchFlag.IdentityNumberBirthDate }));
    }

    [Test]
    public void A_missing_date_of_birth_is_taken_from_a_number_that_passes_its_checks() =>
        Assert.That(Level(A.WithNationalId(Number), B.Born("19780605", "M"), MatchField.BirthDate), Is.EqualTo(AgreementLevel.Exact));

    [Test]
    public void A_missing_value_leaves_its_keys_out()
    {
        Assert.That(Kinds(A.Named("王", "伟")), Is.EquivalentTo(new[] { BlockingKeyKind.Identifier }));
        Assert.That(Kinds(A.Born("19780605", "M")), Is.EquivalentTo(new[] { BlockingKeyKind.Identifier }));
        Assert.That(Kinds(A.Named("王", "").Born("19780605", "M")), Is.EquivalentTo(new[] { BlockingKeyKind.Identifier, BlockingKeyKind.FamilyAndBirthDate }));
        Assert.That(
            Kinds(A.Named("王", "伟").Born("19780605", "M").Calling("13912345670").Living("浙江省杭州市西湖区人民路7号")),
            Is.EquivalentTo(new[]
            {
                BlockingKeyKind.Identifier, BlockingKeyKind.Telecom, BlockingKeyKind.FamilyAndBirthDate, BlockingKeyKind.GivenAndBirthDate,
                BlockingKeyKind.NameAndYear, BlockingKeyKind.NameAndDay, BlockingKeyKind.NameAndPlace,
            }));
    }

    /// <summary>FNV-1a 64 over UTF-16 of the values below, mixed as MurmurHash3 does at its end; worked out by another program.</summary>
    [Test]
    public void Keys_are_stored_and_must_never_change() =>
        Assert.That(
            A.Named("王", "伟").Born("19780605", "M").Calling("13912345670").Normalised().BlockingKeys.Select(k => $"{k.Kind} {k.Hash:x16}").ToArray(),
            Is.EqualTo(new[]
            {
                "Identifier 5bf4adb9d27682b4", // 1.3.6.1.4.1.21367.2026.9.1.1, 1
                "Telecom bc5a443fc9b27d51", // 12345670
                "FamilyAndBirthDate 1227402c594001ee", // wan, 19780605, m
                "GivenAndBirthDate 28411726fe9bb1ae", // wei, 19780605
                "NameAndYear a0e2c99d4738e4b7", // wan NUL wei, 1978
                "NameAndDay 427fef4bc174820b", // wan NUL wei, 5, 6
            }));

    [Test]
    public void A_temporary_record_has_no_keys()
    {
        var temporary = A with { Id = A.Id with { Kind = AuthorityKind.Temporary } };
        Assert.That(temporary.Named("王", "伟").Born("19780605", "M").Normalised().BlockingKeys, Is.Empty);
    }

    static IEnumerable<BlockingKeyKind> Kinds(PatientFacts facts) => facts.Normalised().BlockingKeys.Select(k => k.Kind);

    static AgreementLevel Level(PatientFacts a, PatientFacts b, MatchField field) =>
        new Matcher(MatchSettings.Default).Compare(a.Normalised(), b.Normalised())[field];
}
