using System.Xml;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Patient Registry Get Identifiers Query Response, PRPA_IN201310UV02 (ITI TF-2 3.45.4.2).</summary>
/// <param name="Acknowledgement">How the query was answered.</param>
/// <param name="Identifiers">The identifiers found.</param>
public sealed record GetIdentifiersResponse(ApplicationAcknowledgement Acknowledgement, IReadOnlyList<PatientIdentifier> Identifiers)
{
    const string Parameters = "controlActProcess/queryByParameter/parameterList";

    /// <summary>The response to a query: one of the six cases of 3.45.4.2.3, or why the query was not understood.</summary>
    /// <param name="query">The query as it came.</param>
    /// <param name="answer">The actor's answer; null where the query was not understood.</param>
    public static GetIdentifiersResponse Of(QueryMessage<PixQuery> query, PixAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(query);
        return answer is null
            ? new(ApplicationAcknowledgement.NotUnderstood(query.Problems), [])
            : new(Acknowledge(query.Transmission.Interaction, answer), answer.Identifiers);
    }

    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static GetIdentifiersResponse? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsStartElement(Interactions.GetIdentifiersResponse, Hl7v3Vocabulary.Namespace)) return null;
        var acknowledgement = new AcknowledgementReader();
        var response = new QueryResponseReader();
        new TransmissionReader(Interactions.GetIdentifiersResponse, []).Read(reader, response.Read, acknowledgement.Read);
        // "considered together to form a complete list" (3.45.4.2.4)
        var identifiers = response.Patients.SelectMany(patient => patient.Identifiers.Concat(patient.OtherIdentifiers));
        return new(new(acknowledgement.TypeCode, response.ResponseCode, acknowledgement.Problems), [.. identifiers]);
    }

    /// <summary>Writes the message.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="query">The query that it answers.</param>
    /// <param name="self">Who answers.</param>
    /// <param name="now">When.</param>
    public void Write(Utf8XmlWriter xml, QueryMessage<PixQuery> query, MessageDevice self, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(self);
        var message = query.Transmission.Answer(Interactions.GetIdentifiersResponse, self, now);
        TransmissionWriter.Start(xml, message, TransmissionWriter.Never);
        TransmissionWriter.Acknowledgement(xml, Acknowledgement.TypeCode, query.Transmission.Id, Acknowledgement.Problems);
        TransmissionWriter.StartControlAct(xml, message.Interaction);
        if (Identifiers.Count > 0) WritePatient(xml, self);
        QueryAcknowledgementWriter.Write(xml, query.QueryId, Acknowledgement.ResponseCode, null);
        // The copy of a query that could not be understood would not be valid either.
        if (query.Query is not null) xml.Raw(query.Text.Span);
        TransmissionWriter.EndControlAct(xml);
        TransmissionWriter.End(xml, message);
    }

    // All identifiers in Patient.id: several of one domain are "either grouped in a single instance of the OtherIDs class, or all represented via
    // repetitions of the Patient.id attribute" (3.45.4.2.3, case 6).
    void WritePatient(Utf8XmlWriter xml, MessageDevice self)
    {
        RegistrationWriter.Start(xml);
        PatientWriter.Start(xml, Identifiers, PatientDemographics.None, []);
        PatientWriter.End(xml);
        RegistrationWriter.Custodian(xml, self.Id);
        RegistrationWriter.End(xml);
    }

    static ApplicationAcknowledgement Acknowledge(string interaction, PixAnswer answer) => answer.Outcome switch
    {
        PixOutcome.Found => ApplicationAcknowledgement.Found,
        PixOutcome.NoneFound => ApplicationAcknowledgement.NotFound,
        PixOutcome.UnknownPatient => ApplicationAcknowledgement.Error([Unknown($"{Parameters}/patientIdentifier/value", "The patient identifier is not known")]),
        PixOutcome.UnknownPatientDomain =>
            ApplicationAcknowledgement.Error([Unknown($"{Parameters}/patientIdentifier/value", "The patient identification domain of the patient identifier is not known")]),
        PixOutcome.UnknownDomains => ApplicationAcknowledgement.Error(
            [.. answer.UnknownDomains.Select(place => Unknown($"{Parameters}/dataSource[{place}]/value", "The patient identification domain is not known"))]),
        _ => ApplicationAcknowledgement.Unavailable(Hl7v3Locations.Of(interaction)),
    };

    static Hl7v3Problem Unknown(string path, string text) =>
        new(Hl7ErrorCode.UnknownKeyIdentifier, Hl7v3Locations.Of(Interactions.GetIdentifiersQuery, path), text);
}
