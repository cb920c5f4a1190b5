using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Soap;

/// <summary>A request is refused while its body is read; caught in one place, where it becomes a fault.</summary>
sealed class SoapRefusedException(SoapRejection rejection) : Exception(rejection.Reason.ToString())
{
    /// <summary>Why, and what is needed to answer in kind.</summary>
    internal SoapRejection Rejection => rejection;
}
