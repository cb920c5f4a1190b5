using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>
/// What is known of a record after a feed: a field that the message does not say stays as it was, one that it says to be nothing is known no
/// more (HL7 v2.5.1 section 2.5.3.4, 2.10.4).
/// </summary>
static class DemographicsMerge
{
    internal static PatientDemographics Of(PatientDemographics before, PatientDemographics said) => new()
    {
        Names = List(before.Names, said.Names),
        MothersMaidenNames = List(before.MothersMaidenNames, said.MothersMaidenNames),
        BirthDate = Text(before.BirthDate, said.BirthDate),
        Sex = Text(before.Sex, said.Sex),
        Race = Text(before.Race, said.Race),
        Addresses = List(before.Addresses, said.Addresses),
        Telecoms = List(before.Telecoms, said.Telecoms),
        Language = Text(before.Language, said.Language),
        MaritalStatus = Text(before.MaritalStatus, said.MaritalStatus),
        Religion = Text(before.Religion, said.Religion),
        AccountNumber = (said.AccountNumber ?? before.AccountNumber) is { Id.Length: > 0 } account ? account : null,
        SocialSecurityNumber = Text(before.SocialSecurityNumber, said.SocialSecurityNumber),
        DriversLicense = Text(before.DriversLicense, said.DriversLicense),
        MothersIdentifiers = List(before.MothersIdentifiers, said.MothersIdentifiers),
        EthnicGroup = Text(before.EthnicGroup, said.EthnicGroup),
        BirthPlace = Text(before.BirthPlace, said.BirthPlace),
        MultipleBirth = Text(before.MultipleBirth, said.MultipleBirth),
        BirthOrder = Text(before.BirthOrder, said.BirthOrder),
        Citizenship = Text(before.Citizenship, said.Citizenship),
        DeathTime = Text(before.DeathTime, said.DeathTime),
        IsDead = Text(before.IsDead, said.IsDead),
        IdentityUnknown = Text(before.IdentityUnknown, said.IdentityUnknown),
        IdentityReliability = List(before.IdentityReliability, said.IdentityReliability),
    };

    /// <summary>Identifiers of other domains: those of an authority that the message names take the place of those before.</summary>
    internal static IReadOnlyList<PatientIdentifier> OfReferences(IReadOnlyList<PatientIdentifier> before, IReadOnlyList<PatientIdentifier> said) =>
        said.Count == 0 ? before
        : before.Count == 0 ? said
        : [.. before.Where(id => said.All(other => other.Authority.UniversalId != id.Authority.UniversalId)), .. said];

    static string? Text(string? before, string? said) => (said ?? before) is { Length: > 0 } text ? text : null;

    static IReadOnlyList<T>? List<T>(IReadOnlyList<T>? before, IReadOnlyList<T>? said) => (said ?? before) is { Count: > 0 } list ? list : null;
}
