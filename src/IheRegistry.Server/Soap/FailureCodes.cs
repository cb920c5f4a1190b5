using IheRegistry.Model.Errors;

namespace IheRegistry.Server.Soap;

/// <summary>An actor's error codes for failures that are nobody's fault outside (ITI TF-3 table 4.2.4.1-2).</summary>
/// <param name="Internal">Something went wrong inside.</param>
/// <param name="OutOfResources">The store is full.</param>
sealed record FailureCodes(XdsErrorCode Internal, XdsErrorCode OutOfResources)
{
    /// <summary>The Document Registry's.</summary>
    internal static FailureCodes Registry { get; } = new(XdsErrorCode.XDSRegistryError, XdsErrorCode.XDSRegistryOutOfResources);

    /// <summary>The Document Repository's.</summary>
    internal static FailureCodes Repository { get; } = new(XdsErrorCode.XDSRepositoryError, XdsErrorCode.XDSRepositoryOutOfResources);
}
