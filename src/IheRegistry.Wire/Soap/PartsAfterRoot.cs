using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>What a multipart message holds beside its root: first what came before it, then what is still on the wire.</summary>
sealed class PartsAfterRoot(SpooledParts before, MultipartReader after) : IAsyncDisposable
{
    internal ValueTask<MimePart?> ReadNextAsync(CancellationToken cancellationToken) =>
        before.Take() is { } part ? new ValueTask<MimePart?>(part) : after.ReadNextPartAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await before.DisposeAsync().ConfigureAwait(false);
        await after.DisposeAsync().ConfigureAwait(false);
    }
}
