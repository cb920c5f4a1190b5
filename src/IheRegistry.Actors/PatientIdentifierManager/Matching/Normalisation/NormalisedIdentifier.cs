namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>An identifier ready for comparing.</summary>
/// <param name="Scope">Within what the value is unique: the authority's OID, or <see cref="GB11643"/> whatever the authority.</param>
/// <param name="Value">The value in one form; an identity number with 18 digits.</param>
/// <param name="Kind">National, of a card, or other.</param>
/// <param name="IsTrusted">Whether records may be linked by it.</param>
/// <param name="IsSound">False when its checks failed.</param>
sealed record NormalisedIdentifier(string Scope, string Value, IdentifierClass Kind, bool IsTrusted, bool IsSound)
{
    /// <summary>The scope of citizen identity numbers, which are unique whoever tells them.</summary>
    public const string GB11643 = "GB11643";

    /// <summary>The scope of PID-19 where it is no citizen identity number.</summary>
    public const string SocialSecurity = "SSN";

    /// <summary>The scope of PID-20.</summary>
    public const string DriversLicense = "DL";
}
