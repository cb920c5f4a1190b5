using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Attributes of an Association (ITI TF-3 4.2.2).</summary>
static class AssociationAttributes
{
    // Those of an update tell how; a registration must not change what is registered.
    static readonly Usages OfUpdate = Usages.Forbidden with { Update = Usage.Optional };

    static readonly SlotTable Slots = new(
        new(SlotNames.SubmissionSetStatus, Usages.Optional, Multiplicity.One, AnyText.Problem),
        new(SlotNames.PreviousVersion, OfUpdate, Multiplicity.One, AnyText.Problem),
        new(SlotNames.OriginalStatus, OfUpdate, Multiplicity.One, AnyText.Problem),
        new(SlotNames.NewStatus, OfUpdate, Multiplicity.One, AnyText.Problem),
        new(SlotNames.AssociationPropagation, OfUpdate, Multiplicity.One, AnyText.Problem));

    static readonly ClassificationAttribute[] Classifications =
        [new("associationDocumentation", SchemeUuids.AssociationDocumentation, Usages.Optional, Multiplicity.Many, CodedAttribute.AssociationDocumentation)];

    public static AttributeTable Table { get; } = new(Slots, Classifications, []);
}
