using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

/// <summary>Records of persons that do not exist, and what is decided about them.</summary>
static class Record
{
    public const string Hospital = "1.3.6.1.4.1.21367.2026.9.1.1";
    public const string Clinic = "1.3.6.1.4.1.21367.2026.9.1.2";
    public const string NationalIds = "1.3.6.1.4.1.21367.2026.9.2";
    public const string HealthCards = "1.3.6.1.4.1.21367.2026.9.3";

    static readonly PatientNormaliser Normaliser = new(StopList.Default);

    public static PatientFacts At(string authority, string id) =>
        new(new KnownIdentifier(id, authority, AuthorityKind.Local, false), PatientDemographics.None, [], []);

    public static PatientFacts Named(this PatientFacts facts, string family, string given = "", string middle = "") =>
        facts with { Demographics = facts.Demographics with { Names = [.. facts.Demographics.Names ?? [], Name(family, given, middle)] } };

    public static PersonName Name(string family, string given, string middle = "") => new(family, given, middle, "", "", "L", "");

    public static PatientFacts Born(this PatientFacts facts, string? date, string? sex = null) =>
        facts with { Demographics = facts.Demographics with { BirthDate = date, Sex = sex } };

    public static PatientFacts Calling(this PatientFacts facts, params string[] numbers) =>
        facts with { Demographics = facts.Demographics with { Telecoms = [.. numbers.Select(n => new Telecom(n, "PRN", "PH"))] } };

    public static PatientFacts Living(this PatientFacts facts, string street, string city = "", string state = "", string postal = "", string other = "") =>
        facts with { Demographics = facts.Demographics with { Addresses = [new PostalAddress(street, other, city, state, postal, "", "H")] } };

    public static PatientFacts With(this PatientFacts facts, string authority, string id, AuthorityKind kind, bool isTrusted = true) =>
        facts with { OtherIds = [.. facts.OtherIds, new KnownIdentifier(id, authority, kind, isTrusted)] };

    public static PatientFacts WithNationalId(this PatientFacts facts, string id) => facts.With(NationalIds, id, AuthorityKind.NationalId);

    public static PatientFacts WithHealthCard(this PatientFacts facts, string id) => facts.With(HealthCards, id, AuthorityKind.HealthCard);

    public static PatientFacts OfMother(this PatientFacts facts, string nationalId) =>
        facts with { MothersIds = [new KnownIdentifier(nationalId, NationalIds, AuthorityKind.NationalId, true)] };

    public static PatientFacts Order(this PatientFacts facts, string order) =>
        facts with { Demographics = facts.Demographics with { MultipleBirth = "Y", BirthOrder = order } };

    public static NormalisedPatient Normalised(this PatientFacts facts) => Normaliser.Normalise(facts);

    public static CandidatePerson Person(long row, params PatientFacts[] records) => new(row, [.. records.Select(Normalised)]);

    public static MatchDecision Decide(PatientFacts record, params CandidatePerson[] candidates) =>
        new Matcher(MatchSettings.Default).Decide(record.Normalised(), candidates, _ => false, []);

    public static bool ShareKey(PatientFacts a, PatientFacts b) =>
        a.Normalised().BlockingKeys.Select(k => k.Hash).Intersect(b.Normalised().BlockingKeys.Select(k => k.Hash)).Any();
}
