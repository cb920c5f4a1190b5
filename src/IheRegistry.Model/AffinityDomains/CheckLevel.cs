namespace IheRegistry.Model.AffinityDomains;

/// <summary>What happens to a submission with a value that the affinity domain does not know.</summary>
public enum CheckLevel
{
    /// <summary>It is refused with XDSRegistryMetadataError.</summary>
    Reject,

    /// <summary>It is stored and the answer carries a warning.</summary>
    Warn,

    /// <summary>It is stored and nobody is told.</summary>
    Off,
}
