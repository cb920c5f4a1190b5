using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Writes Patient Registry Find Candidates Query Response piece by piece, so that an answer of many patients needs not be in memory.</summary>
/// <param name="xml">The body.</param>
/// <param name="request">The wrapper of the query or of its continuation.</param>
/// <param name="self">Who answers.</param>
/// <param name="now">When.</param>
public sealed class FindCandidatesResponseWriter(Utf8XmlWriter xml, Transmission request, MessageDevice self, DateTimeOffset now)
{
    readonly Transmission _message = request.Answer(Interactions.FindCandidatesResponse, self, now);

    /// <summary>Starts the message up to its first patient.</summary>
    public void Start(FindCandidatesResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        TransmissionWriter.Start(xml, _message, TransmissionWriter.Never);
        TransmissionWriter.Acknowledgement(xml, response.Acknowledgement.TypeCode, request.Id, response.Acknowledgement.Problems);
        TransmissionWriter.StartControlAct(xml, _message.Interaction);
    }

    /// <summary>Writes a patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="missing">The domains that were asked for and in which the patient has no identifier.</param>
    public void WritePatient(PdqPatient patient, IEnumerable<HierarchicDesignator> missing)
    {
        ArgumentNullException.ThrowIfNull(patient);
        RegistrationWriter.Start(xml);
        PatientWriter.Start(xml, patient.Identifiers, patient.Demographics, [.. missing.Select(domain => new PatientIdentifier("", domain, ""))]);
        PatientWriter.Provider(xml, self.Id);
        WriteMatch(patient.MatchPercent);
        PatientWriter.End(xml);
        RegistrationWriter.Custodian(xml, self.Id);
        RegistrationWriter.End(xml);
    }

    /// <summary>Ends the message.</summary>
    /// <param name="response">The response.</param>
    /// <param name="queryId">The query's id.</param>
    /// <param name="queryText">The queryByParameter element of the query; empty where it is not known.</param>
    public void End(FindCandidatesResponse response, InstanceIdentifier queryId, ReadOnlyMemory<byte> queryText)
    {
        ArgumentNullException.ThrowIfNull(response);
        var quantities = new ResultQuantities(response.Total, response.Patients.Count, response.Remaining);
        QueryAcknowledgementWriter.Write(xml, queryId, response.Acknowledgement.ResponseCode, quantities);
        xml.Raw(queryText.Span);
        TransmissionWriter.EndControlAct(xml);
        TransmissionWriter.End(xml, _message);
    }

    // "A numeric value indicating the quality of match for this record" (ITI TF-2 table 3.47.4.2.2.2-1).
    void WriteMatch(int percent)
    {
        xml.StartElement("subjectOf1"u8);
        xml.StartElement("queryMatchObservation"u8);
        xml.Attribute("classCode"u8, "OBS"u8);
        xml.Attribute("moodCode"u8, "EVN"u8);
        DataTypeWriter.Code(xml, "code"u8, "IHE_PDQ");
        xml.StartElement("value"u8);
        xml.Attribute("xmlns:xsi"u8, Hl7v3Vocabulary.SchemaInstance);
        xml.Attribute("xsi:type"u8, "INT"u8);
        xml.Attribute("value"u8, percent);
        xml.EndElement("value"u8);
        xml.EndElement("queryMatchObservation"u8);
        xml.EndElement("subjectOf1"u8);
    }
}
