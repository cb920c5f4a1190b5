namespace IheRegistry.Wire.Hl7v3;

/// <summary>A system that sends or receives a message (ITI TF-2 O.1.1, Device).</summary>
/// <param name="Id">Its OID.</param>
/// <param name="Name">Its name; empty when absent.</param>
/// <param name="Organization">Whose it is (asAgent/representedOrganization).</param>
public sealed record MessageDevice(InstanceIdentifier Id, string Name, InstanceIdentifier Organization)
{
    /// <summary>A system that is not named.</summary>
    public static MessageDevice None { get; } = new(InstanceIdentifier.None, "", InstanceIdentifier.None);

    /// <summary>A system that is known by its OID only.</summary>
    public static MessageDevice Of(string oid) => new(new InstanceIdentifier(oid), "", InstanceIdentifier.None);
}
