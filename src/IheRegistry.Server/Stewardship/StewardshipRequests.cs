namespace IheRegistry.Server.Stewardship;

/// <summary>The body of a decision that needs no more than its reason.</summary>
/// <param name="Comment">Why, in the steward's words.</param>
sealed record CommentRequest(string? Comment);

/// <summary>The body of a review item's decision to link.</summary>
/// <param name="With">An id of the person that the record belongs to; needed where the item names several.</param>
/// <param name="Comment">Why, in the steward's words.</param>
sealed record VerdictRequest(string? With, string? Comment);

/// <summary>The body of a link.</summary>
/// <param name="Id">An id of the person that joins, in CX form.</param>
/// <param name="Into">An id of the person that survives.</param>
/// <param name="Comment">Why, in the steward's words.</param>
sealed record LinkRequest(string? Id, string? Into, string? Comment);

/// <summary>The body of a statement that two records are of two persons.</summary>
/// <param name="Record">The id of the one, in CX form.</param>
/// <param name="Other">The id of the other.</param>
/// <param name="Comment">Why, in the steward's words.</param>
sealed record RejectRequest(string? Record, string? Other, string? Comment);

/// <summary>The body of a split.</summary>
/// <param name="Record">The id of the record that leaves its person, in CX form.</param>
/// <param name="Comment">Why, in the steward's words.</param>
sealed record SplitRequest(string? Record, string? Comment);
