using System.Globalization;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Writes ERR as a version of HL7 has it.</summary>
static class ErrorSegments
{
    // A message of nothing but errors must not be answered by one many times its size.
    const int MaxProblems = 100;

    public static void Write(Hl7Writer writer, string version, IReadOnlyList<Hl7Problem> problems)
    {
        if (problems.Count == 0) return;
        var told = problems.Take(MaxProblems);
        if (HasErrorLocations(version)) foreach (var problem in told) WriteError(writer, problem);
        else WriteOldError(writer, told);
    }

    // ERR-2 to ERR-12 came with 2.5.
    static bool HasErrorLocations(string version) => version is not ("2.1" or "2.2" or "2.3" or "2.3.1" or "2.4");

    static void WriteError(Hl7Writer writer, Hl7Problem problem)
    {
        var location = problem.Location;
        writer.Segment("ERR").Field(2).Component(1, location.Segment).Component(2, Number(location.SegmentSequence));
        writer.Component(3, Number(location.Field)).Component(4, Number(location.Repetition));
        writer.Component(5, Number(location.Component)).Component(6, Number(location.Subcomponent));
        writer.Field(3).Component(1, problem.Code.ToWire()).Component(2, problem.Code.DisplayText()).Component(3, "HL70357");
        writer.Field(4, Severity(problem.Severity)).Field(7, problem.Diagnostics).Field(8, problem.Text);
    }

    // ERR-1, data type ELD: segment, sequence, field and a coded error whose parts are subcomponents. It has no severity, so
    // what is only a warning cannot be told.
    static void WriteOldError(Hl7Writer writer, IEnumerable<Hl7Problem> problems)
    {
        var count = 0;
        foreach (var (code, location, _, severity) in problems)
        {
            if (severity != Hl7Severity.Error) continue;
            if (count++ == 0) writer.Segment("ERR").Field(1);
            else writer.Repetition();
            writer.Component(1, location.Segment).Component(2, Number(location.SegmentSequence)).Component(3, Number(location.Field));
            writer.Component(4).Subcomponent(1, code.ToWire()).Subcomponent(2, code.DisplayText()).Subcomponent(3, "HL70357");
        }
    }

    static string Severity(Hl7Severity severity) => severity switch
    {
        Hl7Severity.Error => "E",
        Hl7Severity.Warning => "W",
        _ => "I",
    };

    static string Number(int value) => value == 0 ? "" : value.ToString(CultureInfo.InvariantCulture);
}
