using IheRegistry.Model.Demographics;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Writes the Patient role with its person. The schemas order the parts.</summary>
static class PatientWriter
{
    /// <summary>Starts a patient with its identifiers and its person, up to where providerOrganization follows.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="identifiers">Patient.id.</param>
    /// <param name="person">What is said of the person; its names only where nothing else is.</param>
    /// <param name="otherIdentifiers">OtherIDs; those without an id name a domain in which the person has none.</param>
    internal static void Start(
        Utf8XmlWriter xml, IReadOnlyList<PatientIdentifier> identifiers, PatientDemographics person, IReadOnlyList<PatientIdentifier> otherIdentifiers)
    {
        xml.StartElement("patient"u8);
        xml.Attribute("classCode"u8, "PAT"u8);
        if (identifiers.Count == 0) DataTypeWriter.Identifier(xml, "id"u8, InstanceIdentifier.None);
        foreach (var identifier in identifiers) DataTypeWriter.Identifier(xml, "id"u8, InstanceIdentifier.Of(identifier));
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, "active");
        Person(xml, person, otherIdentifiers);
    }

    /// <summary>Ends it.</summary>
    internal static void End(Utf8XmlWriter xml) => xml.EndElement("patient"u8);

    /// <summary>
    /// Writes providerOrganization: "identified by an id attribute, and at least one of address, telecommunications address, or contact person to be
    /// present" (ITI TF-2 3.44.4.1.2.1), of which the schema's contactParty is left when nothing is known.
    /// </summary>
    internal static void Provider(Utf8XmlWriter xml, InstanceIdentifier organization)
    {
        xml.StartElement("providerOrganization"u8);
        xml.Attribute("classCode"u8, "ORG"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        DataTypeWriter.Identifier(xml, "id"u8, organization);
        DataTypeWriter.Attribute(xml, "contactParty"u8, "classCode"u8, "CON");
        xml.EndElement("providerOrganization"u8);
    }

    static void Person(Utf8XmlWriter xml, PatientDemographics person, IReadOnlyList<PatientIdentifier> otherIdentifiers)
    {
        xml.StartElement("patientPerson"u8);
        xml.Attribute("classCode"u8, "PSN"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        Names(xml, person.Names);
        foreach (var telecom in person.Telecoms ?? []) DataTypeWriter.Telecommunication(xml, "telecom"u8, telecom);
        Gender(xml, person.Sex);
        DataTypeWriter.Time(xml, "birthTime"u8, person.BirthDate);
        DataTypeWriter.Indicator(xml, "deceasedInd"u8, person.IsDead);
        DataTypeWriter.Time(xml, "deceasedTime"u8, person.DeathTime);
        DataTypeWriter.Indicator(xml, "multipleBirthInd"u8, person.MultipleBirth);
        if (int.TryParse(person.BirthOrder, out var order)) DataTypeWriter.Number(xml, "multipleBirthOrderNumber"u8, order);
        foreach (var address in person.Addresses ?? []) DataTypeWriter.Address(xml, "addr"u8, address);
        DataTypeWriter.Code(xml, "maritalStatusCode"u8, person.MaritalStatus, Hl7v3Vocabulary.MaritalStatus);
        DataTypeWriter.Code(xml, "religiousAffiliationCode"u8, person.Religion);
        DataTypeWriter.Code(xml, "raceCode"u8, person.Race);
        DataTypeWriter.Code(xml, "ethnicGroupCode"u8, person.EthnicGroup);
        Citizenship(xml, person.Citizenship);
        foreach (var identifier in otherIdentifiers) OtherIdentifier(xml, identifier);
        Mother(xml, person);
        BirthPlace(xml, person.BirthPlace);
        Language(xml, person.Language);
        xml.EndElement("patientPerson"u8);
    }

    // The schemas ask for one name at least; both samples and schemas have a null one where none is known.
    static void Names(Utf8XmlWriter xml, IReadOnlyList<PersonName>? names)
    {
        if (names is not { Count: > 0 }) DataTypeWriter.Attribute(xml, "name"u8, "nullFlavor"u8, "NA");
        foreach (var name in names ?? []) DataTypeWriter.Name(xml, "name"u8, name);
    }

    static void Gender(Utf8XmlWriter xml, string? sex)
    {
        if (string.IsNullOrEmpty(sex)) return;
        if (AdministrativeGenders.OfSex(sex) is { } gender) DataTypeWriter.Code(xml, "administrativeGenderCode"u8, gender, Hl7v3Vocabulary.AdministrativeGender);
        else DataTypeWriter.Attribute(xml, "administrativeGenderCode"u8, "nullFlavor"u8, "UNK");
    }

    static void Citizenship(Utf8XmlWriter xml, string? citizenship)
    {
        if (citizenship is null || !DataTypeWriter.IsCode(citizenship)) return;
        xml.StartElement("asCitizen"u8);
        xml.Attribute("classCode"u8, "CIT"u8);
        xml.StartElement("politicalNation"u8);
        xml.Attribute("classCode"u8, "NAT"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        DataTypeWriter.Code(xml, "code"u8, citizenship);
        xml.EndElement("politicalNation"u8);
        xml.EndElement("asCitizen"u8);
    }

    // "OtherIDs.id.root SHALL be identical to scopingOrganization.id.root; scopingOrganization.id.extension SHALL NOT have any value"
    // (ITI TF-2 3.44.4.1.2.1). Where there is no id, it "shall have an appropriate null value" (3.47.4.2.3).
    static void OtherIdentifier(Utf8XmlWriter xml, PatientIdentifier identifier)
    {
        xml.StartElement("asOtherIDs"u8);
        xml.Attribute("classCode"u8, "PAT"u8);
        DataTypeWriter.Identifier(xml, "id"u8, identifier.Id.Length == 0 ? InstanceIdentifier.None : InstanceIdentifier.Of(identifier));
        xml.StartElement("scopingOrganization"u8);
        xml.Attribute("classCode"u8, "ORG"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        DataTypeWriter.Identifier(xml, "id"u8, new InstanceIdentifier(identifier.Authority.UniversalId, "", identifier.Authority.NamespaceId));
        xml.EndElement("scopingOrganization"u8);
        xml.EndElement("asOtherIDs"u8);
    }

    static void Mother(Utf8XmlWriter xml, PatientDemographics person)
    {
        if (person.MothersMaidenNames is not { Count: > 0 } && person.MothersIdentifiers is not { Count: > 0 }) return;
        xml.StartElement("personalRelationship"u8);
        xml.Attribute("classCode"u8, "PRS"u8);
        DataTypeWriter.Code(xml, "code"u8, "MTH", Hl7v3Vocabulary.PersonalRelationship);
        xml.StartElement("relationshipHolder1"u8);
        xml.Attribute("classCode"u8, "PSN"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        foreach (var identifier in person.MothersIdentifiers ?? []) DataTypeWriter.Identifier(xml, "id"u8, InstanceIdentifier.Of(identifier));
        foreach (var name in person.MothersMaidenNames ?? []) DataTypeWriter.Name(xml, "name"u8, name);
        xml.EndElement("relationshipHolder1"u8);
        xml.EndElement("personalRelationship"u8);
    }

    static void BirthPlace(Utf8XmlWriter xml, string? place)
    {
        if (string.IsNullOrEmpty(place)) return;
        xml.StartElement("birthPlace"u8);
        xml.Attribute("classCode"u8, "BIRTHPL"u8);
        xml.StartElement("birthplace"u8);
        xml.Attribute("classCode"u8, "PLC"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        xml.Element("name"u8, place);
        xml.EndElement("birthplace"u8);
        xml.EndElement("birthPlace"u8);
    }

    static void Language(Utf8XmlWriter xml, string? language)
    {
        if (language is null || !DataTypeWriter.IsCode(language)) return;
        xml.StartElement("languageCommunication"u8);
        DataTypeWriter.Code(xml, "languageCode"u8, language);
        xml.EndElement("languageCommunication"u8);
    }
}
