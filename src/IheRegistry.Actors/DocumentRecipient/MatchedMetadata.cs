using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>Metadata of the work list as a registry takes them: for the patient matched, no longer limited, completed where they lacked values.</summary>
static class MatchedMetadata
{
    static readonly Dictionary<CodedAttribute, string> EntrySchemes = new()
    {
        [CodedAttribute.ClassCode] = SchemeUuids.ClassCode,
        [CodedAttribute.TypeCode] = SchemeUuids.TypeCode,
        [CodedAttribute.FormatCode] = SchemeUuids.FormatCode,
        [CodedAttribute.ConfidentialityCode] = SchemeUuids.ConfidentialityCode,
        [CodedAttribute.HealthcareFacilityTypeCode] = SchemeUuids.HealthcareFacilityTypeCode,
        [CodedAttribute.PracticeSettingCode] = SchemeUuids.PracticeSettingCode,
    };

    static readonly Dictionary<CodedAttribute, string> SetSchemes = new() { [CodedAttribute.ContentTypeCode] = SchemeUuids.ContentTypeCode };
    static readonly Dictionary<CodedAttribute, string> FolderSchemes = new() { [CodedAttribute.FolderCodeList] = SchemeUuids.FolderCodeList };

    internal static RegistryObjectList Of(RegistryObjectList sent, WorkItemMatch match)
    {
        var kept = match.WithRelationships ? sent.Objects : WithoutRelationships(sent.Objects);
        return sent with { Objects = [.. kept.Select(item => Completed(item, match))] };
    }

    // The SubmissionSet, the DocumentEntries, and what makes these its members.
    static IEnumerable<RegistryObject> WithoutRelationships(IReadOnlyList<RegistryObject> objects)
    {
        var set = objects.First(o => Is(o, SchemeUuids.SubmissionSet));
        var entries = objects.Where(o => o.Element == EbrimElement.ExtrinsicObject).Select(o => o.Id).ToHashSet();
        return objects.Where(o => o == set || o.Element == EbrimElement.ExtrinsicObject || IsMembership(o));

        bool IsMembership(RegistryObject item) =>
            item.Element == EbrimElement.Association && item.SourceObject == set.Id && entries.Contains(item.TargetObject);
    }

    static RegistryObject Completed(RegistryObject item, WorkItemMatch match)
    {
        if (item.Element == EbrimElement.ExtrinsicObject)
            return WithSlots(Completed(item, match, SchemeUuids.DocumentEntryPatientId, "XDSDocumentEntry.patientId", EntrySchemes), match);
        if (Is(item, SchemeUuids.SubmissionSet))
            return Completed(item, match, SchemeUuids.SubmissionSetPatientId, "XDSSubmissionSet.patientId", SetSchemes);
        return Is(item, SchemeUuids.Folder)
            ? Completed(item, match, SchemeUuids.FolderPatientId, "XDSFolder.patientId", FolderSchemes)
            : item;
    }

    static RegistryObject Completed(
        RegistryObject item, WorkItemMatch match, string patientScheme, string patientName, Dictionary<CodedAttribute, string> schemes) => item with
        {
            ExternalIdentifiers =
            [
                .. item.ExternalIdentifiers.Where(identifier => identifier.Scheme != patientScheme),
                new ExternalIdentifier { RegistryObject = item.Id, Scheme = patientScheme, Value = match.PatientId, Name = [new LocalizedText(patientName)] },
            ],
            Classifications =
            [
                .. item.Classifications.Where(classification => !SchemeUuids.IsLimitedMetadata(classification.Node)),
                .. from pair in schemes
                   where match.Codes.ContainsKey(pair.Key) && !item.ClassifiedBy(pair.Value).Any()
                   select Classified(item, pair.Value, match.Codes[pair.Key]),
            ],
        };

    static Classification Classified(RegistryObject item, string scheme, Code code) => new()
    {
        ClassifiedObject = item.Id,
        Scheme = scheme,
        NodeRepresentation = code.Value,
        Slots = [new Slot(SlotNames.CodingScheme, code.Scheme)],
        Name = code.Display is null ? [] : [new LocalizedText(code.Display)],
    };

    static RegistryObject WithSlots(RegistryObject item, WorkItemMatch match)
    {
        foreach (var (name, value) in match.Slots)
            if (item.SlotValues(name) is null) item = item.WithSlot(name, value);
        return item;
    }

    static bool Is(RegistryObject item, string node) => item.Classifications.Any(classification => classification.Node == node);
}
