using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>A record put before a steward beside one that a likely person has.</summary>
public readonly record struct Proposal(int Record, int Other, MatchRule Rule);
