using System.Diagnostics;
using System.Security.Cryptography;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>The floor of storing a document: hashing it, and writing it with an fsync, measured one after the other and added.</summary>
static class BareWrite
{
    const int PieceSize = 64 * 1024;

    /// <summary>Seconds that both take.</summary>
    internal static double HashAndWrite(string path, long size)
    {
        var piece = RandomNumberGenerator.GetBytes(PieceSize);
        var watch = Stopwatch.StartNew();
        using (var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1))
        {
            for (var done = 0L; done < size; done += PieceSize) sha1.AppendData(piece);
            sha1.GetHashAndReset();
        }

        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        for (var done = 0L; done < size; done += PieceSize) RandomAccess.Write(file, piece, done);
        RandomAccess.FlushToDisk(file);
        return watch.Elapsed.TotalSeconds;
    }
}
