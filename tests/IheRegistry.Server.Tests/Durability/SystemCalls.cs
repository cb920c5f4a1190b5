using System.Text.RegularExpressions;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Durability;

/// <summary>The lines of strace, and where in them things begin and end.</summary>
sealed partial class SystemCalls(string[] lines)
{
    /// <summary>Where a call begins.</summary>
    public int Start(int from, string what, Predicate<string> match)
    {
        var index = Array.FindIndex(lines, from, match);
        Assert.That(index, Is.Not.Negative, $"No {what} in:\n{string.Join('\n', lines)}");
        return index;
    }

    /// <summary>Where a call has returned 0: strace cuts one in two lines when another thread calls in between.</summary>
    public int End(int start)
    {
        if (!lines[start].Contains("<unfinished ...>", StringComparison.Ordinal))
        {
            Assert.That(lines[start], Does.EndWith("= 0"));
            return start;
        }

        var thread = lines[start].Split(' ')[0];
        var end = Start(start + 1, "end of a call", line => line.StartsWith(thread + " ", StringComparison.Ordinal));
        Assert.That(lines[end], Does.Contain("resumed").And.EndWith("= 0"));
        return end;
    }

    /// <summary>Where a sync of a path has returned 0.</summary>
    public int SyncEnd(int from, string what, string pathEnd) =>
        End(Start(from, what, line => Sync().IsMatch(line) && line.Contains($"{pathEnd}>", StringComparison.Ordinal)));

    /// <summary>Where an answer begins to be sent.</summary>
    public int Answer(string text) => Start(
        0, "answer", line => Send().IsMatch(line) && line.Contains(text, StringComparison.Ordinal));

    /// <summary>A line.</summary>
    public string this[int index] => lines[index];

    [GeneratedRegex(@"\bf(data)?sync\(")]
    private static partial Regex Sync();

    [GeneratedRegex(@"\b(sendto|sendmsg|write|writev)\(")]
    private static partial Regex Send();
}
