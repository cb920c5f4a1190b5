using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Makes the texts under which a demographics query finds a record: its values, and Han names also as they are read.</summary>
sealed class SearchKeys
{
    /// <summary>A bound for hostile input.</summary>
    const int MostKeys = 100;

    readonly List<SearchKey> _keys = [];

    public static IReadOnlyList<SearchKey> Of(PatientFacts facts, NormalisedPatient patient)
    {
        var keys = new SearchKeys();
        var said = facts.Demographics;
        keys.Add(SearchField.Identifier, facts.Id.Id);
        foreach (var other in facts.OtherIds) keys.Add(SearchField.Identifier, other.Id);
        keys.AddNames(said.Names, patient.Names, SearchField.FamilyName, SearchField.GivenName, SearchField.MiddleName);
        keys.AddNames(said.MothersMaidenNames, patient.MothersNames, SearchField.MothersFamilyName, SearchField.MothersGivenName, null);
        keys.Add(SearchField.BirthDate, said.BirthDate);
        keys.Add(SearchField.Sex, said.Sex);
        foreach (var address in said.Addresses ?? []) keys.AddAddress(address);
        foreach (var telecom in said.Telecoms ?? []) keys.Add(SearchField.Telecom, telecom.Number);
        keys.Add(SearchField.AccountNumber, said.AccountNumber?.Id);
        keys.Add(SearchField.SocialSecurityNumber, said.SocialSecurityNumber);
        keys.Add(SearchField.DriversLicense, said.DriversLicense);
        return keys._keys;
    }

    void AddNames(
        IReadOnlyList<PersonName>? said, NormalisedName[] normalised, SearchField familyField, SearchField givenField, SearchField? middleField)
    {
        foreach (var name in said ?? [])
        {
            Add(familyField, name.Family);
            Add(givenField, name.Given);
            if (middleField is { } middle) Add(middle, name.Middle);
        }
        foreach (var name in normalised)
        {
            AddFolded(familyField, name.Family);
            AddFolded(givenField, name.Given);
            foreach (var sound in name.FamilySounds) AddFolded(familyField, sound);
            foreach (var sound in name.GivenSounds) AddFolded(givenField, sound);
        }
    }

    void AddAddress(PostalAddress address)
    {
        Add(SearchField.Street, address.Street);
        Add(SearchField.OtherDesignation, address.OtherDesignation);
        Add(SearchField.City, address.City);
        Add(SearchField.State, address.State);
        Add(SearchField.PostalCode, address.PostalCode);
        Add(SearchField.Country, address.Country);
    }

    void Add(SearchField field, string? value)
    {
        if (!string.IsNullOrEmpty(value)) AddFolded(field, SearchTexts.Of(field, value.Replace('*', ' ').Replace('＊', ' ')));
    }

    void AddFolded(SearchField field, string text)
    {
        var key = new SearchKey(field, text);
        if (text.Length > 0 && _keys.Count < MostKeys && !_keys.Contains(key)) _keys.Add(key);
    }
}
