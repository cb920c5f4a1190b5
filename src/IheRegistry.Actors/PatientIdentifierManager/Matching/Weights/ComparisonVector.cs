namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>How far two records agree, field by field.</summary>
public readonly record struct ComparisonVector
{
    const int BitsPerField = 4;

    readonly ulong _levels;

    ComparisonVector(ulong levels) => _levels = levels;

    /// <summary>The agreement in one field.</summary>
    public AgreementLevel this[MatchField field] => (AgreementLevel)(_levels >> ((int)field * BitsPerField) & 0xF);

    /// <summary>The vector with one level more; a field is set once.</summary>
    internal ComparisonVector With(MatchField field, AgreementLevel level) => new(_levels | (ulong)level << ((int)field * BitsPerField));
}
