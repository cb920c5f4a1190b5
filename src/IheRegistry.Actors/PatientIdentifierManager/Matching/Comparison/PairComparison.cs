using System.Runtime.CompilerServices;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Two records compared: levels and weights, and what the rules ask besides. A value, as most comparisons are forgotten at once.</summary>
struct PairComparison
{
    FieldWeights _weights;

    public ComparisonVector Levels { get; private set; }

    /// <summary>The sum of the weights, in bits.</summary>
    public double Score { get; private set; }

    /// <summary>They agree in an identifier by which records may be linked.</summary>
    public bool AgreesInTrustedId;

    /// <summary>They have the same trusted number, though it fails its checks or does not fit one of them.</summary>
    public bool SharesUnsoundTrustedId;

    /// <summary>They differ in a trusted identifier of which a person has one.</summary>
    public bool DiffersInTrustedNationalId;

    /// <summary>One given name is the initial of the other.</summary>
    public bool IsInitial;

    /// <summary>They name the same mother by identifier.</summary>
    public bool HaveSameMother;

    public readonly double WeightOf(MatchField field) => _weights[(int)field];

    public void Set(MatchField field, AgreementLevel level, double weight)
    {
        Levels = Levels.With(field, level);
        _weights[(int)field] = weight;
        Score += weight;
    }

    [InlineArray(MatchWeights.Fields)]
    struct FieldWeights
    {
        double _first;
    }
}
