using System.Text;
using System.Text.RegularExpressions;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Random faults: of bytes, as lines make them, and of values, as programs do.</summary>
sealed partial class Mutation(Random random)
{
    static readonly string[] Values =
    [
        "", " ", "0", "-1", "99999999999999999999", "a", "'", "''", "('a','b')", "\u4E2D\u6587", "\uFFFD", "\uD83D\uDE00", "&amp;", "&lt;", "urn:uuid:", "1.2.3",
        "../../etc/passwd", "%00", "^^^", "^^^&amp;1.2.3&amp;ISO", "|", "~", "\\", "cid:a", "urn:ihe:iti:xds-b:2007", "20260230", new('9', 300), new('a', 5000),
    ];

    /// <summary>A message with one to four faults.</summary>
    public byte[] Of(byte[] valid)
    {
        // Latin-1 keeps every byte as it is.
        var text = Encoding.Latin1.GetString(valid);
        for (var faults = random.Next(1, 5); faults > 0 && text.Length > 0; faults--) text = WithFault(text);
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>A header field with a fault that HTTP itself takes.</summary>
    public string OfHeader(string valid)
    {
        var at = random.Next(valid.Length);
        return random.Next(3) switch
        {
            0 => valid[..at],
            1 => valid[..at] + (char)random.Next(' ' + 1, '~') + valid[(at + 1)..],
            _ => valid.Remove(at, random.Next(valid.Length - at)),
        };
    }

    string WithFault(string text)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 60), text.Length - at);
        return random.Next(12) switch
        {
            0 => text[..at] + (char)(text[at] ^ (1 << random.Next(8))) + text[(at + 1)..],
            1 => text[..at],
            2 => text.Remove(at, length),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Insert(at, Noise(length)),
            5 or 6 => WithLineFault(text),
            _ => WithValueFault(text),
        };
    }

    /// <summary>A line doubled, left out, or in the place of another; an element, a segment or a header field is often a line.</summary>
    string WithLineFault(string text)
    {
        var end = text.Contains('\n', StringComparison.Ordinal) ? '\n' : '\r';
        var lines = text.Split(end).ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            default:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
        }

        return string.Join(end, lines);
    }

    string WithValueFault(string text)
    {
        var values = Value().Matches(text);
        if (values.Count == 0) return text;
        var value = values[random.Next(values.Count)];
        var replacement = random.Next(2) == 0
            ? values[random.Next(values.Count)].Value
            : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
        return text[..value.Index] + replacement + text[(value.Index + value.Length)..];
    }

    string Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    // An attribute's value, an element's text, a component of HL7.
    [GeneratedRegex("(?<==\")[^\"]*(?=\")|(?<=>)[^<>]+(?=<)|(?<=[|^&~])[^|^&~\r]+(?=[|^&~\r])")]
    private static partial Regex Value();
}
