using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Model.Rules;

/// <summary>What the rules need to know beside the submission.</summary>
/// <param name="Kind">The transaction it came by.</param>
/// <param name="Domain">The affinity domain: its codes, and how strictly they are meant.</param>
public sealed record RuleContext(SubmissionKind Kind, AffinityDomain Domain)
{
    /// <summary>True when what is submitted are changes of registered objects.</summary>
    internal bool IsUpdate => Kind is SubmissionKind.Update or SubmissionKind.RestrictedUpdate;

    /// <summary>A Document Recipient takes what sources outside of its affinity domain send (ITI TF-1 15.5); codes are checked when it is registered.</summary>
    internal bool ChecksCodes => Kind is not (SubmissionKind.ProvideToRecipient or SubmissionKind.ProvideLimited);
}
