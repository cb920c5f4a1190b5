using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>The identifier domains of a district: five institutions, two kinds of cards, and an emergency room's temporary numbers.</summary>
public static class SyntheticDomains
{
    const string Root = "1.3.6.1.4.1.21367.2026.9";

    public const int Institutions = 5;

    public static SyntheticIdentifier Local(int institution, string id) => new(id, $"{Root}.1.{institution + 1}", AuthorityKind.Local, false);

    public static SyntheticIdentifier NationalId(string id) => new(id, Root + ".2", AuthorityKind.NationalId, true);

    public static SyntheticIdentifier HealthCard(string id) => new(id, Root + ".3", AuthorityKind.HealthCard, true);

    public static SyntheticIdentifier Temporary(string id) => new(id, Root + ".4", AuthorityKind.Temporary, false);
}
