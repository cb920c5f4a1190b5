using System.Reflection;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>A table of characters that is part of the assembly; lines beginning with a number sign are remarks.</summary>
static class EmbeddedTable
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
