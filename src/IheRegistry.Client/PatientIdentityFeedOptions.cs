using System.Net.Security;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Client;

/// <summary>Who feeds patients or asks for them over MLLP, whom and how.</summary>
public sealed record PatientIdentityFeedOptions
{
    /// <summary>The defaults.</summary>
    public static PatientIdentityFeedOptions Default { get; } = new();

    /// <summary>MSH-3.</summary>
    public string SendingApplication { get; init; } = "IHEREGISTRY-CLIENT";

    /// <summary>MSH-4.</summary>
    public string SendingFacility { get; init; } = "CLIENT";

    /// <summary>MSH-5.</summary>
    public string ReceivingApplication { get; init; } = "REGISTRY";

    /// <summary>MSH-6.</summary>
    public string ReceivingFacility { get; init; } = "REGISTRY";

    /// <summary>Speaks TLS when given.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>What is taken of an answer, and how long one is waited for.</summary>
    public MllpLimits Limits { get; init; } = MllpLimits.Client;
}
