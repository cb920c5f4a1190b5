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

    public static void Check(SubmittedObject item, AttributeTable table, SubmissionKind kind, ErrorList errors)
    {
        CheckLength(item.Source.Name, item.Place.At("title"), errors);
        CheckLength(item.Source.Description, item.Place.At("comments"), errors);
        if (table.TitleRequired && kind != SubmissionKind.ProvideLimited && !HasText(item.Source.Name))
            errors.Breach(item.Place.At("title"), "is required but absent", Tf.Usage);
        CheckTitleLength(item, errors);
    }

    static void CheckLength(IReadOnlyList<LocalizedText> texts, in Place place, ErrorList errors)
    {
        foreach (var text in texts)
            if (text.Value.Length > MaxLength) errors.Breach(place, $"has more than {MaxLength} characters", Tf.Schema);
    }

    static void CheckTitleLength(SubmittedObject item, ErrorList errors)
    {
        if (TitleLimit(item.Kind) is not var (max, rule)) return;
        foreach (var text in item.Source.Name)
        {
            if (text.Value.EnumerateRunes().Count() > max)
                errors.Breach(item.Place.At("title"), $"{Quoted.Text(text.Value)} has more than {max} characters", rule);
        }
    }

    // Characters, not bytes; where the framework says "less than", it is read as "at most". An Association has no title.
    static (int Max, string Rule)? TitleLimit(ObjectKind? kind) => kind switch
    {
        ObjectKind.DocumentEntry => (128, "ITI TF-3 4.2.3.2.24"),
        ObjectKind.SubmissionSet => (256, "ITI TF-3 4.2.3.3.11"),
        ObjectKind.Folder => (256, "ITI TF-3 4.2.3.4.8"),
        _ => null,
    };

    static bool HasText(IReadOnlyList<LocalizedText> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text.Value)) return true;
        return false;
    }
}
