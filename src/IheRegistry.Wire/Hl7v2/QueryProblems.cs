using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Where in the query the reason of an answer is that is an error (ITI TF-2 3.9.4.2.2.6 and 3.21.4.2.2.8).</summary>
static class QueryProblems
{
    public static IReadOnlyList<Hl7Problem> Of(PixAnswer answer) => answer.Outcome switch
    {
        PixOutcome.Found or PixOutcome.NoneFound => [],
        PixOutcome.UnknownPatient => [Unknown(3, 1, "The identifier is not known in its domain", 1)],
        PixOutcome.UnknownPatientDomain => [Unknown(3, 1, "The domain of the identifier is not known", 4)],
        // Case 5: "For one domain that was not recognized, an ERR segment is returned", and only one may be.
        PixOutcome.UnknownDomains => [Unknown(4, answer.UnknownDomains[0], UnknownDomain)],
        PixOutcome.Unavailable => [Unavailable],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Outcome, "is not an outcome"),
    };

    public static IReadOnlyList<Hl7Problem> Of(PdqAnswer answer, Hl7Message request) => answer.Outcome switch
    {
        PdqOutcome.Found or PdqOutcome.NoneFound => [],
        PdqOutcome.UnknownDomains => [.. answer.UnknownDomains.Select(place => Unknown(8, place, UnknownDomain))],
        PdqOutcome.UnknownIdentifierDomain => UnknownIdentifierDomains(answer, request),
        PdqOutcome.NotSelective => [Insufficient(answer, "Nothing that is asked for narrows the search down")],
        PdqOutcome.TooMany => [Insufficient(answer, "More patients are like this than one query may look through")],
        PdqOutcome.UnknownContinuation =>
            [new(Hl7ErrorCode.UnknownKeyIdentifier, new("DSC", 1, 1), Text(answer, "There is no query to go on with"))],
        PdqOutcome.Unavailable => [Unavailable],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Outcome, "is not an outcome"),
    };

    const string UnknownDomain = "The domain is not known";

    static Hl7Problem Unavailable { get; } = HeaderRules.At(
        0, Hl7ErrorCode.ApplicationInternalError, "The query cannot be answered at present; try again later");

    static IReadOnlyList<Hl7Problem> UnknownIdentifierDomains(PdqAnswer answer, Hl7Message request)
    {
        var parameters = PdqParameters.Read(request["QPD"][3], PdqQueryReader.IsAboutVisits(request), []);
        return [.. answer.UnknownDomains.Select(number =>
            Unknown(3, parameters.PlaceOfIdentifier(number), "The domain of the identifier is not known"))];
    }

    static Hl7Problem Insufficient(PdqAnswer answer, string text) =>
        QuerySegments.At(3, 0, Hl7ErrorCode.RequiredFieldMissing, Text(answer, text));

    static Hl7Problem Unknown(int field, int repetition, string text, int component = 0) =>
        QuerySegments.At(field, repetition, Hl7ErrorCode.UnknownKeyIdentifier, text, component);

    static string Text(PdqAnswer answer, string text) => answer.Explanation.Length > 0 ? answer.Explanation : text;
}
