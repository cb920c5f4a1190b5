using System.Globalization;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>
/// Makes the keys under which a record is found. Each needs enough to select few records: a missing value leaves its keys out and
/// never widens one.
/// </summary>
sealed class BlockingKeys
{
    /// <summary>A bound for hostile input; an ordinary record has eight to twelve.</summary>
    const int MostKeys = 40;

    readonly List<BlockingKey> _keys = [];

    public static IReadOnlyList<BlockingKey> Of(NormalisedPatient patient)
    {
        if (patient.IsTemporary) return [];
        var keys = new BlockingKeys();
        foreach (var id in patient.Identifiers) keys.Add(BlockingKeyKind.Identifier, id.Scope, id.Value);
        keys.AddMothers(patient);
        foreach (var telecom in patient.Telecoms) keys.Add(BlockingKeyKind.Telecom, Subscriber(telecom));
        foreach (var name in patient.Names) keys.AddName(patient, name);
        return keys._keys;
    }

    /// <summary>Numbers with and without the area code meet at their ends.</summary>
    static string Subscriber(string telecom) =>
        telecom.Contains('@', StringComparison.Ordinal) || telecom.Length <= TelecomNormalisation.SubscriberDigits
            ? telecom
            : telecom[^TelecomNormalisation.SubscriberDigits..];

    /// <summary>The mother's identifiers find the mother, and with the date of birth those born of her then.</summary>
    void AddMothers(NormalisedPatient patient)
    {
        foreach (var id in patient.MothersIdentifiers) Add(BlockingKeyKind.Identifier, id.Scope, id.Value);
        if (!patient.BirthDate.IsWhole) return;
        foreach (var id in patient.MothersIdentifiers) Add(BlockingKeyKind.Mother, id.Scope, id.Value, patient.BirthDate.ToString());
    }

    void AddName(NormalisedPatient patient, NormalisedName name)
    {
        var families = name.FamilySounds.Select(SoundKey.Of).Distinct().ToList();
        var givens = (name.FirstGiven == name.Given ? name.GivenSounds : [name.FirstGiven]).Select(SoundKey.Of).Distinct().ToList();
        var date = patient.BirthDate;
        if (date.IsWhole) AddBirthDate(patient.Sex, date.ToString(), families, givens);
        foreach (var family in families)
            foreach (var given in givens)
                AddWhole(patient, family, given);
    }

    void AddBirthDate(char sex, string date, List<string> families, List<string> givens)
    {
        foreach (var family in families)
        {
            if (sex != 'f') Add(BlockingKeyKind.FamilyAndBirthDate, family, date, "m");
            if (sex != 'm') Add(BlockingKeyKind.FamilyAndBirthDate, family, date, "f");
        }
        foreach (var given in givens) Add(BlockingKeyKind.GivenAndBirthDate, given, date);
    }

    void AddWhole(NormalisedPatient patient, string family, string given)
    {
        var isOrdered = string.CompareOrdinal(family, given) < 0;
        var name = isOrdered ? family + '\0' + given : given + '\0' + family;
        var date = patient.BirthDate;
        if (!date.IsEmpty) Add(BlockingKeyKind.NameAndYear, name, Number(date.Year));
        if (date.IsWhole) Add(BlockingKeyKind.NameAndDay, name, Number(Math.Min(date.Month, date.Day)), Number(Math.Max(date.Month, date.Day)));
        foreach (var address in patient.Addresses)
            if (Place(address) is { Length: > 0 } place) Add(BlockingKeyKind.NameAndPlace, name, place);
    }

    static string Place(NormalisedAddress address) => address.District.Length > 0 ? address.District : address.City;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    void Add(BlockingKeyKind kind, string first, string second = "", string third = "")
    {
        var key = StableHash.Key(kind, first, second, third);
        if (_keys.Count < MostKeys && !_keys.Contains(key)) _keys.Add(key);
    }
}
