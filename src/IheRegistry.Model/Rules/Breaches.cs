using IheRegistry.Model.Errors;

namespace IheRegistry.Model.Rules;

/// <summary>Writing breaches of rules: each names the object, the attribute, what is wrong and the rule.</summary>
static class Breaches
{
    public static void Breach(this ErrorList errors, in Place place, string problem, string rule) =>
        errors.Breach(XdsErrorCode.XDSRegistryMetadataError, place, problem, rule);

    public static void Breach(this ErrorList errors, XdsErrorCode code, in Place place, string problem, string rule) =>
        errors.Add(code, $"{place} {problem} ({rule}).", place.Location);
}
