namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Sets of records that are joined and never parted.</summary>
sealed class DisjointSets(int count)
{
    readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (_parents[item] != item) item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int a, int b) => _parents[Find(a)] = Find(b);
}
