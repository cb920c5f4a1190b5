using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Folder and its rim:RegistryPackage (ITI TF-3 table 4.2.3.4-1). lastUpdateTime is the registry's, not the sender's.</summary>
public static class FolderMapping
{
    /// <summary>Reads an object that has passed the rules.</summary>
    public static Folder Read(RegistryObject item) => new()
    {
        EntryUuid = item.Id!,
        LogicalId = item.LogicalId ?? item.Id!,
        UniqueId = item.Identifier(SchemeUuids.FolderUniqueId)!,
        PatientId = Identity.PatientId.Parse(item.Identifier(SchemeUuids.FolderPatientId))!,
        Codes = item.Codes(SchemeUuids.FolderCodeList),
        Title = item.Name.First(),
        Comments = item.Description.First(),
        HomeCommunityId = item.Home,
        ExtraMetadata = item.ExtraMetadata(),
        Source = item,
    };

    /// <summary>The object that a Folder's attributes make.</summary>
    public static RegistryObject ToEbrim(this Folder folder) => new()
    {
        Element = EbrimElement.RegistryPackage,
        Id = folder.EntryUuid,
        LogicalId = folder.LogicalId,
        Home = folder.HomeCommunityId,
        Slots = folder.ExtraMetadata,
        Name = Texts.Of(folder.Title),
        Description = Texts.Of(folder.Comments),
        Classifications =
        [
            CodeMapping.Mark(folder.EntryUuid, SchemeUuids.Folder),
            .. folder.Codes.Select(c => c.ToEbrim(folder.EntryUuid, SchemeUuids.FolderCodeList)),
        ],
        ExternalIdentifiers =
        [
            Identifiers.New(folder.EntryUuid, SchemeUuids.FolderPatientId, "XDSFolder.patientId", folder.PatientId.ToString()),
            Identifiers.New(folder.EntryUuid, SchemeUuids.FolderUniqueId, "XDSFolder.uniqueId", folder.UniqueId),
        ],
    };
}
