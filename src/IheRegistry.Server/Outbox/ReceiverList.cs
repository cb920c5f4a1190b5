using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Server.Outbox;

/// <summary>The addresses that answers may be sent to, as configured: a request must not make the server call whatever it likes.</summary>
public sealed class ReceiverList
{
    readonly IReadOnlyList<ReceiverPattern> _patterns;

    ReceiverList(IReadOnlyList<ReceiverPattern> patterns) => _patterns = patterns;

    /// <summary>Nothing is sent anywhere.</summary>
    public static ReceiverList None { get; } = new([]);

    /// <summary>True where nothing is sent anywhere.</summary>
    public bool IsEmpty => _patterns.Count == 0;

    /// <summary>Reads addresses separated by commas or blanks.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="list">The list.</param>
    /// <returns>Whether each of them is an address.</returns>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out ReceiverList list)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = new List<ReceiverPattern>();
        list = null;
        foreach (var part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ReceiverPattern.TryParse(part, out var pattern)) return false;
            patterns.Add(pattern);
        }

        if (patterns.Count == 0) return false;
        list = new ReceiverList(patterns);
        return true;
    }

    /// <summary>The address to call; null where answers must not go there.</summary>
    /// <param name="address">What the request says.</param>
    public Uri? Find(string address) =>
        ReceiverAddress.Read(address) is { } found && _patterns.Any(pattern => pattern.Covers(found)) ? found : null;

    /// <inheritdoc />
    public override string ToString() => string.Join(',', _patterns);
}
