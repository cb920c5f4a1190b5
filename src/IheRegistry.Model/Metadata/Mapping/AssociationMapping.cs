using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Association and its rim:Association (ITI TF-3 4.2.2).</summary>
public static class AssociationMapping
{
    const string Original = "Original";

    /// <summary>Reads an object that has passed the rules.</summary>
    public static Association Read(RegistryObject item) => new()
    {
        EntryUuid = item.Id!,
        Type = AssociationTypeUrn.Parse(item.AssociationType)!.Value,
        Source = item.SourceObject!,
        Target = item.TargetObject!,
        Original = item.SlotValue(SlotNames.SubmissionSetStatus) is { } status ? status == Original : null,
        Documentation = item.Codes(SchemeUuids.AssociationDocumentation),
        ExtraMetadata = item.ExtraMetadata(),
        Object = item,
    };

    /// <summary>The object that an Association's attributes make.</summary>
    public static RegistryObject ToEbrim(this Association association) => new()
    {
        Element = EbrimElement.Association,
        Id = association.EntryUuid,
        LogicalId = association.EntryUuid,
        AssociationType = association.Type.ToUrn(),
        SourceObject = association.Source,
        TargetObject = association.Target,
        Slots = Slots(association),
        Classifications = [.. association.Documentation.Select(c => c.ToEbrim(association.EntryUuid, SchemeUuids.AssociationDocumentation))],
    };

    static List<Slot> Slots(Association association)
    {
        var slots = new List<Slot>();
        if (association.Original is { } original) slots.Add(SlotNames.SubmissionSetStatus, original ? Original : "Reference");
        slots.AddRange(association.ExtraMetadata);
        return slots;
    }
}
