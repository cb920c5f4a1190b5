using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Slots of the classifications that carry codes and authors (ITI TF-3 4.2.3.1.2 and 4.2.3.1.4).</summary>
static class NestedSlots
{
    public static SlotTable OfCode { get; } =
        new(new SlotAttribute(SlotNames.CodingScheme, Usages.Required with { EvenIfLimited = true }, Multiplicity.One, AnyText.Problem));

    public static SlotTable OfAuthor { get; } = new(
        new(SlotNames.AuthorPerson, Usages.Optional, Multiplicity.One, Xcn.Problem),
        new(SlotNames.AuthorInstitution, Usages.Optional, Multiplicity.Many, Xon.Problem),
        new(SlotNames.AuthorRole, Usages.Optional, Multiplicity.Many, AnyText.Problem),
        new(SlotNames.AuthorSpecialty, Usages.Optional, Multiplicity.Many, AnyText.Problem),
        new(SlotNames.AuthorTelecommunication, Usages.Optional, Multiplicity.Many, Xtn.Problem));
}
