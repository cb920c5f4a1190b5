using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Attributes of a DocumentEntry (ITI TF-3 table 4.2.3.2-1; usage from table 4.3.1-3).</summary>
static class DocumentEntryAttributes
{
    // What the repository finds out itself; an on-demand entry has no document yet that could be measured.
    static readonly Usages Measured = new(Usage.Optional, Usage.Required, Usage.Forbidden);
    static readonly Usages OfStable = new(Usage.Required, Usage.Required, Usage.Forbidden);
    static readonly Usages OfRegistered = new(Usage.Optional, Usage.Required, Usage.Required);

    static readonly SlotTable Slots = new(
        new(SlotNames.CreationTime, OfStable, Multiplicity.One, DtmType.Problem),
        new(SlotNames.Hash, Measured, Multiplicity.One, HashType.Problem),
        new(SlotNames.LanguageCode, Usages.Required, Multiplicity.One, LanguageTag.Problem),
        new(SlotNames.LegalAuthenticator, Usages.Optional, Multiplicity.One, Xcn.Problem),
        new(SlotNames.ReferenceIdList, Usages.Optional, Multiplicity.Many, Cxi.Problem),
        new(SlotNames.RepositoryUniqueId, OfRegistered, Multiplicity.One, OidType.Problem),
        new(SlotNames.ServiceStartTime, Usages.Optional, Multiplicity.One, DtmType.Problem),
        new(SlotNames.ServiceStopTime, Usages.Optional, Multiplicity.One, DtmType.Problem),
        new(SlotNames.Size, Measured, Multiplicity.One, SizeType.Problem),
        new(SlotNames.SourcePatientId, Usages.Required, Multiplicity.One, Cx.Problem),
        new(SlotNames.SourcePatientInfo, Usages.Optional, Multiplicity.Many, SourcePatientInfo.Problem),
        new(SlotNames.Uri, Usages.Optional, Multiplicity.Pieces, UriType.Problem),
        new(SlotNames.DocumentAvailability, Usages.Optional, Multiplicity.One, DocumentAvailability.Problem));

    static readonly ClassificationAttribute[] Classifications =
    [
        new("author", SchemeUuids.DocumentEntryAuthor, Usages.Optional, Multiplicity.Many, Coded: null),
        new("classCode", SchemeUuids.ClassCode, Usages.Required, Multiplicity.One, CodedAttribute.ClassCode),
        new("confidentialityCode", SchemeUuids.ConfidentialityCode, Usages.Required, Multiplicity.Many, CodedAttribute.ConfidentialityCode),
        new("eventCodeList", SchemeUuids.EventCodeList, Usages.Optional, Multiplicity.Many, CodedAttribute.EventCodeList),
        new("formatCode", SchemeUuids.FormatCode, Usages.Required, Multiplicity.One, CodedAttribute.FormatCode),
        new("healthcareFacilityTypeCode", SchemeUuids.HealthcareFacilityTypeCode, Usages.Required, Multiplicity.One, CodedAttribute.HealthcareFacilityTypeCode),
        new("practiceSettingCode", SchemeUuids.PracticeSettingCode, Usages.Required, Multiplicity.One, CodedAttribute.PracticeSettingCode),
        new("typeCode", SchemeUuids.TypeCode, Usages.Required, Multiplicity.One, CodedAttribute.TypeCode),
    ];

    static readonly IdentifierAttribute[] Identifiers =
    [
        new("patientId", SchemeUuids.DocumentEntryPatientId, Cx.Problem),
        new("uniqueId", SchemeUuids.DocumentEntryUniqueId, DocumentUniqueId.Problem),
    ];

    public static AttributeTable Table { get; } = new(Slots, Classifications, Identifiers);
}
