namespace IheRegistry.Model.Access;

/// <summary>Who calls an actor: every actor method takes one, whatever the wire.</summary>
/// <param name="Who">The user or system as far as it is known: a certificate's or assertion's subject, else the sending application.</param>
/// <param name="Institution">Id of the institution in the affinity domain; documents are shared by content only within it.</param>
/// <param name="Address">Network address of the peer, as it goes into the audit.</param>
public sealed record Caller(string Who, string Institution, string Address)
{
    /// <summary>The institution of callers that the affinity domain does not name.</summary>
    public const string UnknownInstitution = "unknown";

    /// <summary>Roles asserted for the caller and accepted by policy.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Purpose of use asserted for this request (ITI TF-2 3.40), if any.</summary>
    public string? PurposeOfUse { get; init; }
}
