using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Server.Notifications;

/// <summary>As whom this server tells consumers.</summary>
static class SenderNames
{
    /// <summary>MSH-3.</summary>
    internal const string Application = "IHEREGISTRY";

    const string OidPrefix = "urn:oid:";

    /// <summary>MSH-4, and the device of HL7 V3: the community, by its OID.</summary>
    internal static string FacilityOf(AffinityDomain domain) => domain.HomeCommunityId[OidPrefix.Length..];
}
