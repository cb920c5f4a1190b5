using IheRegistry.Model.Demographics;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Golden;

/// <summary>
/// The best that the records of one person say together. Of each field the value of one record is taken as a whole: of the records that say
/// something the one fed last, a tentative record only where no other says anything. Of dates of birth the most precise goes first, of sexes one
/// that says male or female, whoever says it.
/// </summary>
/// <param name="Demographics">The demographics.</param>
/// <param name="Visit">The visit of the record fed last that has one; null where none has.</param>
/// <param name="Sources">Where each value comes from, in the order of the fields.</param>
public sealed record GoldenRecord(PatientDemographics Demographics, PatientVisit? Visit, IReadOnlyList<FieldSource> Sources)
{
    /// <summary>The golden record of a person.</summary>
    /// <param name="records">The person's records that are not subsumed.</param>
    public static GoldenRecord Of(IEnumerable<PatientRecord> records)
    {
        var choice = new Choice([.. records.OrderBy(record => record.IsTentative).ThenByDescending(record => record.LastFed).ThenByDescending(record => record.LastEvent)]);
        var demographics = new PatientDemographics
        {
            Names = choice.Of(nameof(PatientDemographics.Names), said => said.Names),
            MothersMaidenNames = choice.Of(nameof(PatientDemographics.MothersMaidenNames), said => said.MothersMaidenNames),
            BirthDate = choice.Of(nameof(PatientDemographics.BirthDate), said => said.BirthDate, date => -Math.Min(date.Length, Day)),
            Sex = choice.Of(nameof(PatientDemographics.Sex), said => said.Sex, sex => sex is "U" or "O" or "A" or "N" ? 1 : 0),
            Race = choice.Of(nameof(PatientDemographics.Race), said => said.Race),
            Addresses = choice.Of(nameof(PatientDemographics.Addresses), said => said.Addresses),
            Telecoms = choice.Of(nameof(PatientDemographics.Telecoms), said => said.Telecoms),
            Language = choice.Of(nameof(PatientDemographics.Language), said => said.Language),
            MaritalStatus = choice.Of(nameof(PatientDemographics.MaritalStatus), said => said.MaritalStatus),
            Religion = choice.Of(nameof(PatientDemographics.Religion), said => said.Religion),
            AccountNumber = choice.Of(nameof(PatientDemographics.AccountNumber), said => said.AccountNumber),
            SocialSecurityNumber = choice.Of(nameof(PatientDemographics.SocialSecurityNumber), said => said.SocialSecurityNumber),
            DriversLicense = choice.Of(nameof(PatientDemographics.DriversLicense), said => said.DriversLicense),
            MothersIdentifiers = choice.Of(nameof(PatientDemographics.MothersIdentifiers), said => said.MothersIdentifiers),
            EthnicGroup = choice.Of(nameof(PatientDemographics.EthnicGroup), said => said.EthnicGroup),
            BirthPlace = choice.Of(nameof(PatientDemographics.BirthPlace), said => said.BirthPlace),
            MultipleBirth = choice.Of(nameof(PatientDemographics.MultipleBirth), said => said.MultipleBirth),
            BirthOrder = choice.Of(nameof(PatientDemographics.BirthOrder), said => said.BirthOrder),
            Citizenship = choice.Of(nameof(PatientDemographics.Citizenship), said => said.Citizenship),
            DeathTime = choice.Of(nameof(PatientDemographics.DeathTime), said => said.DeathTime),
            IsDead = choice.Of(nameof(PatientDemographics.IsDead), said => said.IsDead),
            IdentityUnknown = choice.Of(nameof(PatientDemographics.IdentityUnknown), said => said.IdentityUnknown),
            IdentityReliability = choice.Of(nameof(PatientDemographics.IdentityReliability), said => said.IdentityReliability),
        };
        return new GoldenRecord(demographics, choice.Visit(), choice.Sources);
    }

    // A date of birth is no better for its time.
    const int Day = 8;

    sealed class Choice(IReadOnlyList<PatientRecord> records)
    {
        readonly List<FieldSource> _sources = [];

        internal IReadOnlyList<FieldSource> Sources => _sources;

        internal T? Of<T>(string field, Func<PatientDemographics, T?> read, Func<T, int>? rank = null)
            where T : class
        {
            var said = records.Select(record => (Record: record, Value: read(record.Demographics))).Where(pair => pair.Value is not null);
            // A stable order: among equals the earlier record goes first.
            var best = (rank is null ? said : said.OrderBy(pair => rank(pair.Value!))).FirstOrDefault();
            if (best.Record is { } record) _sources.Add(new FieldSource(field, record.Id, record.Source, record.LastFed));
            return best.Value;
        }

        internal PatientVisit? Visit()
        {
            if (records.FirstOrDefault(record => record.Visit is not null) is not { } record) return null;
            _sources.Add(new FieldSource(nameof(GoldenRecord.Visit), record.Id, record.Source, record.LastFed));
            return record.Visit;
        }
    }
}
