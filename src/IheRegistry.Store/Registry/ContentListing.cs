using System.Runtime.CompilerServices;
using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Registry;

/// <summary>Turns pages of contents into one listing.</summary>
static class ContentListing
{
    internal static async IAsyncEnumerable<ContentKey> RunAsync(
        Func<ContentKey?, IReadOnlyList<ContentKey>> readPage, ContentKey? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The caller may do long work between two documents; it must not run on the thread that asked for the listing.
        await Task.Yield();
        while (readPage(after) is { Count: > 0 } page)
        {
            foreach (var key in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return key;
            }

            after = page[^1];
        }
    }
}
