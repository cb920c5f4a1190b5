using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class NameTests
{
    [TestCase("王", "小明", "王", "小明", AgreementLevel.Exact, AgreementLevel.Exact)]
    [TestCase("張", "偉麗", "张", "伟丽", AgreementLevel.Exact, AgreementLevel.Exact, Description = "traditional")]
    [TestCase("王小明", "", "王", "小明", AgreementLevel.Exact, AgreementLevel.Exact, Description = "whole name in one field")]
    [TestCase("", "王小明", "王", "小明", AgreementLevel.Exact, AgreementLevel.Exact, Description = "whole name in the other field")]
    [TestCase("欧阳小明", "", "欧阳", "小明", AgreementLevel.Exact, AgreementLevel.Exact, Description = "surname of two characters")]
    [TestCase("王　小明", "", "王", "小 明", AgreementLevel.Exact, AgreementLevel.Exact, Description = "spaces")]
    [TestCase("Wang", "Xiaoming", "王", "小明", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("WANGXIAOMING", "", "王", "小明", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("Xiao-Ming Wang", "", "王", "小明", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("Wang Xiao Ming", "", "王", "小明", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("Wáng", "Xiǎomíng", "王", "小明", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("Ｗａｎｇ", "Ｘｉａｏｍｉｎｇ", "wang", "xiaoming", AgreementLevel.Exact, AgreementLevel.Exact, Description = "full width")]
    [TestCase("Lyu", "Bu", "吕", "布", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("Wang", "Lanyu", "王", "兰玉", AgreementLevel.Sounds, AgreementLevel.Sounds, Description = "no ü in it")]
    [TestCase("Lü", "Bu", "吕", "布", AgreementLevel.Sounds, AgreementLevel.Sounds)]
    [TestCase("王", "小明", "王", "晓铭", AgreementLevel.Exact, AgreementLevel.Sounds)]
    [TestCase("王", "小明", "王", "小红", AgreementLevel.Exact, AgreementLevel.Partial)]
    [TestCase("王", "伟", "李", "娜", AgreementLevel.Different, AgreementLevel.Different)]
    [TestCase("O'Neill", "Zoë", "ONEILL", "Zoe", AgreementLevel.Exact, AgreementLevel.Exact)]
    [TestCase("Weiß", "Jürgen", "Weiss", "JURGEN", AgreementLevel.Exact, AgreementLevel.Exact)]
    [TestCase("Smith, John", "", "Smith", "John", AgreementLevel.Exact, AgreementLevel.Exact)]
    [TestCase("John Smith", "", "Smith", "John", AgreementLevel.Exact, AgreementLevel.Exact)]
    [TestCase("Smith", "John", "John", "Smith", AgreementLevel.Sounds, AgreementLevel.Sounds, Description = "the wrong way round")]
    [TestCase("Smith", "J", "Smith", "John", AgreementLevel.Exact, AgreementLevel.Partial)]
    [TestCase("Smith", "Bill", "Smith", "William", AgreementLevel.Exact, AgreementLevel.Close)]
    [TestCase("Smiht", "John", "Smith", "John", AgreementLevel.Close, AgreementLevel.Exact)]
    [TestCase("Smith-Jones", "Mary", "Jones", "Mary", AgreementLevel.Partial, AgreementLevel.Exact)]
    public void Names_agree_however_they_are_written(
        string family, string given, string otherFamily, string otherGiven, AgreementLevel families, AgreementLevel givens)
    {
        var levels = Compare(Record.At(Record.Hospital, "1").Named(family, given), Record.At(Record.Clinic, "2").Named(otherFamily, otherGiven));
        Assert.That((levels[MatchField.Family], levels[MatchField.Given]), Is.EqualTo((families, givens)));
    }

    [TestCase("单", "shan")]
    [TestCase("仇", "qiu")]
    [TestCase("解", "xie")]
    [TestCase("查", "zha")]
    [TestCase("曾", "zeng")]
    [TestCase("任", "ren")]
    [TestCase("翟", "zhai")]
    [TestCase("区", "ou")]
    [TestCase("尉迟", "yuchi")]
    [TestCase("万俟", "moqi")]
    public void Surnames_are_read_as_surnames(string surname, string pinyin)
    {
        var levels = Compare(Record.At(Record.Hospital, "1").Named(surname, "伟"), Record.At(Record.Clinic, "2").Named(pinyin, "wei"));
        Assert.That((levels[MatchField.Family], levels[MatchField.Given]), Is.EqualTo((AgreementLevel.Sounds, AgreementLevel.Sounds)));
    }

    [TestCase("乐", "le")]
    [TestCase("乐", "yue")]
    [TestCase("行", "xing")]
    [TestCase("重阳", "chongyang")]
    [TestCase("重阳", "zhongyang")]
    public void Characters_of_several_readings_agree_with_each(string given, string pinyin)
    {
        var han = Record.At(Record.Hospital, "1").Named("王", given).Born("19800203");
        var latin = Record.At(Record.Clinic, "2").Named("Wang", pinyin).Born("19800203");
        Assert.That(Compare(han, latin)[MatchField.Given], Is.EqualTo(AgreementLevel.Sounds));
        Assert.That(Record.ShareKey(han.Born("1980"), latin.Born("1980")), Is.True);
    }

    [Test]
    public void The_best_of_several_representations_counts()
    {
        var both = Record.At(Record.Hospital, "1").Named("王", "小明").Named("Wang", "Xiaoming");
        var levels = Compare(both, Record.At(Record.Clinic, "2").Named("WANG", "XIAOMING"));
        Assert.That((levels[MatchField.Family], levels[MatchField.Given]), Is.EqualTo((AgreementLevel.Exact, AgreementLevel.Exact)));
    }

    [TestCase("无名氏", "")]
    [TestCase("Unknown", "Unknown")]
    [TestCase("John", "Doe")]
    [TestCase("Test", "Patient")]
    [TestCase("不详", "")]
    public void Placeholders_are_no_names(string family, string given)
    {
        var normalised = Record.At(Record.Hospital, "1").Named(family, given).Born("19800203").Normalised();
        Assert.That(normalised.Flags, Is.EqualTo(new[] { MatchFlag.Placeholder }));
        Assert.That(normalised.BlockingKeys.Select(k => k.Kind), Is.EqualTo(new[] { BlockingKeyKind.Identifier }));
    }

    [TestCase("王丽之子", "")]
    [TestCase("王丽之女大", "")]
    [TestCase("王", "丽之女2")]
    [TestCase("Smith", "Babyboy")]
    [TestCase("Smith", "Baby Girl A")]
    [TestCase("新生儿", "")]
    public void Names_of_newborns_are_no_names(string family, string given)
    {
        var normalised = Record.At(Record.Hospital, "1").Named(family, given).Born("20260203").Normalised();
        Assert.That(normalised.IsNewborn, Is.True);
        Assert.That(normalised.BlockingKeys.Select(k => k.Kind), Is.EqualTo(new[] { BlockingKeyKind.Identifier }));
    }

    [Test]
    public void A_middle_name_may_be_absent()
    {
        var levels = Compare(Record.At(Record.Hospital, "1").Named("Smith", "John", "Paul"), Record.At(Record.Clinic, "2").Named("Smith", "John"));
        Assert.That(levels[MatchField.Given], Is.EqualTo(AgreementLevel.Exact));
    }

    [Test]
    public void Agreement_in_a_rare_surname_weighs_more_than_in_a_common_one()
    {
        Assert.That(FamilyWeight("仉"), Is.GreaterThan(FamilyWeight("王") + 5));
        Assert.That(FamilyWeight("Wang"), Is.EqualTo(FamilyWeight("王")).Within(1));
        Assert.That(FamilyWeight("Zyskind"), Is.GreaterThan(FamilyWeight("Smith") + 5));
    }

    static double FamilyWeight(string family)
    {
        var record = Record.At(Record.Hospital, "1").Named(family, "伟");
        var decision = Record.Decide(record, Record.Person(1, record with { Id = record.Id with { Authority = Record.Clinic } }));
        return decision.Compared[0].Fields.Single(f => f.Field == MatchField.Family).Weight;
    }

    static ComparisonVector Compare(PatientFacts a, PatientFacts b) => new Matcher(MatchSettings.Default).Compare(a.Normalised(), b.Normalised());
}
