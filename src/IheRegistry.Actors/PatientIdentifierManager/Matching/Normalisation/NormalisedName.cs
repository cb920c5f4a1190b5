namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>A name ready for comparing.</summary>
/// <param name="IsHan">True when written in Han characters.</param>
/// <param name="Family">The family name without spaces; empty when not known.</param>
/// <param name="Given">The given names without spaces; empty when not known.</param>
/// <param name="FirstGiven">Of several given names the first; of others the given name.</param>
/// <param name="FamilySounds">The family name in Latin letters, in as many ways as it may be read.</param>
/// <param name="GivenSounds">The given name likewise.</param>
sealed record NormalisedName(
    bool IsHan, string Family, string Given, string FirstGiven, IReadOnlyList<string> FamilySounds, IReadOnlyList<string> GivenSounds)
{
    /// <summary>Two names are the same however their parts are read.</summary>
    public bool Equals(NormalisedName? other) => other is not null && Family == other.Family && Given == other.Given && FirstGiven == other.FirstGiven;

    public override int GetHashCode() => HashCode.Combine(Family, Given, FirstGiven);
}
