namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Pairs of records found against pairs that are.</summary>
/// <param name="True">Pairs found that are of one person.</param>
/// <param name="False">Pairs found that are not.</param>
/// <param name="All">Pairs that are of one person.</param>
public readonly record struct PairScore(long True, long False, long All)
{
    public double Precision => True + False == 0 ? 1 : (double)True / (True + False);

    public double Recall => All == 0 ? 1 : (double)True / All;

    public double F1 => 2 * Precision * Recall / (Precision + Recall);
}
