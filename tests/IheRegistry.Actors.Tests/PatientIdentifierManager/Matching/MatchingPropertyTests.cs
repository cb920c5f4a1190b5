using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Tests.Shared.Populations;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class MatchingPropertyTests
{
    static readonly int Cases = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 20_000 : 1_000;

    static readonly IReadOnlyList<PatientFacts> District = [.. Population.Generate(3, 400, PopulationMix.Hard).Select(Facts.Of)];

    static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements(
            "王", "欧阳", "張", "尉迟", "㐂", "〇", "𠮷", "\ud842", "é", "e\u0301", "ß", "İ", "ﬁ", "Ａ", "①", "々", "カ", "ｶ", "'", "-", " ", "　", "*", "\0", "+86 139", "00", "@",
            "330106197806052179", "330106780605217", "3301061978060521", "20240230", "00000000", "99991399", "省", "市", "区市县", "省市区路号", "0", "١٢٣", "12號", "lyu", "nyu")
            .ArrayOf().Select(string.Concat));

    static readonly Gen<PatientFacts> AnyFacts =
        from texts in Text.ArrayOf(16)
        from kind in Gen.Elements(Enum.GetValues<AuthorityKind>())
        select Of(texts, kind);

    [Test]
    public void Any_text_is_taken() => Check(Prop.ForAll(AnyFacts.ToArbitrary(), facts =>
    {
        var normalised = facts.Normalised();
        return normalised.BlockingKeys.Count <= 40 && normalised.SearchKeys.All(k => k.Text.Length > 0) && Decided(facts, [facts, District[0]]).ToJson().Length > 0;
    }));

    [Test]
    public void Keys_do_not_change_when_made_again_and_none_comes_twice() => Check(Prop.ForAll(AnyFacts.ToArbitrary(), facts =>
    {
        var keys = facts.Normalised().BlockingKeys;
        return keys.SequenceEqual(facts.Normalised().BlockingKeys) && keys.Distinct().Count() == keys.Count && facts.Normalised().SearchKeys.Distinct().Count() == facts.Normalised().SearchKeys.Count;
    }));

    [Test]
    public void Search_texts_are_their_own_normal_form() => Check(Prop.ForAll(
        (from text in Text from field in Gen.Elements(Enum.GetValues<SearchField>()) select (text, field)).ToArbitrary(), value =>
        {
            var once = SearchTexts.Of(value.field, value.text);
            return once == SearchTexts.Of(value.field, once);
        }));

    [Test]
    public void A_record_is_found_by_what_it_says() => Check(Prop.ForAll(Gen.Elements(District.ToArray()).ToArbitrary(), facts =>
        facts.Normalised().SearchKeys.All(key => SearchTexts.Of(key.Field, key.Text) == key.Text)));

    [Test]
    public void A_decision_does_not_depend_on_the_order_of_candidates()
    {
        var case_ =
            from fed in Gen.Elements(District.ToArray())
            from candidates in Gen.Elements(District.ToArray()).ArrayOf(12)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (fed, candidates, seed);
        Check(Prop.ForAll(case_.ToArbitrary(), c =>
        {
            var ordered = Persons(c.candidates, c.fed);
            var shuffled = ordered.Select(p => p with { Records = Shuffled(p.Records, c.seed) }).ToArray();
            new Random(c.seed).Shuffle(shuffled);
            return Decided(c.fed, ordered).ToJson() == Decided(c.fed, shuffled).ToJson();
        }));
    }

    [Test]
    public void Comparing_is_symmetric()
    {
        var matcher = new Matcher(MatchSettings.Default);
        Check(Prop.ForAll((from a in AnyFacts from b in Gen.Elements(District.ToArray()) select (a, b)).ToArbitrary(), c =>
            matcher.Compare(c.a.Normalised(), c.b.Normalised()) == matcher.Compare(c.b.Normalised(), c.a.Normalised())));
    }

    static void Check(Property property) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    static MatchDecision Decided(PatientFacts fed, PatientFacts[] candidates) => Decided(fed, Persons(candidates, fed));

    static MatchDecision Decided(PatientFacts fed, CandidatePerson[] persons) => new Matcher(MatchSettings.Default).Decide(fed.Normalised(), persons, _ => false, []);

    /// <summary>Three records a person, and one of the record's own kind, so that something is alike.</summary>
    static CandidatePerson[] Persons(PatientFacts[] candidates, PatientFacts fed) =>
        [.. candidates.Append(fed with { Id = fed.Id with { Authority = "1.2.3" } }).Chunk(3).Select((records, person) => Record.Person(person + 1, records))];

    static NormalisedPatient[] Shuffled(IReadOnlyList<NormalisedPatient> records, int seed)
    {
        var shuffled = records.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    static PatientFacts Of(string[] texts, AuthorityKind kind) => new(
        new KnownIdentifier(texts[0], Record.Hospital, kind, true),
        new PatientDemographics
        {
            Names = [Record.Name(texts[1], texts[2], texts[3]), Record.Name(texts[4], "")],
            MothersMaidenNames = [Record.Name(texts[5], texts[1])],
            BirthDate = texts[6],
            Sex = texts[7],
            Telecoms = [new Telecom(texts[8], "", ""), new Telecom(texts[9], "", "")],
            Addresses = [new PostalAddress(texts[10], texts[11], texts[12], texts[13], texts[14], texts[15], "")],
            SocialSecurityNumber = texts[14],
            DriversLicense = texts[15],
            MultipleBirth = texts[7],
            BirthOrder = texts[6],
        },
        [new KnownIdentifier(texts[11], Record.NationalIds, AuthorityKind.NationalId, true)],
        [new KnownIdentifier(texts[12], Record.NationalIds, AuthorityKind.NationalId, true)]);
}
