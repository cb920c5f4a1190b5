namespace IheRegistry.Model.Rules.Attributes;

/// <summary>A row of the attribute table: an attribute that a rim:ExternalIdentifier carries, required once.</summary>
sealed record IdentifierAttribute(string Name, string Scheme, ValueCheck Check);
