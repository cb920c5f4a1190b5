using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>A classification that carries a code: code, codingScheme and display name, from the affinity domain (ITI TF-3 4.2.3.1.2).</summary>
static class CodeRules
{
    public static void Check(
        Classification classification, ClassificationAttribute attribute, in Place place, RuleContext context, ErrorList errors)
    {
        SlotRules.Check(classification.Slots, NestedSlots.OfCode, context.Kind, place, errors);
        if (!HasText(classification.Name)) errors.Breach(place, "has no display name (Name)", Tf.Code);
        var value = classification.NodeRepresentation;
        if (string.IsNullOrWhiteSpace(value)) errors.Breach(place, "has no code (nodeRepresentation)", Tf.Code);
        else if (value.Length > SlotRules.MaxLength)
            errors.Breach(place, $"has a code of more than {SlotRules.MaxLength} characters, {Quoted.Text(value)}", Tf.Schema);
        else if (classification.SlotValues(SlotNames.CodingScheme) is [var scheme, ..])
            CheckListed(attribute, new Code(value, scheme), place, context.Codes, errors);
    }

    static void CheckListed(ClassificationAttribute attribute, Code code, in Place place, CodeCheck codes, ErrorList errors)
    {
        if (codes.Level == CodeCheckLevel.Off || codes.HasCode(attribute.Scheme, code)) return;
        NotListed(place, $"{Quoted.Text(code.Value)} of codingScheme {Quoted.Text(code.Scheme)}", codes.Level, errors);
    }

    /// <summary>Reports a value that the affinity domain does not list, as strictly as it asks.</summary>
    public static void NotListed(in Place place, string what, CodeCheckLevel level, ErrorList errors)
    {
        var context = $"{place} {what} is not in the affinity domain's set ({Tf.Code}).";
        if (level == CodeCheckLevel.Warn) errors.Warn(XdsErrorCode.XDSRegistryMetadataError, context, place.Location);
        else errors.Add(XdsErrorCode.XDSRegistryMetadataError, context, place.Location);
    }

    static bool HasText(IReadOnlyList<LocalizedText> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text.Value)) return true;
        return false;
    }
}
