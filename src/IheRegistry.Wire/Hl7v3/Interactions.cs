namespace IheRegistry.Wire.Hl7v3;

/// <summary>The interactions of PIX V3 and PDQ V3, by the names of their root elements (ITI TF-2 3.44 to 3.47, appendix O).</summary>
public static class Interactions
{
    /// <summary>Patient Registry Record Added [ITI-44].</summary>
    public const string RecordAdded = "PRPA_IN201301UV02";

    /// <summary>Patient Registry Record Revised [ITI-44, ITI-46].</summary>
    public const string RecordRevised = "PRPA_IN201302UV02";

    /// <summary>Patient Registry Duplicates Resolved [ITI-44].</summary>
    public const string DuplicatesResolved = "PRPA_IN201304UV02";

    /// <summary>Patient Registry Find Candidates Query [ITI-47].</summary>
    public const string FindCandidatesQuery = "PRPA_IN201305UV02";

    /// <summary>Patient Registry Find Candidates Query Response [ITI-47].</summary>
    public const string FindCandidatesResponse = "PRPA_IN201306UV02";

    /// <summary>Patient Registry Get Identifiers Query [ITI-45].</summary>
    public const string GetIdentifiersQuery = "PRPA_IN201309UV02";

    /// <summary>Patient Registry Get Identifiers Query Response [ITI-45].</summary>
    public const string GetIdentifiersResponse = "PRPA_IN201310UV02";

    /// <summary>General Query Activate Query Continuation [ITI-47].</summary>
    public const string QueryContinuation = "QUQI_IN000003UV01";

    /// <summary>The same to cancel a query: the schema gives it an element of its own.</summary>
    public const string QueryCancellation = "QUQI_IN000003UV01_Cancel";

    /// <summary>Accept Acknowledgement.</summary>
    public const string AcceptAcknowledgement = "MCCI_IN000002UV01";

    // Trigger events are numbered as the interactions are, but for that of a continuation (ITI TF-2 table 3.47.4.3.2.3-1).
    internal static string TriggerEventOf(string interaction) =>
        interaction is QueryContinuation or QueryCancellation ? "PRPA_TE000003UV01" : interaction.Replace("_IN", "_TE", StringComparison.Ordinal);
}
