namespace IheRegistry.Model.Demographics.Queries;

/// <summary>How a PIX query ended: the cases of ITI TF-2 3.9.4.2.2.6 and 3.45.4.2.3.</summary>
public enum PixOutcome
{
    /// <summary>Cases 1 and 6: identifiers were found.</summary>
    Found,

    /// <summary>Case 2: the patient is known, but has no identifier in any of the domains asked for.</summary>
    NoneFound,

    /// <summary>Case 3: the identifier's domain is known, the identifier is not.</summary>
    UnknownPatient,

    /// <summary>Case 4: the domain of the identifier is not known.</summary>
    UnknownPatientDomain,

    /// <summary>Case 5: domains asked for are not known; <see cref="PixAnswer.UnknownDomains"/> says which.</summary>
    UnknownDomains,

    /// <summary>The answer cannot be given at present, and not by the consumer's fault.</summary>
    Unavailable,
}
