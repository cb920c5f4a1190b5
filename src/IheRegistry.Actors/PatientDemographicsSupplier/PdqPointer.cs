using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>
/// Where an answer goes on: the last person of the increment before, and how many there were by then. The consumer keeps it, and sends it with
/// the query again, so that it stays valid for ever and nothing is kept for it here (ITI TF-2 3.21.4.1.2.6).
/// </summary>
/// <param name="After">The row of the last person given.</param>
/// <param name="Given">How many were given.</param>
readonly record struct PdqPointer(long After, int Given)
{
    const int Length = sizeof(long) + sizeof(int) + Check;
    const int Check = 8;

    /// <summary>The alphanumeric form, bound to the query that it goes on with.</summary>
    internal string ToText(PdqQuery query)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, After);
        BinaryPrimitives.WriteInt32BigEndian(bytes[sizeof(long)..], Given);
        CheckOf(query, bytes[..^Check]).CopyTo(bytes[^Check..]);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Reads a pointer; null when it was not given for this query.</summary>
    internal static PdqPointer? Read(string text, PdqQuery query)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (Convert.FromHexString(text, bytes, out var read, out var written) != System.Buffers.OperationStatus.Done || read != text.Length || written != Length) return null;
        if (!CheckOf(query, bytes[..^Check]).SequenceEqual(bytes[^Check..])) return null;
        var pointer = new PdqPointer(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[sizeof(long)..]));
        return pointer is { After: > 0, Given: > 0 } ? pointer : null;
    }

    // Another query, or a place that was made up, does not go on by mistake.
    static ReadOnlySpan<byte> CheckOf(PdqQuery query, ReadOnlySpan<byte> place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(place);
        hash.AppendData(Encoding.UTF8.GetBytes(query.QueryId));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(query.Criteria));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(query.Domains));
        return hash.GetHashAndReset().AsSpan(0, Check);
    }
}
