namespace IheRegistry.Model.AffinityDomains;

/// <summary>How strictly values are checked against the affinity domain.</summary>
/// <param name="Codes">For each coded attribute without a level of its own.</param>
/// <param name="MimeTypes">For DocumentEntry.mimeType.</param>
/// <param name="Attributes">For coded attributes with a level of their own.</param>
public sealed record CheckLevels(CheckLevel Codes, CheckLevel MimeTypes, IReadOnlyDictionary<CodedAttribute, CheckLevel> Attributes)
{
    /// <summary>Everything is checked and refused: what the framework asks where an affinity domain does not say otherwise.</summary>
    public static CheckLevels RejectAll { get; } = new(CheckLevel.Reject, CheckLevel.Reject, new Dictionary<CodedAttribute, CheckLevel>());

    /// <summary>The level of a coded attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>Its own level, else that of all codes.</returns>
    public CheckLevel Of(CodedAttribute attribute) => Attributes.GetValueOrDefault(attribute, Codes);
}
