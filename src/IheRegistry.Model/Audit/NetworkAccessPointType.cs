namespace IheRegistry.Model.Audit;

/// <summary>What a network access point's id is: NetworkAccessPointTypeCode (DICOM PS3.15 A.5.2.2).</summary>
public enum NetworkAccessPointType
{
    /// <summary>1, a machine name, including a DNS name.</summary>
    MachineName = 1,

    /// <summary>2, an IP address.</summary>
    IpAddress = 2,

    /// <summary>3, a telephone number.</summary>
    TelephoneNumber = 3,

    /// <summary>4, an email address.</summary>
    EmailAddress = 4,

    /// <summary>5, a URI.</summary>
    Uri = 5,
}
