namespace IheRegistry.Model.AffinityDomains;

/// <summary>What kind of identifiers an assigning authority gives out.</summary>
public enum AuthorityKind
{
    /// <summary>
    /// The patient ids of the XDS affinity domain (ITI TF-2 3.8.4.1.4, TF-3 4.2.3.2.16): always a patient id domain, which another kind
    /// is only where the file says so.
    /// </summary>
    PatientId,

    /// <summary>Identity card and other numbers of the state.</summary>
    NationalId,

    /// <summary>Numbers of health cards.</summary>
    HealthCard,

    /// <summary>Numbers of insurance schemes.</summary>
    Insurance,

    /// <summary>Record numbers of one institution.</summary>
    Local,

    /// <summary>Numbers given until a patient is identified.</summary>
    Temporary,
}
