namespace IheRegistry.Model.Demographics.Queries;

/// <summary>How a demographics query ended: the cases of ITI TF-2 3.21.4.2.2.8 and 3.47.4.2.3, and what a supplier may refuse.</summary>
public enum PdqOutcome
{
    /// <summary>Patients were found.</summary>
    Found,

    /// <summary>Nobody matches.</summary>
    NoneFound,

    /// <summary>Domains asked for are not known; <see cref="PdqAnswer.UnknownDomains"/> says which.</summary>
    UnknownDomains,

    /// <summary>An identifier that is asked for is of a domain that is not known; <see cref="PdqAnswer.UnknownDomains"/> says which, by its place in <see cref="PdqCriteria.Identifiers"/>.</summary>
    UnknownIdentifierDomain,

    /// <summary>Nothing that is asked for narrows the search down, such as sex alone.</summary>
    NotSelective,

    /// <summary>What there is to look through is more than one query may read: more must be asked for.</summary>
    TooMany,

    /// <summary>The pointer, or the queryId, is not of a query that can be gone on with: it never was, was cancelled, or was forgotten.</summary>
    UnknownContinuation,

    /// <summary>The answer cannot be given at present, and not by the consumer's fault.</summary>
    Unavailable,
}
