namespace IheRegistry.Model.Rules.Attributes;

/// <summary>A row of the attribute table: an attribute that a rim:Slot carries.</summary>
sealed record SlotAttribute(string Name, Usages Usages, Multiplicity Multiplicity, ValueCheck Check);
