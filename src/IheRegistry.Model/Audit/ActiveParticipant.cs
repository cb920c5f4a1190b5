using System.Collections.Immutable;

namespace IheRegistry.Model.Audit;

/// <summary>A person or process that took part (DICOM PS3.15 A.5.2.2).</summary>
/// <param name="UserId">Its identity; what that is, each transaction's audit table says.</param>
/// <param name="UserIsRequestor">Whether this participant asked for what happened.</param>
public sealed record ActiveParticipant(string UserId, bool UserIsRequestor)
{
    /// <summary>A second identity: of our own process, its id in the operating system's logs.</summary>
    public string? AlternativeUserId { get; init; }

    /// <summary>The name; of a user known by assertion, alias&lt;user@issuer&gt; (ITI TF-2 3.40.4.2).</summary>
    public string? UserName { get; init; }

    /// <summary>Roles: source, destination, application, or those that allowed a person to act (ITI TF-2 3.20.7.1.1).</summary>
    public ImmutableArray<AuditCode> RoleIdCodes { get; init; } = [];

    /// <summary>Where it is on the network.</summary>
    public NetworkAccessPoint? NetworkAccessPoint { get; init; }
}
