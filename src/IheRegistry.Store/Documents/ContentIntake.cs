using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace IheRegistry.Store.Documents;

/// <summary>
/// Copies one document from its source into a file and hashes it on the way. Two blocks take turns: while one is filled from the
/// socket the other is written and hashed. That is all the memory a document needs, however long it is.
/// </summary>
sealed class ContentIntake(SafeFileHandle file, FreeSpaceGuard space) : IDisposable
{
    /// <summary>
    /// Large enough that the hops between threads cost nothing, small enough that a hundred uploads at once take 100 MB.
    /// </summary>
    const int BlockSize = 512 * 1024;

    readonly IncrementalHash _sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes taken so far.</summary>
    public long Size { get; private set; }

    /// <summary>The hash in lower-case hexadecimal digits, once all bytes are taken.</summary>
    public string Sha1() => Convert.ToHexStringLower(_sha1.GetHashAndReset());

    /// <summary>The name of the content, once all bytes are taken.</summary>
    public ContentId Sha256() => ContentId.Of(_sha256.GetHashAndReset());

    /// <summary>Takes the source to its end; false where the disk ran low on the way.</summary>
    public async ValueTask<bool> TakeAsync(Stream source, CancellationToken cancellationToken)
    {
        var filling = ArrayPool<byte>.Shared.Rent(BlockSize);
        var storing = Array.Empty<byte>();
        var stored = Task.CompletedTask;
        try
        {
            while (true)
            {
                var count = await source.ReadAtLeastAsync(filling.AsMemory(0, BlockSize), BlockSize, false, cancellationToken);
                await stored;
                if (count < BlockSize)
                {
                    Store(filling.AsMemory(0, count), Size);
                    Size += count;
                    return true;
                }
                if (space.IsLow)
                    return false;
                if (storing.Length == 0)
                    storing = ArrayPool<byte>.Shared.Rent(BlockSize);
                (filling, storing) = (storing, filling);
                stored = StoreAsync(storing.AsMemory(0, BlockSize), Size);
                Size += BlockSize;
            }
        }
        finally
        {
            // The block must not go back to the pool while it is still being written; the failure, if any, was or will be seen above.
            await stored.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(filling);
            if (storing.Length > 0)
                ArrayPool<byte>.Shared.Return(storing);
        }
    }

    /// <summary>A full block: there is more to come, so the second processor may hash while this one writes.</summary>
    async Task StoreAsync(ReadOnlyMemory<byte> block, long offset)
    {
        var written = Task.Run(() =>
        {
            RandomAccess.Write(file, block.Span, offset);
            Posix.StartWriting(file, offset, block.Length);
        });
        var hashed = Task.Run(() => Hash(block.Span));
        await Task.WhenAll(written, hashed);
    }

    /// <summary>The last block, and the only one of a small document: no other thread is worth waking.</summary>
    void Store(ReadOnlyMemory<byte> block, long offset)
    {
        Hash(block.Span);
        RandomAccess.Write(file, block.Span, offset);
    }

    void Hash(ReadOnlySpan<byte> block)
    {
        _sha1.AppendData(block);
        _sha256.AppendData(block);
    }

    public void Dispose()
    {
        _sha1.Dispose();
        _sha256.Dispose();
    }
}
