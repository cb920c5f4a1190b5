namespace IheRegistry.Model.Metadata.Queries;

/// <summary>The objectTypes that $XDSDocumentEntryType asks for (ITI TF-2 3.18.4.1.2.3.6.2).</summary>
[Flags]
public enum DocumentEntryTypes
{
    /// <summary>Stable entries: what a query without the parameter asks for.</summary>
    Stable = 1,

    /// <summary>On-demand entries.</summary>
    OnDemand = 2,

    /// <summary>Both.</summary>
    All = Stable | OnDemand,
}
