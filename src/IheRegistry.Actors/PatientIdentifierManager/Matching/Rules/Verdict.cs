namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;

/// <summary>What a rule says of a pair of records, or of a record and a person.</summary>
readonly record struct Verdict(MatchOutcome Outcome, MatchRule Rule);
