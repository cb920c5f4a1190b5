using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Server.Outbox;

/// <summary>
/// Addresses that an answer may be sent to: scheme, host and port, and a path that is theirs or that theirs begins with, whole segments only.
/// </summary>
sealed class ReceiverPattern
{
    readonly Uri _root;
    readonly string _path;

    ReceiverPattern(Uri root)
    {
        _root = root;
        _path = root.AbsolutePath.TrimEnd('/');
    }

    /// <summary>Reads <c>scheme://host[:port][/path]</c>.</summary>
    internal static bool TryParse(string text, [MaybeNullWhen(false)] out ReceiverPattern pattern)
    {
        var root = ReceiverAddress.Read(text);
        pattern = root is { Query: "" } ? new ReceiverPattern(root) : null;
        return pattern is not null;
    }

    /// <summary>True where the address is within.</summary>
    internal bool Covers(Uri address) =>
        address.Scheme == _root.Scheme
        && address.IdnHost == _root.IdnHost
        && address.Port == _root.Port
        && address.AbsolutePath.StartsWith(_path, StringComparison.Ordinal)
        && (address.AbsolutePath.Length == _path.Length || address.AbsolutePath[_path.Length] == '/');

    /// <inheritdoc />
    public override string ToString() => _root.OriginalString;
}
