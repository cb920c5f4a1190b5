using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>
/// The rules of ITI TF-3 4.2 and TF-2 3.42.4.1.3 that need no registry, on a submission as it was sent:
/// findings name the objects by the ids that the sender knows.
/// </summary>
public static class SubmissionRules
{
    /// <summary>Judges a submission; all findings go to the list. True when none is an error.</summary>
    public static bool Check(RegistryObjectList submitted, RuleContext context, ErrorList findings)
    {
        var found = new ErrorList();
        CheckAll(new SubmittedObjects(submitted), submitted, context, found);
        findings.AddRange(found);
        return !found.HasErrors;
    }

    static void CheckAll(SubmittedObjects objects, RegistryObjectList submitted, RuleContext context, ErrorList errors)
    {
        StructureRules.Check(objects, submitted, context.Kind, errors);
        EntryUuidRules.Check(objects, errors);
        foreach (var item in objects.All)
            if (!errors.IsDecided) CheckObject(item, context, errors);
        PatientIdRules.Check(objects, errors);
        UniqueIdRules.Check(objects, errors);
        AssociationRules.Check(objects, errors);
    }

    static void CheckObject(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        if (item.Kind is not { } kind) return;
        var table = Attributes.AttributeTable.Of(kind);
        SlotRules.Check(item.Source.Slots, table.Slots, context.Kind, item.Place, errors);
        ClassificationRules.Check(item, table, context, errors);
        ExternalIdentifierRules.Check(item, table, errors);
        TextRules.Check(item, table, errors);
        VersionRules.Check(item, errors);
        HomeCommunityRules.Check(item, errors);
        if (kind == ObjectKind.DocumentEntry) DocumentEntryRules.Check(item, context, errors);
    }
}
