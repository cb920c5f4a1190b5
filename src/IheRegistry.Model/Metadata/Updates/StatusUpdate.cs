namespace IheRegistry.Model.Metadata.Updates;

/// <summary>The operation Update availabilityStatus (ITI TF-2 3.57.4.1.3.3.2, .4 and .5).</summary>
/// <param name="Target">entryUUID of the DocumentEntry, Folder or Association.</param>
/// <param name="Original">The status that the sender has seen.</param>
/// <param name="New">The status that it is to have.</param>
public sealed record StatusUpdate(string Target, AvailabilityStatus Original, AvailabilityStatus New);
