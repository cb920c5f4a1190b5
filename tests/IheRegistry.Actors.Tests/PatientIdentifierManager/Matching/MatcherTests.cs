using System.Text.Json;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class MatcherTests
{
    const string Card = "H123456780";
    const string Number = "330106197806052179";
    const string AnotherNumber = "440106198512118611";
    const string MothersNumber = "33010619900214152X";

    static readonly PatientFacts Known = Record.At(Record.Hospital, "1").Named("仉", "晓明").Born("19780605", "M");
    static readonly PatientFacts Fed = Record.At(Record.Clinic, "2").Named("仉", "晓明").Born("19780605", "M");

    [Test]
    public void Nobody_alike_makes_a_new_person()
    {
        var decision = Record.Decide(Fed);
        Assert.That((decision.Outcome, decision.Rule, decision.Person), Is.EqualTo((MatchOutcome.New, MatchRule.NoCandidate, (long?)null)));
    }

    [Test]
    public void A_trusted_identifier_with_name_and_birth_links()
    {
        var decision = Record.Decide(Fed.WithHealthCard(Card), Record.Person(7, Known.WithHealthCard(Card)));
        Assert.That((decision.Outcome, decision.Rule, decision.Person), Is.EqualTo((MatchOutcome.Link, MatchRule.TrustedIdentifier, (long?)7)));
    }

    [TestCase("李", "娜", "19780605", "M", Description = "another name: the card is borrowed")]
    [TestCase("仉", "晓红", "19780605", "M", Description = "brother or sister")]
    [TestCase("仉", "晓明", "20040911", "M", Description = "father and son of one name")]
    [TestCase("仉", "晓明", "19780605", "F")]
    [TestCase("", "", "19780605", "M", Description = "no name")]
    public void A_trusted_identifier_with_another_name_birth_or_sex_goes_to_review(string family, string given, string birthDate, string sex)
    {
        var fed = Record.At(Record.Clinic, "2").Named(family, given).Born(birthDate, sex).WithHealthCard(Card);
        var decision = Record.Decide(fed, Record.Person(7, Known.WithHealthCard(Card)));
        Assert.That((decision.Outcome, decision.Rule, decision.Person), Is.EqualTo((MatchOutcome.Review, MatchRule.BorrowedIdentifier, (long?)null)));
        Assert.That(decision.Reviews, Is.EqualTo(new[] { 7L }));
    }

    [Test]
    public void An_identity_number_of_the_other_sex_goes_to_review_though_it_is_no_proof()
    {
        var fed = Record.At(Record.Clinic, "2").Named("李", "娜").Born("20040911", "F").WithNationalId(Number);
        var decision = Record.Decide(fed, Record.Person(7, Known.WithNationalId(Number)));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.BorrowedIdentifier)));
        Assert.That(decision.Reviews, Is.EqualTo(new[] { 7L }));
        Assert.That(decision.Flags, Is.EquivalentTo(new[] { MatchFlag.IdentityNumberSex, MatchFlag.IdentityNumberBirthDate }));
    }

    [TestCase("Wang", "Anna", "19780506")]
    [TestCase("Wang", "Anna", "19780606")]
    [TestCase("Wang", "Anne", "1978")]
    [TestCase("Wang", "A", "19780605")]
    [TestCase("Wang", "Anna", null)]
    [TestCase("Miller", "Anna", "19780605", Description = "married")]
    public void A_trusted_identifier_forgives_slips_and_marriage(string family, string given, string? birthDate)
    {
        var known = Record.At(Record.Hospital, "1").Named("Wang", "Anna").Born("19780605", "F").WithHealthCard(Card);
        var decision = Record.Decide(Record.At(Record.Clinic, "2").Named(family, given).Born(birthDate, "F").WithHealthCard(Card), Record.Person(7, known));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Link, MatchRule.TrustedIdentifier)));
    }

    [Test]
    public void An_identifier_that_is_not_trusted_is_evidence_only()
    {
        var (fed, known) = (Fed.With(Record.HealthCards, Card, AuthorityKind.Insurance, false), Known.With(Record.HealthCards, Card, AuthorityKind.Insurance, false));
        Assert.That(Record.Decide(fed, Record.Person(7, known)).Rule, Is.EqualTo(MatchRule.EnoughEvidence));
        var stranger = Record.At(Record.Clinic, "2").Named("李", "娜").Born("20040911", "F").With(Record.HealthCards, Card, AuthorityKind.Insurance, false);
        Assert.That(Record.Decide(stranger, Record.Person(7, known)).Outcome, Is.EqualTo(MatchOutcome.New));
    }

    [TestCase("111111111111111111")]
    [TestCase("0000000000")]
    [TestCase("无")]
    [TestCase("N/A")]
    public void A_placeholder_links_nobody(string placeholder)
    {
        var fed = Record.At(Record.Clinic, "2").Named("王", "伟").WithNationalId(placeholder);
        var decision = Record.Decide(fed, Record.Person(7, Record.At(Record.Hospital, "1").Named("王", "伟").WithNationalId(placeholder)));
        Assert.That(decision.Outcome, Is.EqualTo(MatchOutcome.New));
        Assert.That(decision.Flags, Does.Contain(MatchFlag.Placeholder));
        Assert.That(Record.ShareKey(fed, Record.At(Record.Hospital, "1").Named("李", "娜").WithNationalId(placeholder)), Is.False);
    }

    [Test]
    public void A_number_that_fails_its_checks_weighs_less_than_one_that_passes()
    {
        double Score(string number) => Record.Decide(Fed.WithNationalId(number), Record.Person(7, Known.WithNationalId(number))).Compared[0].Score;
        Assert.That(Score("330106197806052178"), Is.LessThan(Score(Number)));
        Assert.That(Record.Decide(Fed.WithNationalId("330106197806052178"), Record.Person(7, Known.WithNationalId("330106197806052178"))).Rule, Is.EqualTo(MatchRule.EnoughEvidence));
    }

    [Test]
    public void Enough_evidence_links_without_any_identifier()
    {
        var decision = Record.Decide(Fed.Calling("13912345670"), Record.Person(7, Known.Calling("13912345670")));
        Assert.That((decision.Outcome, decision.Rule, decision.Person), Is.EqualTo((MatchOutcome.Link, MatchRule.EnoughEvidence, (long?)7)));
        Assert.That(decision.Compared[0].Score, Is.GreaterThanOrEqualTo(decision.LinkThreshold));
    }

    [Test]
    public void A_common_name_and_the_birth_are_not_enough()
    {
        var known = Record.At(Record.Hospital, "1").Named("王", "伟").Born("19780605", "M");
        var decision = Record.Decide(known with { Id = known.Id with { Authority = Record.Clinic } }, Record.Person(7, known));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.SomeEvidence)));
    }

    [Test]
    public void Records_of_one_domain_are_not_linked_on_demographics()
    {
        var again = Fed.Calling("13912345670") with { Id = Fed.Id with { Authority = Record.Hospital } };
        var decision = Record.Decide(again, Record.Person(7, Known.Calling("13912345670")));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.SameDomain)));
        Assert.That(Record.Decide(again.WithHealthCard(Card), Record.Person(7, Known.WithHealthCard(Card))).Outcome, Is.EqualTo(MatchOutcome.Link));
    }

    [Test]
    public void A_domain_that_knows_the_person_forbids_though_another_record_is_likelier()
    {
        var again = Fed.Calling("13912345670") with { Id = Fed.Id with { Authority = Record.Hospital } };
        var likelier = Record.At(Record.Clinic, "3").Named("仉", "晓明").Born("19780605", "M").Calling("13912345670");
        var decision = Record.Decide(again, Record.Person(7, Known, likelier));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.SameDomain)));
    }

    [Test]
    public void Another_number_of_the_state_forbids_a_link()
    {
        var decision = Record.Decide(
            Fed.Calling("13912345670").WithHealthCard(Card).WithNationalId(AnotherNumber), Record.Person(7, Known.Calling("13912345670").WithHealthCard(Card).WithNationalId(Number)));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.ConflictingIdentifiers)));
    }

    [Test]
    public void Temporary_records_are_linked_to_nobody_and_nobody_to_them()
    {
        var temporary = Fed.WithHealthCard(Card) with { Id = Fed.Id with { Kind = AuthorityKind.Temporary } };
        Assert.That(Record.Decide(temporary, Record.Person(7, Known.WithHealthCard(Card))).Rule, Is.EqualTo(MatchRule.TemporaryDomain));
        Assert.That(Record.Decide(Known.WithHealthCard(Card), Record.Person(7, temporary)).Rule, Is.EqualTo(MatchRule.NoCandidate));
    }

    [Test]
    public void Who_was_kept_apart_is_not_linked_nor_proposed_again()
    {
        var decision = new Matcher(MatchSettings.Default).Decide(
            Fed.WithHealthCard(Card).Normalised(), [Record.Person(7, Known.WithHealthCard(Card))], person => person == 7, []);
        Assert.That((decision.Outcome, decision.Rule, decision.Reviews.Count), Is.EqualTo((MatchOutcome.New, MatchRule.KeptApart, 0)));
    }

    [Test]
    public void A_newborn_is_not_linked_to_its_mother_but_tells_who_she_is()
    {
        var mother = Record.At(Record.Hospital, "1").Named("王", "丽").Born("19900214", "F").WithNationalId(MothersNumber).Calling("13912345670");
        var child = Record.At(Record.Hospital, "2").Named("王丽之子").Born("20260601", "M").OfMother(MothersNumber).Calling("13912345670");
        var decision = Record.Decide(child, Record.Person(7, mother));
        Assert.That((decision.Outcome, decision.Rule, decision.Mother), Is.EqualTo((MatchOutcome.New, MatchRule.MotherAndChild, (long?)7)));
        Assert.That(Record.ShareKey(child, mother), Is.True);
    }

    [TestCase(0, true)]
    [TestCase(4_000, false)]
    public void Of_the_identifiers_of_a_mother_no_more_count_than_one_has(int place, bool isFound)
    {
        var mother = Record.At(Record.Hospital, "1").Named("王", "丽").Born("19900214", "F").WithNationalId(MothersNumber);
        var numbers = Enumerable.Range(0, 5_000).Select(n => n == place ? MothersNumber : $"N{n:00000}X")
            .Select(number => new KnownIdentifier(number, Record.NationalIds, AuthorityKind.NationalId, true));
        var child = Record.At(Record.Hospital, "2").Named("王丽之子").Born("20260601", "M") with { MothersIds = [.. numbers] };

        Assert.That(Record.Decide(child, Record.Person(7, mother)).Mother, Is.EqualTo(isFound ? 7 : null));
    }

    [Test]
    public void A_newborn_under_its_mothers_number_is_not_linked_to_her()
    {
        var mother = Record.At(Record.Hospital, "1").Named("王", "丽").Born("19900214", "F").WithNationalId(MothersNumber);
        var decision = Record.Decide(Record.At(Record.Clinic, "2").Named("王丽之子").Born("20260601").WithNationalId(MothersNumber), Record.Person(7, mother));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.New, MatchRule.MotherAndChild)));
    }

    [TestCase("1", "1", "F", MatchOutcome.Link, MatchRule.SameBirth)]
    [TestCase("1", "2", "F", MatchOutcome.New, MatchRule.BornTogether)]
    [TestCase("1", "2", "M", MatchOutcome.New, MatchRule.BornTogether)]
    [TestCase(null, "2", "M", MatchOutcome.New, MatchRule.BornTogether)]
    [TestCase(null, "2", "F", MatchOutcome.Review, MatchRule.PossiblyBornTogether)]
    [TestCase(null, null, "F", MatchOutcome.Review, MatchRule.PossiblyBornTogether)]
    public void Children_of_one_birth_are_told_by_their_order(string? order, string? otherOrder, string otherSex, MatchOutcome outcome, MatchRule rule)
    {
        PatientFacts Child(string authority, string? which, string sex)
        {
            var child = Record.At(authority, "1").Named("王丽之女").Born("20260601", sex).OfMother(MothersNumber);
            return which is null ? child : child.Order(which);
        }
        var decision = Record.Decide(Child(Record.Clinic, otherOrder, otherSex), Record.Person(7, Child(Record.Hospital, order, "F")));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((outcome, rule)));
    }

    [Test]
    public void Twins_without_identifiers_are_not_linked()
    {
        PatientFacts Twin(string id, string given, string sex) => Record.At(Record.Hospital, id).Named("仉", given).Born("20100401", sex).Calling("13912345670")
            .Living("浙江省杭州市西湖区人民路259号11栋1单元602室");
        Assert.That(Record.Decide(Twin("1", "晓明", "M"), Record.Person(7, Twin("2", "晓光", "M"))).Outcome, Is.EqualTo(MatchOutcome.Review));
        Assert.That(Record.Decide(Twin("1", "晓明", "M"), Record.Person(7, Twin("2", "晓红", "F"))).Outcome, Is.EqualTo(MatchOutcome.New));
    }

    [Test]
    public void Two_persons_alike_go_to_review_together()
    {
        var (fed, known) = (Fed.Calling("13912345670"), Known.Calling("13912345670"));
        var decision = Record.Decide(fed, Record.Person(8, known), Record.Person(7, known with { Id = known.Id with { Authority = Record.HealthCards } }));
        Assert.That((decision.Outcome, decision.Rule), Is.EqualTo((MatchOutcome.Review, MatchRule.SeveralPersons)));
        Assert.That(decision.Reviews, Is.EqualTo(new[] { 7L, 8L }));
    }

    [Test]
    public void An_identifier_leads_evidence_and_the_other_person_goes_to_review()
    {
        var other = Record.At(Record.NationalIds, "9").Named("仉", "晓明").Born("19780605", "F").WithNationalId(Number).Calling("13912345670");
        var decision = Record.Decide(Fed.WithHealthCard(Card).Calling("13912345670"), Record.Person(7, Known.WithHealthCard(Card)), Record.Person(8, other));
        Assert.That((decision.Outcome, decision.Person, decision.Joins.Count), Is.EqualTo((MatchOutcome.Link, (long?)7, 0)));
        Assert.That(decision.Reviews, Is.EqualTo(new[] { 8L }));
    }

    [Test]
    public void A_record_with_two_identifiers_joins_those_who_have_one_each()
    {
        var other = Record.At(Record.NationalIds, "9").Named("仉", "晓明").Born("19780605", "M").WithNationalId(Number);
        var fed = Fed.WithHealthCard(Card).WithNationalId(Number);
        var decision = Record.Decide(fed, Record.Person(7, Known.WithHealthCard(Card)), Record.Person(8, other));
        Assert.That((decision.Outcome, decision.Person), Is.EqualTo((MatchOutcome.Link, (long?)8)));
        Assert.That(decision.Joins, Is.EqualTo(new[] { 7L }));
        Assert.That(decision.Reviews, Is.EqualTo(new[] { 7L }));
    }

    [Test]
    public void Persons_whom_one_domain_knows_as_two_are_not_joined()
    {
        var other = Record.At(Record.Hospital, "9").Named("仉", "晓明").Born("19780605", "M").WithNationalId(Number);
        var decision = Record.Decide(Fed.WithHealthCard(Card).WithNationalId(Number), Record.Person(7, Known.WithHealthCard(Card)), Record.Person(8, other));
        Assert.That((decision.Outcome, decision.Joins.Count, decision.Reviews.Count), Is.EqualTo((MatchOutcome.Link, 0, 1)));
    }

    [Test]
    public void Reviews_beyond_the_most_are_counted()
    {
        var many = Enumerable.Range(1, 13).Select(p => Record.Person(p, Known.WithHealthCard(Card) with { Id = Known.Id with { Id = $"{p}" } })).ToArray();
        var decision = Record.Decide(Record.At(Record.Clinic, "2").Named("李", "娜").WithHealthCard(Card), many);
        Assert.That((decision.Reviews.Count, decision.FurtherReviews, decision.ComparedPersons), Is.EqualTo((10, 3, 13)));
    }

    [Test]
    public void The_explanation_tells_fields_weights_thresholds_rule_and_capped_keys()
    {
        var record = Fed.WithHealthCard(Card).Normalised();
        var capped = record.BlockingKeys.Where(k => k.Kind == BlockingKeyKind.FamilyAndBirthDate).Select(k => k.Hash).ToList();
        var json = new Matcher(MatchSettings.Default).Decide(record, [Record.Person(7, Known.WithHealthCard(Card))], _ => false, capped).ToJson();
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var compared = root.GetProperty("compared")[0];
        Assert.That(root.GetProperty("outcome").GetString(), Is.EqualTo("link"));
        Assert.That(root.GetProperty("rule").GetString(), Is.EqualTo("trustedIdentifier"));
        Assert.That(root.GetProperty("person").GetInt64(), Is.EqualTo(7));
        Assert.That(root.GetProperty("linkThreshold").GetDouble(), Is.EqualTo(MatchSettings.Default.LinkThreshold));
        Assert.That(root.GetProperty("cappedKeys")[0].GetString(), Is.EqualTo("familyAndBirthDate"));
        Assert.That(compared.GetProperty("record").GetString(), Is.EqualTo("1"));
        Assert.That(compared.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("field").GetString() + " " + f.GetProperty("level").GetString()),
            Is.EqualTo(new[] { "family exact", "given exact", "birthDate exact", "sex exact", "otherId exact" }));
        Assert.That(compared.GetProperty("fields").EnumerateArray().Sum(f => f.GetProperty("weight").GetDouble()), Is.EqualTo(compared.GetProperty("score").GetDouble()).Within(0.05));
    }

    [Test]
    public void The_explanation_holds_no_values()
    {
        var json = Record.Decide(Fed.WithNationalId(Number).Calling("13912345670"), Record.Person(7, Known.WithNationalId(Number))).ToJson();
        Assert.That(json, Does.Not.Contain(Number).And.Not.Contain("晓明").And.Not.Contain("13912345670").And.Not.Contain("19780605"));
    }
}
