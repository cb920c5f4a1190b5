namespace IheRegistry.Model.Metadata;

/// <summary>availabilityStatus on the wire.</summary>
public static class AvailabilityStatusUrn
{
    /// <summary>Approved.</summary>
    public const string Approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";

    /// <summary>Deprecated.</summary>
    public const string Deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";

    /// <summary>The URN of a status.</summary>
    public static string ToUrn(this AvailabilityStatus status) => status == AvailabilityStatus.Approved ? Approved : Deprecated;

    /// <summary>The status of a URN, or null for any other text.</summary>
    public static AvailabilityStatus? Parse(string? urn) => urn switch
    {
        Approved => AvailabilityStatus.Approved,
        Deprecated => AvailabilityStatus.Deprecated,
        _ => null,
    };
}
