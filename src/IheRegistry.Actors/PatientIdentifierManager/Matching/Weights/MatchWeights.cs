namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>
/// The m and u probabilities of every field and agreement level. A level that a field does not know weighs nothing, as does a missing value.
/// </summary>
public sealed class MatchWeights
{
    /// <summary>Number of agreement levels.</summary>
    internal const int Levels = (int)AgreementLevel.Exact + 1;

    /// <summary>Number of fields.</summary>
    internal const int Fields = (int)MatchField.BirthOrder + 1;

    readonly LevelProbabilities[] _probabilities;
    readonly double[] _weights;

    /// <summary>Weights from probabilities; those of 0 are no evidence and left out.</summary>
    public MatchWeights(IReadOnlyDictionary<(MatchField Field, AgreementLevel Level), LevelProbabilities> probabilities)
    {
        _probabilities = new LevelProbabilities[Fields * Levels];
        _weights = new double[Fields * Levels];
        foreach (var ((field, level), probability) in probabilities)
        {
            if (level == AgreementLevel.Missing || !(probability.M > 0 && probability.U > 0)) continue;
            _probabilities[Index(field, level)] = probability;
            _weights[Index(field, level)] = probability.Weight;
        }
    }

    /// <summary>
    /// Weights for a region whose data nobody has estimated yet, of the size that linkage projects report; exact agreement in names weighs by
    /// <see cref="NameFrequencies"/> instead of its u. The u of what families share (telephone, address) is that of relatives and neighbours,
    /// not of strangers.
    /// </summary>
    public static MatchWeights Default { get; } = new(DefaultWeights.Table);

    /// <summary>The evidence in bits.</summary>
    public double this[MatchField field, AgreementLevel level] => _weights[Index(field, level)];

    /// <summary>All probabilities that are evidence.</summary>
    public IReadOnlyDictionary<(MatchField Field, AgreementLevel Level), LevelProbabilities> Probabilities =>
        Enumerable.Range(0, _probabilities.Length).Where(i => _probabilities[i].M > 0)
            .ToDictionary(i => ((MatchField)(i / Levels), (AgreementLevel)(i % Levels)), i => _probabilities[i]);

    /// <summary>The probabilities of one level; zero where the field does not know it.</summary>
    public LevelProbabilities ProbabilitiesOf(MatchField field, AgreementLevel level) => _probabilities[Index(field, level)];

    static int Index(MatchField field, AgreementLevel level) => (int)field * Levels + (int)level;
}
