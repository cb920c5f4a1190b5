using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.MatchField;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>The m and u probabilities before any are estimated.</summary>
static class DefaultWeights
{
    public static Dictionary<(MatchField Field, AgreementLevel Level), LevelProbabilities> Table => new()
    {
        [(Family, Exact)] = new(0.90, 0.005),
        [(Family, Sounds)] = new(0.05, 0.001),
        [(Family, Close)] = new(0.02, 0.004),
        [(Family, Partial)] = new(0.01, 0.001),
        [(Family, Different)] = new(0.03, 0.95),

        [(Given, Exact)] = new(0.85, 0.001),
        [(Given, Sounds)] = new(0.06, 0.0006),
        [(Given, Close)] = new(0.03, 0.003),
        [(Given, Partial)] = new(0.03, 0.05),
        [(Given, Different)] = new(0.02, 0.94),

        [(BirthDate, Exact)] = new(0.93, 0.00004),
        [(BirthDate, Sounds)] = new(0.01, 0.00003),
        [(BirthDate, Close)] = new(0.03, 0.0008),
        [(BirthDate, Partial)] = new(0.02, 0.002),
        [(BirthDate, Different)] = new(0.01, 0.99),

        [(Sex, Exact)] = new(0.985, 0.5),
        [(Sex, Different)] = new(0.008, 0.5),

        [(MatchField.Telecom, Exact)] = new(0.60, 0.0002),
        [(MatchField.Telecom, Close)] = new(0.03, 0.0005),
        [(MatchField.Telecom, Different)] = new(0.37, 0.99),

        [(Address, Exact)] = new(0.50, 0.001),
        [(Address, Close)] = new(0.15, 0.004),
        [(Address, Partial)] = new(0.20, 0.06),
        [(Address, Different)] = new(0.15, 0.92),

        [(NationalId, Exact)] = new(0.95, 0.000001),
        [(NationalId, Partial)] = new(0.01, 0.000002),
        [(NationalId, Close)] = new(0.03, 0.0001),
        [(NationalId, Different)] = new(0.0001, 0.9999),

        [(OtherId, Exact)] = new(0.80, 0.00001),
        [(OtherId, Partial)] = new(0.01, 0.0001),
        [(OtherId, Close)] = new(0.02, 0.0001),
        [(OtherId, Different)] = new(0.17, 0.99),

        [(Mother, Exact)] = new(0.85, 0.002),
        [(Mother, Sounds)] = new(0.05, 0.001),
        [(Mother, Different)] = new(0.10, 0.99),

        [(BirthOrder, Exact)] = new(0.99, 0.5),
        [(BirthOrder, Different)] = new(0.0005, 0.5),
    };
}
