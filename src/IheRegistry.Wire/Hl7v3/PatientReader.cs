using System.Xml;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads the Patient role with its person (ITI TF-2 tables 3.44.4.1.2.2-1 and 3.47.4.2.2.2-1) into what HL7 v2 has in PID.</summary>
sealed class PatientReader
{
    const string Mother = "MTH";

    readonly BoundedList<PatientIdentifier> _identifiers = new();
    readonly BoundedList<PatientIdentifier> _otherIdentifiers = new();
    readonly BoundedList<PersonName> _names = new();
    readonly BoundedList<PersonName> _mothersNames = new();
    readonly BoundedList<PatientIdentifier> _mothersIdentifiers = new();
    readonly BoundedList<PostalAddress> _addresses = new();
    readonly BoundedList<Telecom> _telecoms = new();
    PatientDemographics _person = PatientDemographics.None;
    bool _prefersLanguage;

    /// <summary>Patient.id, those with an extension.</summary>
    internal IReadOnlyList<PatientIdentifier> Identifiers => _identifiers.Items;

    /// <summary>OtherIDs.id.</summary>
    internal IReadOnlyList<PatientIdentifier> OtherIdentifiers => _otherIdentifiers.Items;

    /// <summary>False where the patient is no person, or none is told.</summary>
    internal bool HasPerson { get; private set; }

    /// <summary>The organization whose patient it is.</summary>
    internal InstanceIdentifier Provider { get; private set; } = InstanceIdentifier.None;

    /// <summary>The degree of match that a QueryMatchObservation tells; null where there is none.</summary>
    internal int? MatchPercent { get; private set; }

    /// <summary>True when something is repeated beyond measure.</summary>
    internal bool IsTooLong =>
        _identifiers.IsTooLong || _otherIdentifiers.IsTooLong || _names.IsTooLong || _mothersNames.IsTooLong
        || _mothersIdentifiers.IsTooLong || _addresses.IsTooLong || _telecoms.IsTooLong;

    /// <summary>What is said of the patient beside identifiers.</summary>
    internal PatientDemographics Demographics => _person with
    {
        Names = _names.ItemsOrNull,
        MothersMaidenNames = _mothersNames.ItemsOrNull,
        MothersIdentifiers = _mothersIdentifiers.ItemsOrNull,
        Addresses = _addresses.ItemsOrNull,
        Telecoms = _telecoms.ItemsOrNull,
    };

    /// <summary>Reads a patient element.</summary>
    internal void Read(XmlReader patient) => patient.ForEachPart((child, name) =>
    {
        switch (name)
        {
            case "id": AddIdentifier(child, _identifiers); break;
            case "addr": AddAddress(child); break;
            case "telecom": AddTelecom(child); break;
            case "patientPerson":
                HasPerson = true;
                child.ForEachPart(ReadPerson);
                break;
            case "providerOrganization": child.Into("id", id => Provider = Provider.IsEmpty ? DataTypeReader.Identifier(id) : Pass(id, Provider)); break;
            case "subjectOf1": child.Into("queryMatchObservation", observation => observation.Into("value", ReadMatch)); break;
            default: child.Skip(); break;
        }
    });

    void ReadPerson(XmlReader child, string name)
    {
        switch (name)
        {
            case "name": AddName(child, _names); break;
            case "telecom": AddTelecom(child); break;
            case "addr": AddAddress(child); break;
            case "administrativeGenderCode": _person = _person with { Sex = Sex(child) }; break;
            case "birthTime": _person = _person with { BirthDate = Said(child.TakeAttribute("value")) }; break;
            case "deceasedInd": _person = _person with { IsDead = DataTypeReader.Indicator(child) }; break;
            case "deceasedTime": _person = _person with { DeathTime = Said(child.TakeAttribute("value")) }; break;
            case "multipleBirthInd": _person = _person with { MultipleBirth = DataTypeReader.Indicator(child) }; break;
            case "multipleBirthOrderNumber": _person = _person with { BirthOrder = Said(child.TakeAttribute("value")) }; break;
            case "maritalStatusCode": _person = _person with { MaritalStatus = Said(DataTypeReader.Code(child)) }; break;
            case "religiousAffiliationCode": _person = _person with { Religion = Said(DataTypeReader.Code(child)) }; break;
            // HL7 v2 has one code each for the receiver; V3 a set.
            case "raceCode": _person = _person with { Race = First(_person.Race, DataTypeReader.Code(child)) }; break;
            case "ethnicGroupCode": _person = _person with { EthnicGroup = First(_person.EthnicGroup, DataTypeReader.Code(child)) }; break;
            case "asOtherIDs": child.Into("id", id => AddIdentifier(id, _otherIdentifiers)); break;
            case "asCitizen": child.Into("politicalNation", nation => nation.Into("code", ReadCitizenship)); break;
            case "personalRelationship": ReadRelationship(child); break;
            case "birthPlace": ReadBirthPlace(child); break;
            case "languageCommunication": ReadLanguage(child); break;
            default: child.Skip(); break;
        }
    }

