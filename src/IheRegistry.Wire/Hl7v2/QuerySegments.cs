using System.Globalization;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>What the queries have in common: QPD-1 and QPD-2, the domains, RCP.</summary>
static class QuerySegments
{
    // HL7 tables 0091 and 0126.
    const string Immediate = "I";
    const string Records = "RD";

    /// <summary>Checks the header, QPD's name and tag and RCP's priority; gives QPD.</summary>
    public static Hl7Segment Check(Hl7Message message, List<Hl7Problem> problems)
    {
        HeaderRules.Check(message, null, problems);
        var qpd = message["QPD"];
        if (!qpd.Exists)
        {
            problems.Add(new(Hl7ErrorCode.SegmentSequenceError, new("QPD", 1), "The QPD segment is missing"));
            return qpd;
        }

        if (qpd[1].IsEmpty) problems.Add(At(1, 0, Hl7ErrorCode.RequiredFieldMissing, "QPD-1, the message query name, is missing"));
        if (qpd[2].IsEmpty) problems.Add(At(2, 0, Hl7ErrorCode.RequiredFieldMissing, "QPD-2, the query tag, is missing"));
        // A missing RCP is forgiven: immediate, all at once, is what it would say.
        if (message["RCP"][1] is { IsEmpty: false } priority && priority.Text != Immediate)
            problems.Add(new(Hl7ErrorCode.TableValueNotFound, new("RCP", 1, 1), "Queries are answered immediately only"));
        return qpd;
    }

    /// <summary>The assigning authorities of a field of domains, one a repetition, also where one is empty: errors name its place.</summary>
    public static IReadOnlyList<HierarchicDesignator> ReadDomains(Hl7Field field)
    {
        var domains = new List<HierarchicDesignator>(field.RepetitionCount);
        foreach (var cx in field.Repetitions) domains.Add(Hl7Values.ReadDesignator(cx[4]));
        return domains;
    }

    /// <summary>RCP-2: the number of records of an answer, or null when all are wanted.</summary>
    public static int? ReadIncrement(Hl7Message message, List<Hl7Problem> problems)
    {
        var field = message["RCP"][2];
        if (field[1].IsEmpty) return null;
        if (field[2] is { IsEmpty: false } unit && unit.Text != Records)
            problems.Add(new(Hl7ErrorCode.TableValueNotFound, new("RCP", 1, 2, 1, 2), "Answers are counted in records (RD) only"));
        if (int.TryParse(field[1].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var records) && records > 0) return records;
        problems.Add(new(Hl7ErrorCode.DataTypeError, new("RCP", 1, 2, 1, 1), "The number of records is not a number greater than 0"));
        return null;
    }

    /// <summary>A problem with a field of QPD.</summary>
    public static Hl7Problem At(int field, int repetition, Hl7ErrorCode code, string text, int component = 0) =>
        new(code, new("QPD", 1, field, repetition, component), text);
}
