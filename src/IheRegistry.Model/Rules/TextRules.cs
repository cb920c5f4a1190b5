using System.Text;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>Name (title) and Description (comments) of an object.</summary>
static class TextRules
{
    /// <summary>FreeFormText of the ebRIM schema.</summary>
    const int MaxLength = 1024;

    /// <summary>title of a DocumentEntry: at most 128 bytes of UTF-8 (ITI TF-3 table 4.2.3.2-1).</summary>
    const int MaxTitleBytes = 128;

    public static void Check(SubmittedObject item, AttributeTable table, ErrorList errors)
    {
        CheckLength(item.Source.Name, item.Place.At("title"), errors);
        CheckLength(item.Source.Description, item.Place.At("comments"), errors);
        if (table.TitleRequired && !HasText(item.Source.Name)) errors.Breach(item.Place.At("title"), "is required but absent", Tf.Usage);
        if (item.Kind == ObjectKind.DocumentEntry) CheckTitleBytes(item, errors);
    }

    static void CheckLength(IReadOnlyList<LocalizedText> texts, in Place place, ErrorList errors)
    {
        foreach (var text in texts)
            if (text.Value.Length > MaxLength) errors.Breach(place, $"has more than {MaxLength} characters", Tf.Schema);
    }

    static void CheckTitleBytes(SubmittedObject item, ErrorList errors)
    {
        foreach (var text in item.Source.Name)
        {
            if (Encoding.UTF8.GetByteCount(text.Value) > MaxTitleBytes)
                errors.Breach(
                    item.Place.At("title"), $"{Quoted.Text(text.Value)} has more than {MaxTitleBytes} bytes of UTF-8", "ITI TF-3 table 4.2.3.2-1");
        }
    }

    static bool HasText(IReadOnlyList<LocalizedText> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text.Value)) return true;
        return false;
    }
}
