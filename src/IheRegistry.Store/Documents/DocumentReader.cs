namespace IheRegistry.Store.Documents;

/// <summary>Opens the documents of a folder. Stored files never change, so that it needs no lock and works beside a running server.</summary>
/// <param name="root">The folder of the documents: <see cref="DataFolder.Documents"/>.</param>
public sealed class DocumentReader(string root)
{
    /// <summary>Opens a document; existence and size are checked before, the hash while it is read.</summary>
    public OpenOutcome Open(ContentKey key)
    {
        try
        {
            var file = File.OpenHandle(
                DocumentFolders.PathOf(root, key.Owner, key.Sha256), options: FileOptions.SequentialScan, share: FileShare.Read | FileShare.Delete);
            if (RandomAccess.GetLength(file) == key.Size)
                return OpenOutcome.Opened(new VerifiedStream(file, key));
            file.Dispose();
            return OpenOutcome.Faulty(ContentFault.WrongSize);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return OpenOutcome.Faulty(ContentFault.Missing);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // One bad document must not spoil the answer for the others of a request.
            return OpenOutcome.Faulty(ContentFault.Unreadable);
        }
    }
}
