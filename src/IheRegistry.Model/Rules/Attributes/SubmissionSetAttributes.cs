using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Attributes of a SubmissionSet (ITI TF-3 table 4.2.3.3-1; usage from table 4.3.1-3).</summary>
static class SubmissionSetAttributes
{
    static readonly SlotTable Slots = new(
        new(SlotNames.IntendedRecipient, Usages.Optional, Multiplicity.Many, Recipient.Problem),
        new(SlotNames.SubmissionTime, Usages.Required with { EvenIfLimited = true }, Multiplicity.One, DtmType.Problem));

    static readonly ClassificationAttribute[] Classifications =
    [
        new("author", SchemeUuids.SubmissionSetAuthor, Usages.Optional, Multiplicity.Many, Coded: null),
        new("contentTypeCode", SchemeUuids.ContentTypeCode, Usages.Required, Multiplicity.One, CodedAttribute.ContentTypeCode),
    ];

    static readonly IdentifierAttribute[] Identifiers =
    [
        new("patientId", SchemeUuids.SubmissionSetPatientId, Cx.Problem),
        new("sourceId", SchemeUuids.SourceId, OidType.Problem),
        new("uniqueId", SchemeUuids.SubmissionSetUniqueId, OidType.Problem),
    ];

    public static AttributeTable Table { get; } = new(Slots, Classifications, Identifiers);
}
