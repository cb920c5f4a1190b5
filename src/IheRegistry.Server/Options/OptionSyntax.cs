using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using IheRegistry.Server.Outbox;

namespace IheRegistry.Server.Options;

/// <summary>Reads a value; false when the text is none.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="text">What was given.</param>
/// <param name="value">The value read.</param>
/// <returns>Whether the text is a value.</returns>
public delegate bool OptionReader<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>How the values of an option are written.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="ValueName">The name of a value in the help.</param>
/// <param name="Expected">What a value looks like, for whoever wrote another.</param>
/// <param name="TryRead">Reads a value.</param>
/// <param name="Write">Writes a value so that it reads back.</param>
public sealed record OptionSyntax<T>(string ValueName, string Expected, OptionReader<T> TryRead, Func<T, string> Write)
{
    /// <summary>Whether null is a value with a word of its own (<c>off</c>).</summary>
    public bool WritesNull { get; init; }
}

/// <summary>The kinds of values that options have.</summary>
public static class OptionSyntax
{
    static readonly (string Suffix, long Factor)[] ByteUnits =
        [("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    // "ms" stands before "s" and "m", which it would otherwise be taken for.
    static readonly (string Suffix, TimeSpan Factor)[] TimeUnits =
        [("ms", TimeSpan.FromMilliseconds(1)), ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)),
            ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1))];

    /// <summary>A switch: given without a value it is true.</summary>
    public static OptionSyntax<bool> Flag { get; } =
        new("true|false", "expected true or false", bool.TryParse, value => value ? "true" : "false");

    /// <summary>A TCP port; 0 lets the system choose a free one.</summary>
    public static OptionSyntax<int> Port { get; } = Whole("PORT", 0, 65535);

    /// <summary>An address of this machine.</summary>
    public static OptionSyntax<IPAddress> Address { get; } =
        new("ADDRESS", "expected an IPv4 or IPv6 address such as 127.0.0.1 or ::1", TryReadAddress, value => value.ToString());

    /// <summary>The path of a file.</summary>
    public static OptionSyntax<string?> File { get; } = Text("FILE");

    /// <summary>The path of a folder.</summary>
    public static OptionSyntax<string> Directory { get; } = Text("DIR")!;

    /// <summary>A number of bytes, at least one.</summary>
    public static OptionSyntax<long> Bytes { get; } =
        new("BYTES", "expected a number of bytes above 0, or of KiB, MiB, GiB, TiB: 64MiB", TryReadBytes, WriteBytes);

    /// <summary>A number of bytes that are held in memory at once: at most 1 GiB, since one array holds no more than two.</summary>
    public static OptionSyntax<long> MemoryBytes { get; } = Bytes with
    {
        Expected = "expected a number of bytes from 1 to 1GiB, which are held in memory: 64MiB",
        TryRead = TryReadMemoryBytes,
    };

    /// <summary>A span of time above zero.</summary>
    public static OptionSyntax<TimeSpan> Duration { get; } =
        new("TIME", "expected a time above 0 with its unit, ms, s, m, h or d: 90s", TryReadDuration, WriteDuration);

    /// <summary>A span of time above zero, or <c>off</c>.</summary>
    public static OptionSyntax<TimeSpan?> DurationOrOff { get; } =
        new("TIME", "expected off or a time above 0 with its unit, ms, s, m, h or d: 7d", TryReadDurationOrOff,
            value => value is null ? "off" : WriteDuration(value.Value))
        { WritesNull = true };

    /// <summary>Addresses of receivers of answers.</summary>
    public static OptionSyntax<ReceiverList?> Receivers { get; } =
        new("ADDRESSES", "expected http or https addresses separated by commas, such as https://host:8443/path", ReceiverList.TryParse,
            value => value?.ToString() ?? "");

    /// <summary>The least severity that is logged.</summary>
    public static OptionSyntax<LogLevel> Level { get; } =
        new("LEVEL", "expected trace, debug, information, warning or error", TryReadLevel, value => value.ToString().ToLowerInvariant());

    /// <summary>A whole number between two bounds.</summary>
    /// <param name="valueName">The name of a value in the help.</param>
    /// <param name="least">The smallest allowed.</param>
    /// <param name="most">The largest allowed.</param>
    /// <returns>The syntax.</returns>
    public static OptionSyntax<int> Whole(string valueName, int least, int most)
    {
        bool TryRead(string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

        return new(valueName, string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}"), TryRead,
            value => value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Any text that is not blank.</summary>
    /// <param name="valueName">The name of a value in the help.</param>
    /// <returns>The syntax.</returns>
    public static OptionSyntax<string?> Text(string valueName)
    {
        static bool TryRead(string text, out string? value)
        {
            value = text;
            return !string.IsNullOrWhiteSpace(text);
        }

        return new(valueName, "expected a value that is not blank", TryRead, value => value ?? "");
    }

    static bool TryReadAddress(string text, [MaybeNullWhen(false)] out IPAddress value) =>
        // IPAddress.Parse also takes "1" for 0.0.0.1, which nobody means who writes it here.
        IPAddress.TryParse(text, out value) && (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3);

    static bool TryReadBytes(string text, out long value)
    {
        var (suffix, factor) = ByteUnits.FirstOrDefault(unit => text.EndsWith(unit.Suffix, StringComparison.OrdinalIgnoreCase), ("", 1));
        var isNumber = long.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!isNumber || value == 0 || value > long.MaxValue / factor)
            return false;
        value *= factor;
        return true;
    }

    static bool TryReadMemoryBytes(string text, out long value) => TryReadBytes(text, out value) && value <= 1L << 30;

    static string WriteBytes(long value)
    {
        var (suffix, factor) = ByteUnits.FirstOrDefault(unit => value % unit.Factor == 0, ("", 1));
        return string.Create(CultureInfo.InvariantCulture, $"{value / factor}{suffix}");
    }

    static bool TryReadDuration(string text, out TimeSpan value)
    {
        value = default;
        var (suffix, factor) = TimeUnits.FirstOrDefault(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        if (suffix is null)
            return false;
        var isNumber = int.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        if (!isNumber || count == 0 || count > LongestTime / factor)
            return false;
        value = count * factor;
        return true;
    }

    static bool TryReadDurationOrOff(string text, out TimeSpan? value)
    {
        var isTime = TryReadDuration(text, out var time);
        value = isTime ? time : null;
        return isTime || text == "off";
    }

    static string WriteDuration(TimeSpan value)
    {
        var (suffix, factor) = TimeUnits.Where(unit => value.Ticks % unit.Factor.Ticks == 0).MaxBy(unit => unit.Factor);
        return string.Create(CultureInfo.InvariantCulture, $"{value.Ticks / factor.Ticks}{suffix}");
    }

    static bool TryReadLevel(string text, out LogLevel value) =>
        Enum.TryParse(text, ignoreCase: true, out value) && !char.IsDigit(text[0]) && value is >= LogLevel.Trace and <= LogLevel.Error;

    // Timers of the runtime take no more than 2^32 - 2 milliseconds; forty days are below that.
    static readonly TimeSpan LongestTime = TimeSpan.FromDays(40);
}
