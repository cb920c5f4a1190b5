namespace IheRegistry.Store.Documents;

/// <summary>
/// Keeps the removal of content and its re-submission apart. Content is shared, so a removal may look for rows just while another
/// submission commits the same bytes and has not written its row yet. Three things together make that safe:
/// <list type="number">
/// <item>a commit renames, and a removal looks and unlinks, under the lock of the content's stripe;</item>
/// <item>a commit takes a lease before it renames, and gives it back only after its row is durable;</item>
/// <item>a removal asks for leases first and for rows second. No lease then means that every commit before has its row, which the second
/// question sees, and every commit after comes behind the lock and renames its own file into place after the unlink.</item>
/// </list>
/// </summary>
sealed class ContentProtection
{
    readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    readonly Dictionary<(string Owner, ContentId Id), int> _leases = [];

    /// <summary>Enters the lock of one content; dispose to leave.</summary>
    public async ValueTask<Stripe> EnterAsync(string owner, ContentId id, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)HashCode.Combine(owner, id) % _stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        return new(stripe);
    }

    public void Lease(string owner, ContentId id)
    {
        lock (_leases)
            _leases[(owner, id)] = _leases.GetValueOrDefault((owner, id)) + 1;
    }

    public void Release(string owner, ContentId id)
    {
        lock (_leases)
        {
            if (_leases[(owner, id)] == 1)
                _leases.Remove((owner, id));
            else
                _leases[(owner, id)]--;
        }
    }

    /// <summary>True where a submission is just using the content.</summary>
    public bool IsProtected(string owner, ContentId id)
    {
        lock (_leases)
            return _leases.ContainsKey((owner, id));
    }

    public readonly struct Stripe(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
