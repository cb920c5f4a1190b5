using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>The attributes of one kind of object: ITI TF-3 tables 4.2.3.2-1, 4.2.3.3-1, 4.2.3.4-1 (places) and 4.3.1-3 (usage).</summary>
sealed record AttributeTable(
    SlotTable Slots, ClassificationAttribute[] Classifications, IdentifierAttribute[] Identifiers, bool TitleRequired = false)
{
    public static AttributeTable Of(ObjectKind kind) => kind switch
    {
        ObjectKind.DocumentEntry => DocumentEntryAttributes.Table,
        ObjectKind.SubmissionSet => SubmissionSetAttributes.Table,
        ObjectKind.Folder => FolderAttributes.Table,
        _ => AssociationAttributes.Table,
    };
}
