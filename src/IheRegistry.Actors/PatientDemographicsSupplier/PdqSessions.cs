using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>
/// What a V3 continuation needs, since it names the query and does not repeat it, and which queries were cancelled. Only so many are remembered,
/// those that were used last: who goes on with one that was forgotten is told so.
/// </summary>
sealed class PdqSessions
{
    // A region has some hundreds of consumers, each of which pages through a few queries at a time.
    const int Most = 10_000;

    // What consumers say of queries is as long as they like; what is remembered of it is not.
    const long MostBytes = 64 << 20;

    readonly Lock _lock = new();
    readonly Dictionary<string, LinkedListNode<Session>> _byKey = new(StringComparer.Ordinal);
    readonly LinkedList<Session> _byUse = [];
    long _bytes;

    /// <summary>The query that a consumer goes on with, and what it was last given; null where there is none or it was cancelled.</summary>
    internal (PdqQuery Query, PdqPointer Given)? Find(string consumer, string queryId)
    {
        lock (_lock)
        {
            return Touch(Key(consumer, queryId)) is { Query: { } query } session ? (query, session.Given) : null;
        }
    }

    /// <summary>True when the consumer has cancelled the query and not asked it anew.</summary>
    internal bool IsCancelled(string consumer, string queryId)
    {
        lock (_lock)
        {
            return Touch(Key(consumer, queryId)) is { Query: null };
        }
    }

    /// <summary>Remembers what a consumer was given.</summary>
    internal void Keep(string consumer, PdqQuery query, PdqPointer given) =>
        Put(new Session(Key(consumer, query.QueryId), query, given, SizeOf(query)));

    /// <summary>Forgets a query that was answered to its end.</summary>
    internal void End(string consumer, string queryId)
    {
        lock (_lock)
        {
            Remove(Key(consumer, queryId));
        }
    }

    /// <summary>The consumer wants no more of a query.</summary>
    internal void Cancel(string consumer, string queryId) => Put(new Session(Key(consumer, queryId), null, default, 0));

    void Put(Session session)
    {
        lock (_lock)
        {
            Remove(session.Key);
            _byKey[session.Key] = _byUse.AddLast(session);
            _bytes += session.Bytes;
            while (_byKey.Count > Most || _bytes > MostBytes) Remove(_byUse.First!.Value.Key);
        }
    }

    Session? Touch(string key)
    {
        if (!_byKey.TryGetValue(key, out var node)) return null;
        _byUse.Remove(node);
        _byUse.AddLast(node);
        return node.Value;
    }

    void Remove(string key)
    {
        if (!_byKey.Remove(key, out var node)) return;
        _byUse.Remove(node);
        _bytes -= node.Value.Bytes;
    }

    static string Key(string consumer, string queryId) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{consumer}\n{queryId}")));

    static long SizeOf(PdqQuery query) => query.Text.Length + query.QueryId.Length * sizeof(char)
        + JsonSerializer.SerializeToUtf8Bytes(query.Criteria).Length + JsonSerializer.SerializeToUtf8Bytes(query.Domains).Length;

    sealed record Session(string Key, PdqQuery? Query, PdqPointer Given, long Bytes);
}
