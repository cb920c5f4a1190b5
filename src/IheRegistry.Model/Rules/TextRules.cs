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

    /// <summary>title of a DocumentEntry: characters, not bytes (ITI TF-3 4.2.3.2.24); "less than 128" is read as "at most".</summary>
    const int MaxTitleLength = 128;

    public static void Check(SubmittedObject item, AttributeTable table, ErrorList errors)
    {
        CheckLength(item.Source.Name, item.Place.At("title"), errors);
        CheckLength(item.Source.Description, item.Place.At("comments"), errors);
        if (table.TitleRequired && !HasText(item.Source.Name)) errors.Breach(item.Place.At("title"), "is required but absent", Tf.Usage);
        if (item.Kind == ObjectKind.DocumentEntry) CheckTitleLength(item, errors);
    }

    static void CheckLength(IReadOnlyList<LocalizedText> texts, in Place place, ErrorList errors)
    {
        foreach (var text in texts)
            if (text.Value.Length > MaxLength) errors.Breach(place, $"has more than {MaxLength} characters", Tf.Schema);
    }

    static void CheckTitleLength(SubmittedObject item, ErrorList errors)
    {
        foreach (var text in item.Source.Name)
        {
            if (text.Value.EnumerateRunes().Count() > MaxTitleLength)
                errors.Breach(item.Place.At("title"), $"{Quoted.Text(text.Value)} has more than {MaxTitleLength} characters", "ITI TF-3 4.2.3.2.24");
        }
    }

    static bool HasText(IReadOnlyList<LocalizedText> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text.Value)) return true;
        return false;
    }
}
