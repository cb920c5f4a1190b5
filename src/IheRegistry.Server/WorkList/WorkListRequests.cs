namespace IheRegistry.Server.WorkList;

/// <summary>The body of a match.</summary>
/// <param name="PatientId">The enterprise patient id, in CX form.</param>
/// <param name="WithRelationships">Folders and relations of documents are registered, too.</param>
/// <param name="Codes">Codes for attributes that limited metadata left out, by the attribute's name.</param>
/// <param name="CreationTime">For entries without one.</param>
/// <param name="LanguageCode">For entries without one.</param>
/// <param name="SourcePatientId">For entries without one.</param>
sealed record MatchRequest(
    string? PatientId,
    bool WithRelationships,
    Dictionary<string, MatchCode>? Codes,
    string? CreationTime,
    string? LanguageCode,
    string? SourcePatientId);

/// <summary>A code of a match.</summary>
/// <param name="Code">nodeRepresentation.</param>
/// <param name="Scheme">codingScheme.</param>
/// <param name="Display">The display name.</param>
sealed record MatchCode(string? Code, string? Scheme, string? Display);

/// <summary>The body of a rejection.</summary>
/// <param name="Reason">Why.</param>
sealed record RejectRequest(string? Reason);
