using System.Text.RegularExpressions;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>What must stay inside: nothing of the program's insides reaches the wire, nothing of a patient reaches the log.</summary>
static partial class Leaks
{
    /// <summary>Stands in every patient's id, name, address, title and document that the attacks send, in one of these spellings.</summary>
    public const string PatientMark = "Zqmark";

    /// <summary>Stack traces, names of types, paths of files, SQL. One error code of ebRS does end in Exception.</summary>
    public static void NoneIn(string answer) =>
        Assert.That(Inside().Match(answer).Value, Is.Empty, $"an answer shows the program's insides: {answer}");

    /// <summary>No value of a patient, whatever the spelling.</summary>
    public static void NoPatientIn(string log)
    {
        var at = log.IndexOf(PatientMark, StringComparison.OrdinalIgnoreCase);
        Assert.That(at, Is.Negative, () => $"the log shows a patient's data: {log.Substring(Math.Max(0, at - 500), Math.Min(800, log.Length - Math.Max(0, at - 500)))}");
    }

    [GeneratedRegex(@"(?m)^\s+at \w|IheRegistry\.|System\.[A-Z]|Microsoft\.|(?<!errorCode=""UnresolvedReference)Exception|\.cs:line|/tmp/|/root/|/home/|registry\.db|\.staging|SQLite|\bSELECT \w|\bINSERT \w|constraint failed")]
    private static partial Regex Inside();
}
