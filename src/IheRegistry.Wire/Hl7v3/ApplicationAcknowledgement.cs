using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>How a query was answered (ITI TF-2 3.45.4.2.3, 3.47.4.2.3).</summary>
/// <param name="TypeCode">acknowledgement.typeCode: AA, AE or AR.</param>
/// <param name="ResponseCode">queryAck.queryResponseCode: OK, NF, AE or QE.</param>
/// <param name="Problems">acknowledgementDetail.</param>
public sealed record ApplicationAcknowledgement(string TypeCode, string ResponseCode, IReadOnlyList<Hl7v3Problem> Problems)
{
    const string ApplicationError = "AE";

    /// <summary>Something was found.</summary>
    internal static ApplicationAcknowledgement Found { get; } = new("AA", "OK", []);

    /// <summary>Nothing was found, and nothing is wrong.</summary>
    internal static ApplicationAcknowledgement NotFound { get; } = new("AA", "NF", []);

    /// <summary>The query is in error.</summary>
    internal static ApplicationAcknowledgement Error(IReadOnlyList<Hl7v3Problem> problems) => new(ApplicationError, ApplicationError, problems);

    /// <summary>The query is not in error, but cannot be answered at present.</summary>
    internal static ApplicationAcknowledgement Unavailable(string location) =>
        new("AR", ApplicationError, [new(Hl7ErrorCode.ApplicationInternalError, location, "The query cannot be answered at present; try again later")]);

    /// <summary>What was wrong with a message that was not understood.</summary>
    internal static ApplicationAcknowledgement NotUnderstood(IReadOnlyList<Hl7v3Problem> problems) =>
        new(problems.Any(problem => problem.Code.IsRejection()) ? "AR" : ApplicationError, ApplicationError, problems);
}
