using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>What a steward says to a review item.</summary>
/// <param name="Kind">What.</param>
/// <param name="With">Of a link: an id of the person that the record belongs to; null for the only one the item names.</param>
/// <param name="Comment">Why, in the steward's words.</param>
public sealed record ReviewVerdict(ReviewVerdictKind Kind, PatientId? With, string Comment);

/// <summary>The kinds of <see cref="ReviewVerdict"/>.</summary>
public enum ReviewVerdictKind
{
    /// <summary>It is the same person.</summary>
    Link,

    /// <summary>The record is of none of the persons that the item names, and is not to be linked to them again.</summary>
    Reject,

    /// <summary>It was taken note of; nothing changes.</summary>
    Close,
}
