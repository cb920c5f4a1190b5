namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>How often an agreement level is seen.</summary>
/// <param name="M">Among pairs of records of one person.</param>
/// <param name="U">Among pairs of records of two persons.</param>
public readonly record struct LevelProbabilities(double M, double U)
{
    /// <summary>The evidence in bits: log2(m/u) of Fellegi and Sunter.</summary>
    public double Weight => Math.Log2(M / U);
}
