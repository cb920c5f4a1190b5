using System.Collections.Concurrent;
using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Tests.Documents;

/// <summary>Stands for the repository's rows: counts how many refer to a content.</summary>
public sealed class ReferencingRows
{
    readonly ConcurrentDictionary<(string Owner, ContentId Id), int> _rows = new();

    public void Add(string owner, ContentId id) => _rows.AddOrUpdate((owner, id), 1, (_, count) => count + 1);

    public void Remove(string owner, ContentId id) => _rows.AddOrUpdate((owner, id), 0, (_, count) => count - 1);

    public async ValueTask<bool> RefersAsync(string owner, ContentId id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return _rows.GetValueOrDefault((owner, id)) > 0;
    }
}
