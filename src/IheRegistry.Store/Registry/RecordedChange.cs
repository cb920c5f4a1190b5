using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>A row of the change log.</summary>
/// <param name="Sequence">Its number: all changes of the registry are in this order.</param>
/// <param name="At">When.</param>
/// <param name="Action">What happened.</param>
/// <param name="Version">The version of the object that it happened to.</param>
/// <param name="Status">The availabilityStatus that the change gave it; null for other changes.</param>
/// <param name="By">Who did it.</param>
/// <param name="SubmissionSetUniqueId">uniqueId of the SubmissionSet that asked for it, where one did.</param>
public sealed record RecordedChange(
    long Sequence, DateTimeOffset At, ChangeAction Action, int Version, AvailabilityStatus? Status, string By, string? SubmissionSetUniqueId);
