namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>
/// A parameter of a demographics query (ITI TF-2 3.21.4.1.2.2) as it is indexed. The numbers are stored: they may be added to, never changed.
/// </summary>
public enum SearchField
{
    /// <summary>PID-3, the identifier without its authority.</summary>
    Identifier = 1,

    /// <summary>PID-5.1.</summary>
    FamilyName = 2,

    /// <summary>PID-5.2.</summary>
    GivenName = 3,

    /// <summary>PID-6.1.</summary>
    MothersFamilyName = 4,

    /// <summary>PID-6.2.</summary>
    MothersGivenName = 5,

    /// <summary>PID-7, <c>YYYYMMDD</c> as far as known.</summary>
    BirthDate = 6,

    /// <summary>PID-8; alone it selects nothing.</summary>
    Sex = 7,

    /// <summary>PID-11.1.</summary>
    Street = 8,

    /// <summary>PID-11.3.</summary>
    City = 9,

    /// <summary>PID-11.4; alone it selects nothing.</summary>
    State = 10,

    /// <summary>PID-11.5.</summary>
    PostalCode = 11,

    /// <summary>PID-11.6; alone it selects nothing.</summary>
    Country = 12,

    /// <summary>PID-13 and PID-14.</summary>
    Telecom = 13,

    /// <summary>PID-18.</summary>
    AccountNumber = 14,

    /// <summary>PID-19.</summary>
    SocialSecurityNumber = 15,

    /// <summary>PID-20.</summary>
    DriversLicense = 16,

    /// <summary>PID-11.2.</summary>
    OtherDesignation = 17,

    /// <summary>PID-5.3.</summary>
    MiddleName = 18,
}
