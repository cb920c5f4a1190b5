using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Attributes of a Folder (ITI TF-3 table 4.2.3.4-1; usage from table 4.3.1-3).</summary>
static class FolderAttributes
{
    // The registry sets lastUpdateTime itself whatever was sent (ITI TF-3 4.2.3.4.6), so its value is not judged.
    static readonly SlotTable Slots = new(new SlotAttribute(SlotNames.LastUpdateTime, Usages.Optional, Multiplicity.Many, AnyText.Problem));

    static readonly ClassificationAttribute[] Classifications =
        [new("codeList", SchemeUuids.FolderCodeList, Usages.Required, Multiplicity.Many, CodedAttribute.FolderCodeList)];

    static readonly IdentifierAttribute[] Identifiers =
    [
        new("patientId", SchemeUuids.FolderPatientId, Cx.Problem),
        new("uniqueId", SchemeUuids.FolderUniqueId, OidType.Problem),
    ];

    public static AttributeTable Table { get; } = new(Slots, Classifications, Identifiers, TitleRequired: true);
}
