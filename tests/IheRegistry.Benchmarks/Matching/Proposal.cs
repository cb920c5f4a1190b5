using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Benchmarks.Matching;

/// <summary>A record put before a steward beside one that a likely person has.</summary>
readonly record struct Proposal(int Record, int Other, MatchRule Rule);
