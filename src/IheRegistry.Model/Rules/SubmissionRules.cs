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
        PatientIdRules.Check(objects, context, errors);
        UniqueIdRules.Check(objects, errors);
        if (context.IsUpdate) new UpdateOperationRules(objects, UpdateErrorCodes.Of(context.Kind), errors).Check();
        else AssociationRules.Check(objects, errors);
    }

    // A new version of an on-demand entry has what the entry had (ITI TF-3 table 4.3.1-3).
    static SubmissionKind KindOf(SubmittedObject item, RuleContext context) =>
        context.IsUpdate && item.Source.ObjectType == SchemeUuids.OnDemandDocumentEntry ? SubmissionKind.RegisterOnDemand : context.Kind;

    static void CheckObject(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        if (item.Kind is not { } kind) return;
        if (context.Kind == SubmissionKind.ProvideToRecipient && item.IsLimited) context = context with { Kind = SubmissionKind.ProvideLimited };
        var table = Attributes.AttributeTable.Of(kind);
        SlotRules.Check(item.Source.Slots, table.Slots, KindOf(item, context), item.Place, errors);
        ClassificationRules.Check(item, table, context, errors);
        ExternalIdentifierRules.Check(item, table, context.Kind, errors);
        TextRules.Check(item, table, context.Kind, errors);
        VersionRules.Check(item, context, errors);
        HomeCommunityRules.Check(item, errors);
        if (kind == ObjectKind.DocumentEntry) DocumentEntryRules.Check(item, context, errors);
    }
}
