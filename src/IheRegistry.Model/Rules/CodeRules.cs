using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>A classification that carries a code: code, codingScheme and display name, from the affinity domain (ITI TF-3 4.2.3.1.2).</summary>
static class CodeRules
{
    public static void Check(Classification classification, CodedAttribute coded, in Place place, RuleContext context, ErrorList errors)
    {
        SlotRules.Check(classification.Slots, NestedSlots.OfCode, context.Kind, place, errors);
        if (!HasText(classification.Name)) errors.Breach(place, "has no display name (Name)", Tf.Code);
        var value = classification.NodeRepresentation;
        if (string.IsNullOrWhiteSpace(value)) errors.Breach(place, "has no code (nodeRepresentation)", Tf.Code);
        else if (value.Length > SlotRules.MaxLength)
            errors.Breach(place, $"has a code of more than {SlotRules.MaxLength} characters, {Quoted.Text(value)}", Tf.Schema);
        else if (classification.SlotValues(SlotNames.CodingScheme) is [var scheme, ..])
            CheckListed(coded, value, scheme, place, context, errors);
    }

    static void CheckListed(CodedAttribute coded, string code, string scheme, in Place place, RuleContext context, ErrorList errors)
    {
        var level = context.ChecksCodes ? context.Domain.CodeCheck(coded) : CheckLevel.Off;
        if (level != CheckLevel.Off && !context.Domain.IsKnownCode(coded, code, scheme))
            NotListed(place, $"{Quoted.Text(code)} of codingScheme {Quoted.Text(scheme)}", level, errors);
    }

    /// <summary>Reports a value that the affinity domain does not list, as strictly as it asks.</summary>
    public static void NotListed(in Place place, string what, CheckLevel level, ErrorList errors)
    {
        var context = $"{place} {what} is not in the affinity domain's set ({Tf.Code}).";
        if (level == CheckLevel.Warn) errors.Warn(XdsErrorCode.XDSRegistryMetadataError, context, place.Location);
        else errors.Add(XdsErrorCode.XDSRegistryMetadataError, context, place.Location);
    }

    static bool HasText(IReadOnlyList<LocalizedText> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text.Value)) return true;
        return false;
    }
}
