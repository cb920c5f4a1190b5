using System.Runtime.CompilerServices;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>The matching that an affinity domain asks for, made once for each version of its file.</summary>
/// <param name="settingsOf">Makes the settings of what the file says.</param>
public sealed class MatchSettingsSource(Func<MatchingPolicy, MatchSettings> settingsOf)
{
    readonly ConditionalWeakTable<AffinityDomain, SiteMatching> _byDomain = [];

    /// <summary>The settings of a site that has no weights of its own.</summary>
    /// <param name="policy">What the site has decided.</param>
    public static MatchSettings Standard(MatchingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var settings = MatchSettings.Default;
        return settings with
        {
            LinkThreshold = policy.LinkThreshold ?? settings.LinkThreshold,
            ReviewThreshold = policy.ReviewThreshold ?? settings.ReviewThreshold,
            StopList = settings.StopList.With(policy.StopList, policy.StopList, policy.StopList, policy.StopList),
        };
    }

    internal SiteMatching Of(AffinityDomain domain) => _byDomain.GetValue(domain, known => new SiteMatching(settingsOf(known.Matching)));
}

/// <summary>Matching with one site's settings.</summary>
sealed class SiteMatching(MatchSettings settings)
{
    internal PatientNormaliser Normaliser { get; } = new(settings.StopList);

    internal Matcher Matcher { get; } = new(settings);
}
