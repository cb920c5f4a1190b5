using IheRegistry.Model.Errors;

namespace IheRegistry.Wire.EbXml;

/// <summary>Response status and severity on the wire (ITI TF-3 4.2.4).</summary>
static class ResponseStatusUrn
{
    const string Oasis = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:";

    internal const string ErrorSeverity = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error";
    internal const string WarningSeverity = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Warning";

    internal static string ToUrn(this ResponseStatus status) => status switch
    {
        ResponseStatus.Success => Oasis + "Success",
        ResponseStatus.PartialSuccess => "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess",
        _ => Oasis + "Failure",
    };

    /// <summary>Tolerant: the last part of the URN decides, since peers use both prefixes for PartialSuccess.</summary>
    internal static ResponseStatus? Parse(string? urn) => urn?[(urn.LastIndexOf(':') + 1)..] switch
    {
        "Success" => ResponseStatus.Success,
        "PartialSuccess" => ResponseStatus.PartialSuccess,
        "Failure" => ResponseStatus.Failure,
        _ => null,
    };

    internal static string ToUrn(this Severity severity) => severity == Severity.Warning ? WarningSeverity : ErrorSeverity;
}
