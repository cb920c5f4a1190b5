namespace IheRegistry.Store.Patients;

/// <summary>A question that waits for a steward, or was decided.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Question">What is asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Decision">What was decided; null while it waits.</param>
public sealed record ReviewItem(long Row, ReviewQuestion Question, ReviewState State, ReviewDecision? Decision);
