using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Writes the queries of a consumer: PIXV3 Query (ITI TF-2 3.45.4.1) and Patient Demographics Query HL7 V3 (3.47.4.1, 3.47.4.3).</summary>
public static class QueryWriter
{
    /// <summary>Writes Get Identifiers Query.</summary>
    public static void WriteGetIdentifiers(Utf8XmlWriter xml, Transmission message, InstanceIdentifier queryId, PixQuery query)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(query);
        Start(xml, message, queryId, isDemographics: false);
        xml.StartElement("parameterList"u8);
        foreach (var domain in query.Domains) IdentifierParameter(xml, "dataSource"u8, Root(domain), "DataSource.id");
        IdentifierParameter(xml, "patientIdentifier"u8, InstanceIdentifier.Of(query.Patient), "Patient.id");
        End(xml, message);
    }

    /// <summary>Writes Find Candidates Query. V3 has one way to ask for less than the whole of a name, its beginning: other wildcards are not written.</summary>
    public static void WriteFindCandidates(Utf8XmlWriter xml, Transmission message, InstanceIdentifier queryId, PdqQuery query)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(query);
        Start(xml, message, queryId, isDemographics: true);
        if (query.Increment is { } increment) DataTypeWriter.Number(xml, "initialQuantity"u8, increment);
        xml.StartElement("parameterList"u8);
        WriteCriteria(xml, query.Criteria, query.Domains);
        End(xml, message);
    }

    /// <summary>Writes Query Continuation.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="message">The wrapper: <see cref="Interactions.QueryContinuation"/>, or <see cref="Interactions.QueryCancellation"/> to ask for no more.</param>
    /// <param name="response">The message id of the answer before.</param>
    /// <param name="queryId">The query's id.</param>
    /// <param name="start">startResultNumber, or null.</param>
    /// <param name="quantity">continuationQuantity, or null.</param>
    public static void WriteContinuation(
        Utf8XmlWriter xml, Transmission message, InstanceIdentifier response, InstanceIdentifier queryId, int? start, int? quantity)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(message);
        var isCancellation = message.Interaction == Interactions.QueryCancellation;
        TransmissionWriter.Start(xml, message, TransmissionWriter.Always);
        TransmissionWriter.Acknowledgement(xml, "AA", response, []);
        TransmissionWriter.StartControlAct(xml, message.Interaction);
        xml.StartElement("queryContinuation"u8);
        DataTypeWriter.Identifier(xml, "queryId"u8, queryId);
        if (start is { } from) DataTypeWriter.Number(xml, "startResultNumber"u8, from);
        if (isCancellation) DataTypeWriter.Number(xml, "continuationQuantity"u8, 0);
        else if (quantity is { } most) DataTypeWriter.Number(xml, "continuationQuantity"u8, most);
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, isCancellation ? "aborted" : "waitContinuedQueryResponse");
        xml.EndElement("queryContinuation"u8);
        TransmissionWriter.EndControlAct(xml);
        TransmissionWriter.End(xml, message);
    }

    static void Start(Utf8XmlWriter xml, Transmission message, InstanceIdentifier queryId, bool isDemographics)
    {
        ArgumentNullException.ThrowIfNull(message);
        TransmissionWriter.Start(xml, message, TransmissionWriter.Always);
        TransmissionWriter.StartControlAct(xml, message.Interaction);
        xml.StartElement("queryByParameter"u8);
        DataTypeWriter.Identifier(xml, "queryId"u8, queryId);
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, "new");
        if (isDemographics) DataTypeWriter.Attribute(xml, "responseModalityCode"u8, "code"u8, "R");
        DataTypeWriter.Attribute(xml, "responsePriorityCode"u8, "code"u8, "I");
    }

    static void End(Utf8XmlWriter xml, Transmission message)
    {
        xml.EndElement("parameterList"u8);
        xml.EndElement("queryByParameter"u8);
        TransmissionWriter.EndControlAct(xml);
        TransmissionWriter.End(xml, message);
    }

    // In the order of the schema.
    static void WriteCriteria(Utf8XmlWriter xml, PdqCriteria criteria, IReadOnlyList<HierarchicDesignator> domains)
    {
        if (criteria.Sex is { } sex)
        {
            xml.StartElement("livingSubjectAdministrativeGender"u8);
            DataTypeWriter.Code(xml, "value"u8, AdministrativeGenders.OfSex(sex) ?? sex, Hl7v3Vocabulary.AdministrativeGender);
            EndParameter(xml, "livingSubjectAdministrativeGender"u8, "LivingSubject.administrativeGender");
        }

        if (criteria.BirthDate is { } range) BirthTime(xml, range);
        foreach (var identifier in criteria.Identifiers)
        {
            var id = new InstanceIdentifier(identifier.Authority.UniversalId, identifier.Id?.ToString() ?? "", identifier.Authority.NamespaceId);
            IdentifierParameter(xml, "livingSubjectId"u8, id, "LivingSubject.id");
        }

        Names(xml, "livingSubjectName"u8, criteria.Names, "LivingSubject.name");
        Names(xml, "mothersMaidenName"u8, criteria.MothersMaidenNames, "Person.MothersMaidenName");
        foreach (var domain in domains) IdentifierParameter(xml, "otherIDsScopingOrganization"u8, Root(domain), "OtherIDs.scopingOrganization.id");
        if (criteria.Addresses.Count > 0)
        {
            // "There shall be only a single PatientAddress element", its values "combined with OR logic" (ITI TF-2 table 3.47.4.1.2.2-1).
            xml.StartElement("patientAddress"u8);
            foreach (var address in criteria.Addresses) Address(xml, address);
            EndParameter(xml, "patientAddress"u8, "Patient.addr");
        }

        foreach (var telecom in criteria.Telecoms)
        {
            xml.StartElement("patientTelecom"u8);
            DataTypeWriter.Telecommunication(xml, "value"u8, new Telecom(telecom.ToString(), "", ""));
            EndParameter(xml, "patientTelecom"u8, "Patient.telecom");
        }
    }

    static void BirthTime(Utf8XmlWriter xml, BirthDateRange range)
    {
        xml.StartElement("livingSubjectBirthTime"u8);
        if (range.From == range.To)
        {
            DataTypeWriter.Time(xml, "value"u8, range.From);
        }
        else
        {
            xml.StartElement("value"u8);
            DataTypeWriter.Time(xml, "low"u8, range.From);
            DataTypeWriter.Time(xml, "high"u8, range.To);
            xml.EndElement("value"u8);
        }

        EndParameter(xml, "livingSubjectBirthTime"u8, "LivingSubject.birthTime");
    }

    static void Names(Utf8XmlWriter xml, ReadOnlySpan<byte> parameter, IReadOnlyList<NamePattern> names, string semantics)
    {
        foreach (var name in names)
        {
            TextPattern?[] parts = [name.Prefix, name.Given, name.Middle, name.Family, name.Suffix, name.WholeName];
            xml.StartElement(parameter);
            xml.StartElement("value"u8);
            if (parts.Any(part => part is { IsWhole: false })) xml.Attribute("use"u8, "SRCH"u8);
            Part(xml, "prefix"u8, name.Prefix);
            Part(xml, "given"u8, name.Given);
            if (name.Given is not null) Part(xml, "given"u8, name.Middle);
            Part(xml, "family"u8, name.Family);
            Part(xml, "suffix"u8, name.Suffix);
            if (name.WholeName is { } whole) xml.Text(whole.Start);
            xml.EndElement("value"u8);
            EndParameter(xml, parameter, semantics);
        }
    }

    static void Address(Utf8XmlWriter xml, AddressPattern address)
    {
        xml.StartElement("value"u8);
        Part(xml, "streetAddressLine"u8, address.Street);
        Part(xml, "additionalLocator"u8, address.OtherDesignation);
        Part(xml, "city"u8, address.City);
        Part(xml, "state"u8, address.State);
        Part(xml, "postalCode"u8, address.PostalCode);
        Part(xml, "country"u8, address.Country);
        xml.EndElement("value"u8);
    }

    static void Part(Utf8XmlWriter xml, ReadOnlySpan<byte> element, TextPattern? pattern) => DataTypeWriter.Part(xml, element, pattern?.Start ?? "");

    static void IdentifierParameter(Utf8XmlWriter xml, ReadOnlySpan<byte> parameter, InstanceIdentifier value, string semantics)
    {
        xml.StartElement(parameter);
        DataTypeWriter.Identifier(xml, "value"u8, value);
        EndParameter(xml, parameter, semantics);
    }

    static void EndParameter(Utf8XmlWriter xml, ReadOnlySpan<byte> parameter, string semantics)
    {
        xml.Element("semanticsText"u8, semantics);
        xml.EndElement(parameter);
    }

    static InstanceIdentifier Root(HierarchicDesignator domain) => new(domain.UniversalId, "", domain.NamespaceId);
}
