using System.Buffers;
using System.Runtime.CompilerServices;

namespace IheRegistry.Store.Documents;

/// <summary>Opens a document, as <see cref="IDocumentStore.OpenAsync"/> does.</summary>
public delegate ValueTask<OpenOutcome> OpenDocument(ContentKey key, CancellationToken cancellationToken);

/// <summary>
/// Reads every document that must be there, slowly, and says how each was found. It repairs and deletes nothing. Every document is
/// answered, so that the caller can keep the last one as the position to go on from after a restart.
/// </summary>
public sealed class Rehash(OpenDocument open, ContentReferenced referenced, TimeProvider time)
{
    /// <summary>
    /// 20 MB/s: a terabyte in fourteen hours, at a twentieth of what one disk or one processor can do, so that nobody else notices.
    /// </summary>
    public const long DefaultBytesPerSecond = 20_000_000;

    const int BufferSize = 256 * 1024;

    /// <summary>Checks each expected document in turn.</summary>
    /// <param name="expected">What the repository's rows refer to, from the position on.</param>
    /// <param name="bytesPerSecond">How fast to read at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async IAsyncEnumerable<RehashResult> RunAsync(
        IAsyncEnumerable<ContentKey> expected, long bytesPerSecond, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerSecond);
        var pace = new Pace(bytesPerSecond, time);
        await foreach (var key in expected.WithCancellation(cancellationToken))
        {
            var fault = await CheckAsync(key, pace, cancellationToken);
            // It may have been removed, row first, since the caller listed it.
            if (fault is ContentFault.Missing && !await referenced(key.Owner, key.Sha256, cancellationToken))
                continue;
            yield return new(key, fault);
        }
    }

    async ValueTask<ContentFault?> CheckAsync(ContentKey key, Pace pace, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var opened = await open(key, cancellationToken);
            if (!opened.IsOpen)
                return opened.Fault;
            await using var content = opened.Content;
            for (var count = -1; count != 0;)
            {
                count = await content.ReadAsync(buffer, cancellationToken);
                await pace.KeepAsync(count, cancellationToken);
            }
            return null;
        }
        catch (DocumentDamagedException damaged)
        {
            return damaged.Fault;
        }
        catch (IOException)
        {
            return ContentFault.Unreadable;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Waits as long as it takes not to be faster than agreed.</summary>
    sealed class Pace(long bytesPerSecond, TimeProvider time)
    {
        readonly long _start = time.GetTimestamp();
        long _bytes;

        public Task KeepAsync(int count, CancellationToken cancellationToken)
        {
            _bytes += count;
            var ahead = TimeSpan.FromSeconds((double)_bytes / bytesPerSecond) - time.GetElapsedTime(_start);
            // Timers are no finer than some milliseconds.
            return ahead > TimeSpan.FromMilliseconds(10) ? Task.Delay(ahead, time, cancellationToken) : Task.CompletedTask;
        }
    }
}

/// <summary>How a document was found.</summary>
/// <param name="Key">Which.</param>
/// <param name="Fault">What is wrong with it; null where it is whole.</param>
public sealed record RehashResult(ContentKey Key, ContentFault? Fault);
