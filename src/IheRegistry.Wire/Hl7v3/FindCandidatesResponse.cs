using System.Xml;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Patient Registry Find Candidates Query Response, PRPA_IN201306UV02 (ITI TF-2 3.47.4.2).</summary>
/// <param name="Acknowledgement">How the query was answered.</param>
/// <param name="Patients">The patients of this answer.</param>
/// <param name="Total">How many match altogether.</param>
/// <param name="Remaining">How many come behind these.</param>
public sealed record FindCandidatesResponse(
    ApplicationAcknowledgement Acknowledgement, IReadOnlyList<PdqPatient> Patients, int Total, int Remaining)
{
    const string Parameters = "controlActProcess/queryByParameter/parameterList";

    /// <summary>The answer's own message id, which a continuation names; empty for one that is to be written.</summary>
    public InstanceIdentifier MessageId { get; init; } = InstanceIdentifier.None;

    /// <summary>The response to a query: one of the cases of 3.47.4.2.3, or why the query was not understood.</summary>
    /// <param name="query">The query as it came.</param>
    /// <param name="answer">The actor's answer; null where the query was not understood.</param>
    public static FindCandidatesResponse Of(QueryMessage<PdqQuery> query, PdqAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(query);
        return answer is null
            ? new(ApplicationAcknowledgement.NotUnderstood(query.Problems), [], 0, 0)
            : new(Acknowledge(query.Transmission.Interaction, answer), answer.Patients, answer.Total, answer.Remaining);
    }

    /// <summary>The response to a continuation.</summary>
    /// <param name="continuation">The continuation as it came.</param>
    /// <param name="answer">The actor's answer; null where the continuation was not understood.</param>
    public static FindCandidatesResponse Of(QueryContinuationMessage continuation, PdqAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        return answer is null
            ? new(ApplicationAcknowledgement.NotUnderstood(continuation.Problems), [], 0, 0)
            : new(Acknowledge(continuation.Transmission.Interaction, answer), answer.Patients, answer.Total, answer.Remaining);
    }

    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static FindCandidatesResponse? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsStartElement(Interactions.FindCandidatesResponse, Hl7v3Vocabulary.Namespace)) return null;
        var acknowledgement = new AcknowledgementReader();
        var response = new QueryResponseReader();
        var transmission = new TransmissionReader(Interactions.FindCandidatesResponse, []).Read(reader, response.Read, acknowledgement.Read);
        var patients = response.Patients.Select(patient =>
            new PdqPatient([.. patient.Identifiers, .. patient.OtherIdentifiers], patient.Demographics, patient.MatchPercent ?? 0));
        return new(new(acknowledgement.TypeCode, response.ResponseCode, acknowledgement.Problems), [.. patients], response.Total, response.Remaining)
        {
            MessageId = transmission.Id,
        };
    }

    static ApplicationAcknowledgement Acknowledge(string interaction, PdqAnswer answer) => answer.Outcome switch
    {
        PdqOutcome.Found => ApplicationAcknowledgement.Found,
        PdqOutcome.NoneFound => ApplicationAcknowledgement.NotFound,
        PdqOutcome.UnknownDomains => Unknown(answer, "otherIDsScopingOrganization"),
        PdqOutcome.UnknownIdentifierDomain => Unknown(answer, "livingSubjectId"),
        PdqOutcome.NotSelective => Error(Hl7ErrorCode.RequiredFieldMissing, interaction, Parameters, "Nothing that is asked for narrows the search down", answer),
        PdqOutcome.TooMany => Error(Hl7ErrorCode.RequiredFieldMissing, interaction, Parameters, "Too many patients are to be looked through; ask for more", answer),
        PdqOutcome.UnknownContinuation => Error(
            Hl7ErrorCode.UnknownKeyIdentifier, interaction, "controlActProcess/queryContinuation/queryId", "There is no query of this id to be gone on with", answer),
        _ => ApplicationAcknowledgement.Unavailable(Hl7v3Locations.Of(interaction)),
    };

    static ApplicationAcknowledgement Error(Hl7ErrorCode code, string interaction, string path, string text, PdqAnswer answer) =>
        ApplicationAcknowledgement.Error([new(code, Hl7v3Locations.Of(interaction, path), answer.Explanation.Length > 0 ? answer.Explanation : text)]);

    static ApplicationAcknowledgement Unknown(PdqAnswer answer, string parameter) => ApplicationAcknowledgement.Error(
    [
        .. answer.UnknownDomains.Select(place => new Hl7v3Problem(
            Hl7ErrorCode.UnknownKeyIdentifier,
            Hl7v3Locations.Of(Interactions.FindCandidatesQuery, $"{Parameters}/{parameter}[{place}]/value"),
            "The patient identification domain is not known")),
    ]);
}
