namespace IheRegistry.Model.AffinityDomains;

/// <summary>The affinity domain in force. A request takes <see cref="Current"/> once, so that one version decides all of it.</summary>
/// <param name="domain">The version in force from the start.</param>
public sealed class AffinityDomainSource(AffinityDomain domain)
{
    volatile AffinityDomain _current = domain;

    /// <summary>The version in force.</summary>
    public AffinityDomain Current => _current;

    /// <summary>Puts another version in force for the requests that come.</summary>
    /// <param name="domain">The version.</param>
    public void Replace(AffinityDomain domain) => _current = domain;
}
