namespace IheRegistry.Store.Notifications;

/// <summary>A person that has gained or lost an identifier.</summary>
/// <param name="Person">The person's row.</param>
/// <param name="Authority">The OID of the identifier's authority.</param>
public readonly record struct PersonChange(long Person, string Authority);
