namespace IheRegistry.Model.Rules.Attributes;

/// <summary>A row of the attribute table: an attribute that rim:Classifications of one scheme carry, a code or an author.</summary>
sealed record ClassificationAttribute(string Name, string Scheme, Usages Usages, Multiplicity Multiplicity, bool IsAuthor = false);
