using System.Security.Cryptography;
using System.Text;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A file that another product or its tests left in the reference folder.</summary>
/// <param name="Name">Its folder and its name.</param>
/// <param name="Bytes">What it holds.</param>
sealed record SampleFile(string Name, byte[] Bytes)
{
    /// <summary>What the table knows it by, beside its name.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The bytes as text.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>The files of a folder below standards/messages, by name; none where the reference folder is absent.</summary>
    public static IReadOnlyList<SampleFile> In(string kind, string folder) =>
        SourceTree.SharedPathOf("standards", "messages", kind, folder) is { } path
            ? [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(file => Read(folder, file))]
            : [];

    static SampleFile Read(string folder, string file) => new($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
}
