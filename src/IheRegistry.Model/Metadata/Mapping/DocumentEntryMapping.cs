using System.Globalization;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>DocumentEntry and its rim:ExtrinsicObject (ITI TF-3 table 4.2.3.2-1).</summary>
public static class DocumentEntryMapping
{
    const string Offline = "urn:ihe:iti:2010:DocumentAvailability:Offline";

    /// <summary>Reads an object that has passed the rules.</summary>
    public static DocumentEntry Read(RegistryObject item) => new()
    {
        EntryUuid = item.Id!,
        LogicalId = item.LogicalId ?? item.Id!,
        UniqueId = item.Identifier(SchemeUuids.DocumentEntryUniqueId)!,
        PatientId = Identity.PatientId.Parse(item.Identifier(SchemeUuids.DocumentEntryPatientId))!,
        OnDemand = item.ObjectType == SchemeUuids.OnDemandDocumentEntry,
        MimeType = item.MimeType!,
        ClassCode = item.Code(SchemeUuids.ClassCode),
        TypeCode = item.Code(SchemeUuids.TypeCode),
        FormatCode = item.Code(SchemeUuids.FormatCode),
        HealthcareFacilityTypeCode = item.Code(SchemeUuids.HealthcareFacilityTypeCode),
        PracticeSettingCode = item.Code(SchemeUuids.PracticeSettingCode),
        ConfidentialityCodes = item.Codes(SchemeUuids.ConfidentialityCode),
        EventCodes = item.Codes(SchemeUuids.EventCodeList),
        Authors = item.Authors(SchemeUuids.DocumentEntryAuthor),
        Title = item.Name.First(),
        Comments = item.Description.First(),
        CreationTime = item.SlotValue(SlotNames.CreationTime),
        ServiceStartTime = item.SlotValue(SlotNames.ServiceStartTime),
        ServiceStopTime = item.SlotValue(SlotNames.ServiceStopTime),
        LanguageCode = item.SlotValue(SlotNames.LanguageCode),
        LegalAuthenticator = item.SlotValue(SlotNames.LegalAuthenticator),
        SourcePatientId = item.SlotValue(SlotNames.SourcePatientId),
        SourcePatientInfo = item.SlotValues(SlotNames.SourcePatientInfo) ?? [],
        Hash = item.SlotValue(SlotNames.Hash),
        Size = item.SlotValue(SlotNames.Size) is { } size ? long.Parse(size, CultureInfo.InvariantCulture) : null,
        RepositoryUniqueId = item.SlotValue(SlotNames.RepositoryUniqueId),
        Uri = item.SlotValues(SlotNames.Uri) is { } pieces ? UriPieces.Join(pieces) : null,
        HomeCommunityId = item.Home,
        ReferenceIds = item.SlotValues(SlotNames.ReferenceIdList) ?? [],
        Offline = item.SlotValue(SlotNames.DocumentAvailability) == Offline,
        ExtraMetadata = item.ExtraMetadata(),
        Source = item,
    };

    /// <summary>The object that an entry's attributes make.</summary>
    public static RegistryObject ToEbrim(this DocumentEntry entry) => new()
    {
        Element = EbrimElement.ExtrinsicObject,
        Id = entry.EntryUuid,
        LogicalId = entry.LogicalId,
        ObjectType = entry.OnDemand ? SchemeUuids.OnDemandDocumentEntry : SchemeUuids.StableDocumentEntry,
        MimeType = entry.MimeType,
        Home = entry.HomeCommunityId,
        Slots = Slots(entry),
        Name = Texts.Of(entry.Title),
        Description = Texts.Of(entry.Comments),
        Classifications = Classifications(entry),
        ExternalIdentifiers =
        [
            Identifiers.New(entry.EntryUuid, SchemeUuids.DocumentEntryPatientId, "XDSDocumentEntry.patientId", entry.PatientId.ToString()),
            Identifiers.New(entry.EntryUuid, SchemeUuids.DocumentEntryUniqueId, "XDSDocumentEntry.uniqueId", entry.UniqueId),
        ],
    };

    static List<Slot> Slots(DocumentEntry entry)
    {
        var slots = new List<Slot>(16);
        slots.Add(SlotNames.CreationTime, entry.CreationTime);
        slots.Add(SlotNames.Hash, entry.Hash);
        slots.Add(SlotNames.LanguageCode, entry.LanguageCode);
        slots.Add(SlotNames.LegalAuthenticator, entry.LegalAuthenticator);
        slots.Add(SlotNames.RepositoryUniqueId, entry.RepositoryUniqueId);
        slots.Add(SlotNames.ServiceStartTime, entry.ServiceStartTime);
        slots.Add(SlotNames.ServiceStopTime, entry.ServiceStopTime);
        slots.Add(SlotNames.Size, entry.Size?.ToString(CultureInfo.InvariantCulture));
        slots.Add(SlotNames.SourcePatientId, entry.SourcePatientId);
        slots.Add(SlotNames.SourcePatientInfo, entry.SourcePatientInfo);
        slots.Add(SlotNames.Uri, entry.Uri is null ? [] : UriPieces.Split(entry.Uri));
        slots.Add(SlotNames.DocumentAvailability, entry.Offline ? Offline : null);
        slots.Add(SlotNames.ReferenceIdList, entry.ReferenceIds);
        slots.AddRange(entry.ExtraMetadata);
        return slots;
    }

    static List<Classification> Classifications(DocumentEntry entry)
    {
        var id = entry.EntryUuid;
        var all = new List<Classification>();
        all.AddRange(entry.Authors.Select(a => a.ToEbrim(id, SchemeUuids.DocumentEntryAuthor)));
        all.Add(id, SchemeUuids.ClassCode, entry.ClassCode);
        all.AddRange(entry.ConfidentialityCodes.Select(c => c.ToEbrim(id, SchemeUuids.ConfidentialityCode)));
        all.AddRange(entry.EventCodes.Select(c => c.ToEbrim(id, SchemeUuids.EventCodeList)));
        all.Add(id, SchemeUuids.FormatCode, entry.FormatCode);
        all.Add(id, SchemeUuids.HealthcareFacilityTypeCode, entry.HealthcareFacilityTypeCode);
        all.Add(id, SchemeUuids.PracticeSettingCode, entry.PracticeSettingCode);
        all.Add(id, SchemeUuids.TypeCode, entry.TypeCode);
        return all;
    }
}
