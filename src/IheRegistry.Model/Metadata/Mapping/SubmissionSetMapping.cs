using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>SubmissionSet and its rim:RegistryPackage (ITI TF-3 table 4.2.3.3-1).</summary>
public static class SubmissionSetMapping
{
    /// <summary>Reads an object that has passed the rules.</summary>
    public static SubmissionSet Read(RegistryObject item) => new()
    {
        EntryUuid = item.Id!,
        UniqueId = item.Identifier(SchemeUuids.SubmissionSetUniqueId)!,
        SourceId = item.Identifier(SchemeUuids.SourceId)!,
        PatientId = Identity.PatientId.Parse(item.Identifier(SchemeUuids.SubmissionSetPatientId))!,
        SubmissionTime = item.SlotValue(SlotNames.SubmissionTime)!,
        ContentTypeCode = item.Code(SchemeUuids.ContentTypeCode),
        Authors = item.Authors(SchemeUuids.SubmissionSetAuthor),
        IntendedRecipients = item.SlotValues(SlotNames.IntendedRecipient) ?? [],
        Title = item.Name.First(),
        Comments = item.Description.First(),
        HomeCommunityId = item.Home,
        ExtraMetadata = item.ExtraMetadata(),
        Source = item,
    };

    /// <summary>The object that a SubmissionSet's attributes make.</summary>
    public static RegistryObject ToEbrim(this SubmissionSet set) => new()
    {
        Element = EbrimElement.RegistryPackage,
        Id = set.EntryUuid,
        LogicalId = set.EntryUuid,
        Home = set.HomeCommunityId,
        Slots = Slots(set),
        Name = Texts.Of(set.Title),
        Description = Texts.Of(set.Comments),
        Classifications = Classifications(set),
        ExternalIdentifiers =
        [
            Identifiers.New(set.EntryUuid, SchemeUuids.SubmissionSetPatientId, "XDSSubmissionSet.patientId", set.PatientId.ToString()),
            Identifiers.New(set.EntryUuid, SchemeUuids.SourceId, "XDSSubmissionSet.sourceId", set.SourceId),
            Identifiers.New(set.EntryUuid, SchemeUuids.SubmissionSetUniqueId, "XDSSubmissionSet.uniqueId", set.UniqueId),
        ],
    };

    static List<Slot> Slots(SubmissionSet set)
    {
        var slots = new List<Slot>();
        slots.Add(SlotNames.SubmissionTime, set.SubmissionTime);
        slots.Add(SlotNames.IntendedRecipient, set.IntendedRecipients);
        slots.AddRange(set.ExtraMetadata);
        return slots;
    }

    static List<Classification> Classifications(SubmissionSet set)
    {
        var all = new List<Classification> { CodeMapping.Mark(set.EntryUuid, SchemeUuids.SubmissionSet) };
        all.AddRange(set.Authors.Select(a => a.ToEbrim(set.EntryUuid, SchemeUuids.SubmissionSetAuthor)));
        all.Add(set.EntryUuid, SchemeUuids.ContentTypeCode, set.ContentTypeCode);
        return all;
    }
}
