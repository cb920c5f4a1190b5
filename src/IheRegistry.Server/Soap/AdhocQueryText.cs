namespace IheRegistry.Server.Soap;

/// <summary>Finds the AdhocQueryRequest in an envelope: the audit keeps it as it was sent (ITI TF-2 3.18.5.1.2).</summary>
static class AdhocQueryText
{
    /// <summary>The bytes from the element's start tag to its end tag, in a copy that outlives the message; empty when there is none.</summary>
    internal static byte[] In(ReadOnlyMemory<byte> envelope)
    {
        var text = envelope.Span;
        var name = text.IndexOf("AdhocQueryRequest"u8);
        if (name < 0) return [];
        var start = text[..name].LastIndexOf((byte)'<');
        var end = text.LastIndexOf("AdhocQueryRequest"u8);
        var close = text[end..].IndexOf((byte)'>');
        return text[Math.Max(start, 0)..(close < 0 ? text.Length : end + close + 1)].ToArray();
    }
}
