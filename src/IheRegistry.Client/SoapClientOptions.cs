using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>How a client speaks SOAP. Timeouts, TLS and proxies are those of the <see cref="HttpClient"/> it is given.</summary>
public sealed record SoapClientOptions
{
    /// <summary>The defaults.</summary>
    public static SoapClientOptions Default { get; } = new();

    /// <summary>
    /// How documents travel (ITI-41), and in what packaging they are asked for (ITI-43). Default MTOM, as the framework requires of
    /// both transactions; <see cref="SoapPackaging.Simple"/> is for peers that know base64 only. ITI-18 and ITI-42 are always simple.
    /// </summary>
    public SoapPackaging Packaging { get; init; } = SoapPackaging.Mtom;

    /// <summary>
    /// What is taken of an answer. The envelope is held in memory, so that in simple packaging it bounds the documents of one answer.
    /// </summary>
    public SoapLimits Limits { get; init; } = new();
}
