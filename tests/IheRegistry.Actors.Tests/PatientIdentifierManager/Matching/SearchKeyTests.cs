using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.Demographics;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class SearchKeyTests
{
    static readonly PatientFacts Ada = Record.At(Record.Hospital, "AB-12 34").Named("張", "偉麗").Born("1978-06-05", "F").Calling("+86 139 1234 5670")
        .Living("人民路259号", "杭州市", "浙江省", "310000");

    [TestCase(SearchField.FamilyName, "张")]
    [TestCase(SearchField.FamilyName, "張")]
    [TestCase(SearchField.FamilyName, "ZHANG")]
    [TestCase(SearchField.FamilyName, "Zhāng")]
    [TestCase(SearchField.FamilyName, "Zh*")]
    [TestCase(SearchField.GivenName, "伟丽")]
    [TestCase(SearchField.GivenName, "Wei Li")]
    [TestCase(SearchField.GivenName, "伟*")]
    [TestCase(SearchField.BirthDate, "19780605")]
    [TestCase(SearchField.BirthDate, "1978-06-05")]
    [TestCase(SearchField.BirthDate, "1978*")]
    [TestCase(SearchField.Sex, "F")]
    [TestCase(SearchField.Telecom, "139-1234-5670")]
    [TestCase(SearchField.Telecom, "1391*")]
    [TestCase(SearchField.Street, "人民路２５９号")]
    [TestCase(SearchField.City, "杭州*")]
    [TestCase(SearchField.PostalCode, "310000")]
    [TestCase(SearchField.Identifier, "ab1234")]
    public void A_value_finds_the_record(SearchField field, string value) => Assert.That(Finds(Ada, field, value), Is.True);

    [TestCase(SearchField.FamilyName, "李")]
    [TestCase(SearchField.FamilyName, "Zha")]
    [TestCase(SearchField.GivenName, "张")]
    [TestCase(SearchField.BirthDate, "19780606")]
    [TestCase(SearchField.Telecom, "1392*")]
    [TestCase(SearchField.FamilyName, "*")]
    [TestCase(SearchField.FamilyName, "")]
    public void Another_does_not(SearchField field, string value) => Assert.That(Finds(Ada, field, value), Is.False);

    [Test]
    public void All_of_PID_that_a_query_may_ask_for_is_indexed()
    {
        var said = Ada with
        {
            Demographics = Ada.Demographics with
            {
                MothersMaidenNames = [Record.Name("O'Neill", "Ann")],
                AccountNumber = new PatientIdentifier("ACC-1", HierarchicDesignator.None, ""),
                SocialSecurityNumber = "078-05-1120",
                DriversLicense = "D 123",
            },
        };
        Assert.That(
            (Finds(said, SearchField.MothersFamilyName, "ONEILL"), Finds(said, SearchField.MothersGivenName, "ann"), Finds(said, SearchField.AccountNumber, "acc1"),
                Finds(said, SearchField.SocialSecurityNumber, "078051120"), Finds(said, SearchField.DriversLicense, "D123")),
            Is.EqualTo((true, true, true, true, true)));
    }

    [TestCase("Lü")]
    [TestCase("LYU")]
    [TestCase("lv")]
    [TestCase("Lu")]
    [TestCase("吕")]
    [TestCase("呂")]
    public void A_surname_with_umlaut_is_found_however_it_is_written(string value) =>
        Assert.That(Finds(Record.At(Record.Hospital, "1").Named("吕", "布"), SearchField.FamilyName, value), Is.True);

    [Test]
    public void What_whole_cities_have_in_common_is_not_selective() =>
        Assert.That(Enum.GetValues<SearchField>().Where(f => !SearchTexts.IsSelective(f)), Is.EqualTo(new[] { SearchField.Sex, SearchField.State, SearchField.Country }));

    static bool Finds(PatientFacts facts, SearchField field, string value)
    {
        var text = SearchTexts.Of(field, value);
        return text.Length > 0 && facts.Normalised().SearchKeys.Any(k => k.Field == field && (text[^1] == '*' ? k.Text.StartsWith(text[..^1], StringComparison.Ordinal) : k.Text == text));
    }
}
