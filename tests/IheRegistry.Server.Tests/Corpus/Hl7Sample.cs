using System.Text.RegularExpressions;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>What is to be known of an HL7 v2 sample before it is sent.</summary>
static partial class Hl7Sample
{
    static readonly string[] NeedsKnownIds = ["ADT^A40", "ADT^A43", "QBP^Q23"];

    /// <summary>The message; some are kept as they are on the wire.</summary>
    public static ReadOnlyMemory<byte> Unwrap(SampleFile file)
    {
        if (file.Bytes is not [0x0B, ..]) return file.Bytes;
        var end = Array.IndexOf(file.Bytes, (byte)0x1C);
        return end < 0 ? file.Bytes.AsMemory(1) : file.Bytes.AsMemory(1, end - 1);
    }

    /// <summary>Whether it is an answer.</summary>
    public static bool IsAnswer(SampleFile file) => Lines(file).Any(fields => fields[0] == "MSA");

    /// <summary>Whether our client reads an answer.</summary>
    public static SampleVerdict ReadAnswer(SampleFile file)
    {
        if (!Hl7Message.TryRead(Unwrap(file), Hl7ReadOptions.Default, out var message, out var refusal))
            return SampleVerdict.NotRequest($"answer, refused: {refusal}", refusal.ToProblem().Text);
        var code = QueryResponse.Read(message)?.Code ?? "";
        return code.Length == 2
            ? SampleVerdict.NotRequest("answer, read", "Our client reads it.")
            : SampleVerdict.NotRequest("answer, refused", "MSA-1 is no code of HL7 table 0008.");
    }

    /// <summary>The identifiers that a merge, a move or a PIX query is about.</summary>
    public static IEnumerable<string> KnownBefore(SampleFile file) =>
        NeedsKnownIds.Any(type => file.Text.Contains(type, StringComparison.Ordinal))
            ? Identifiers(file).Where(identifier => !identifier.StartsWith('^'))
            : [];

    /// <summary>The assigning authorities that a sample names, as the parts of an HD.</summary>
    public static IEnumerable<string[]> Designators(SampleFile file) =>
    [
        .. Identifiers(file).Select(identifier => identifier.Split('^').ElementAtOrDefault(3) ?? "")
            .Where(designator => designator.Length > 0).Select(designator => designator.Split('&')),
        .. ParameterOfAuthority().Matches(file.Text).Select(match => match.Groups[1].Value == "1" ? (string[])[match.Groups[2].Value] : ["", match.Groups[2].Value]),
    ];

    // The repetitions of PID-3 and MRG-1; those of QPD-3, QPD-4 and QPD-8 that are no parameters.
    static IEnumerable<string> Identifiers(SampleFile file) => Lines(file)
        .SelectMany(fields => fields[0] switch
        {
            "PID" => fields.Skip(3).Take(1),
            "MRG" => fields.Skip(1).Take(1),
            "QPD" => [.. fields.Skip(3).Take(2), .. fields.Skip(8).Take(1)],
            _ => [],
        })
        .SelectMany(field => field.Split('~'))
        .Where(identifier => !identifier.StartsWith('@'));

    static IEnumerable<string[]> Lines(SampleFile file) => file.Text.Split('\r', '\n').Select(line => line.Split('|'));

    [GeneratedRegex(@"@PID\.(?:3|18)\.4\.([12])\^([^~|\r\n]+)")]
    private static partial Regex ParameterOfAuthority();
}
