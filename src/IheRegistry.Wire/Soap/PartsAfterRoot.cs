using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>What a multipart message holds beside its root: first what came before it, then what is still on the wire.</summary>
sealed class PartsAfterRoot(SpooledParts before, MultipartReader after) : IAsyncDisposable
{
    internal async ValueTask<MimePart?> ReadNextAsync(CancellationToken cancellationToken) =>
        await before.TakeAsync().ConfigureAwait(false) ?? await after.ReadNextPartAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await before.DisposeAsync().ConfigureAwait(false);
        await after.DisposeAsync().ConfigureAwait(false);
    }
}
