namespace IheRegistry.Model.Rules;

/// <summary>What the rules need to know beside the submission.</summary>
/// <param name="Kind">The transaction it came by.</param>
/// <param name="Codes">The affinity domain's codes and how strictly they are meant.</param>
public sealed record RuleContext(SubmissionKind Kind, CodeCheck Codes);
