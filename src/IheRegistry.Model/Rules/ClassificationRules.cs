using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>Classifications of an object (ITI TF-3 4.2.3.1.10): of schemes that its kind has, as often as the attribute asks.</summary>
static class ClassificationRules
{
    public static void Check(SubmittedObject item, AttributeTable table, RuleContext context, ErrorList errors)
    {
        var rows = table.Classifications;
        Span<int> counts = stackalloc int[rows.Length];
        var marks = 0;
        foreach (var classification in item.Source.Classifications)
        {
            CheckOwner(item, classification, errors);
            if (classification.Scheme is null) marks += CheckNode(item, classification, context.Kind, errors);
            else CheckScheme(item, classification, rows, counts, context, errors);
        }

        if (marks > 1) errors.Breach(item.Place, "is classified as SubmissionSet or Folder more than once", Tf.PackageMark);
        CheckCounts(item, rows, counts, context.Kind, errors);
    }

    static void CheckOwner(SubmittedObject item, Classification classification, ErrorList errors)
    {
        if (classification.ClassifiedObject is { } owner && owner != item.Source.Id)
            errors.Breach(
                item.Place.At("Classification"), $"has classifiedObject {Quoted.Text(owner)}, which is not the object it is in", Tf.Classification);
    }

    static int CheckNode(SubmittedObject item, Classification classification, SubmissionKind kind, ErrorList errors)
    {
        var isPackage = item.Source.Element == EbrimElement.RegistryPackage;
        if (isPackage && classification.Node is SchemeUuids.SubmissionSet or SchemeUuids.Folder) return 1;
        if (SchemeUuids.IsLimitedMetadata(classification.Node) && kind == SubmissionKind.ProvideLimited) return 0;
        if (SchemeUuids.IsLimitedMetadata(classification.Node))
            errors.Breach(item.Place, "is marked as limited metadata, which an XDS registry or repository does not take", Tf.Usage);
        else if (classification.Node is null)
            errors.Breach(item.Place.At("Classification"), "has neither classificationScheme nor classificationNode", Tf.Classification);
        else
            errors.Breach(
                item.Place.At("Classification"), $"has the unknown classificationNode {Quoted.Text(classification.Node)}", Tf.Classification);
        return 0;
    }

    static void CheckScheme(
        SubmittedObject item,
        Classification classification,
        ClassificationAttribute[] rows,
        Span<int> counts,
        RuleContext context,
        ErrorList errors)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Scheme != classification.Scheme) continue;
            counts[row]++;
            var place = item.Place.At(rows[row].Name);
            if (rows[row].Coded is { } coded) CodeRules.Check(classification, coded, place, context, errors);
            else AuthorRules.Check(classification, place, context.Kind, errors);
            return;
        }

        errors.Breach(
            item.Place.At("Classification"),
            $"has a classificationScheme that objects of this kind do not have, {Quoted.Text(classification.Scheme)}",
            Tf.Classification);
    }

    static void CheckCounts(SubmittedObject item, ClassificationAttribute[] rows, ReadOnlySpan<int> counts, SubmissionKind kind, ErrorList errors)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            var attribute = rows[row];
            if (counts[row] == 0 && attribute.Usages.In(kind) == Usage.Required)
                errors.Breach(item.Place.At(attribute.Name), "is required but absent", Tf.Usage);
            if (counts[row] > 1 && attribute.Multiplicity == Multiplicity.One)
                errors.Breach(item.Place.At(attribute.Name), $"is given {counts[row]} times but may be given once", Tf.Usage);
        }
    }
}