    static string? Sex(XmlReader reader)
    {
        var isUnknown = reader.GetAttribute("nullFlavor") is "UNK";
        var code = DataTypeReader.Code(reader);
        return isUnknown ? "U" : Said(AdministrativeGenders.ToSex(code));
    }

    void ReadCitizenship(XmlReader code) => _person = _person with { Citizenship = First(_person.Citizenship, DataTypeReader.Code(code)) };

    // "This is used for sending information pertaining to the mother's maiden name" (ITI TF-2 3.44.4.1.2.1).
    void ReadRelationship(XmlReader relationship)
    {
        var isMother = false;
        var names = new BoundedList<PersonName>();
        var identifiers = new BoundedList<PatientIdentifier>();
        relationship.ForEachPart((child, name) =>
        {
            switch (name)
            {
                case "code": isMother = DataTypeReader.Code(child) == Mother; break;
                case "id": AddIdentifier(child, identifiers); break;
                case "relationshipHolder1":
                    child.ForEachPart((part, partName) =>
                    {
                        if (partName == "name") AddName(part, names);
                        else if (partName == "id") AddIdentifier(part, identifiers);
                        else part.Skip();
                    });
                    break;
                default: child.Skip(); break;
            }
        });
        if (!isMother) return;
        foreach (var name in names.Items) _mothersNames.Add(name);
        foreach (var identifier in identifiers.Items) _mothersIdentifiers.Add(identifier);
    }

    void ReadBirthPlace(XmlReader birthPlace) => birthPlace.ForEachPart((child, name) =>
    {
        if (name == "birthplace") child.Into("name", place => TakePlace(DataTypeReader.Name(place).WholeText));
        else if (name == "addr") TakePlace(OneLine(DataTypeReader.Address(child)));
        else child.Skip();
    });

    // The place's name says more than its address.
    void TakePlace(string place)
    {
        if (place.Length > 0) _person = _person with { BirthPlace = place };
    }

    void ReadLanguage(XmlReader communication)
    {
        var (code, isPreferred) = ("", false);
        communication.ForEachPart((child, name) =>
        {
            if (name == "languageCode") code = DataTypeReader.Code(child);
            else if (name == "preferenceInd") isPreferred = DataTypeReader.Indicator(child) == "Y";
            else child.Skip();
        });
        if (code.Length == 0 || (_person.Language is not null && (_prefersLanguage || !isPreferred))) return;
        _person = _person with { Language = code };
        _prefersLanguage = isPreferred;
    }

    void ReadMatch(XmlReader value)
    {
        if (int.TryParse(value.TakeAttribute("value"), out var percent)) MatchPercent = percent;
    }

    void AddTelecom(XmlReader reader)
    {
        var uses = DataTypeReader.Uses(reader);
        var value = reader.TakeAttribute("value");
        if (value.Length > 0) _telecoms.Add(TelecomUses.Read(value, uses));
    }

    void AddAddress(XmlReader reader)
    {
        if (DataTypeReader.Address(reader).ToPostalAddress() is { } address) _addresses.Add(address);
    }

    static void AddName(XmlReader reader, BoundedList<PersonName> names)
    {
        if (DataTypeReader.Name(reader).ToPersonName() is { } name) names.Add(name);
    }

    // An identifier of HL7 v2 has an id in any case; a root alone is that of a domain.
    static void AddIdentifier(XmlReader reader, BoundedList<PatientIdentifier> identifiers)
    {
        var identifier = DataTypeReader.Identifier(reader);
        if (identifier.Extension.Length > 0) identifiers.Add(identifier.ToPatientIdentifier());
    }

    static string OneLine(EntityAddress address) => string.Join(
        ' ', new[] { address.Street, address.OtherDesignation, address.City, address.State, address.PostalCode, address.Country }.Where(part => part.Length > 0));

    static string? First(string? known, string found) => known ?? Said(found);

    static string? Said(string value) => value.Length == 0 ? null : value;

    static T Pass<T>(XmlReader reader, T value)
    {
        reader.Skip();
        return value;
    }
}
