using System.Text.RegularExpressions;
using System.Xml.Linq;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>Turns an answer of the server into a verdict, and looks for flaws of the answer itself.</summary>
static partial class SoapJudge
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";

    // The request is sound; what it names is not here, or not yet.
    static readonly HashSet<string> OfState =
    [
        "XDSUnknownPatientId", "XDSUnknownRepositoryId", "XDSDocumentUniqueIdError", "XDSUnknownStoredQuery", "UnresolvedReferenceException",
        "XDSUnknownCommunity",
    ];

    /// <summary>The verdict on an answer.</summary>
    public static SampleVerdict Judge(byte[] envelope)
    {
        List<string> flaws = [.. SchemaValidation.Errors(envelope), .. SchemaValidation.OfficialErrors(envelope)];
        var root = XDocument.Load(new MemoryStream(envelope)).Root!;
        if (root.Descendants(Soap + "Fault").FirstOrDefault() is { } fault) return OfFault(fault, flaws);
        var response = root.Descendants().First(e => e.Attribute("status") is not null && e.Name.LocalName.EndsWith("Response", StringComparison.Ordinal));
        var errors = response.Descendants().Where(e => e.Name.LocalName == "RegistryError").ToList();
        flaws.AddRange(errors.SelectMany(FlawsOf));
        return new SampleVerdict(OutcomeOf(response, errors), [.. errors.Select(Text)], flaws);
    }

    static SampleVerdict OfFault(XElement fault, List<string> flaws)
    {
        var codes = fault.Descendants(Soap + "Value").Select(value => value.Value[(value.Value.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var reason = fault.Descendants(Soap + "Text").First().Value;
        return new SampleVerdict($"refused: fault {string.Join('/', codes)}", [reason], flaws);
    }

    static string OutcomeOf(XElement response, List<XElement> errors)
    {
        var status = ((string)response.Attribute("status")!).Split(':')[^1];
        var codes = errors.Where(IsError).Select(e => (string)e.Attribute("errorCode")!).Distinct().Order(StringComparer.Ordinal).ToList();
        var warnings = errors.Any(e => !IsError(e)) ? " with warnings" : "";
        if (status == "Success") return SampleVerdict.Taken + warnings;
        var verb = codes.TrueForAll(OfState.Contains) ? "answered" : "refused";
        return $"{verb}: {(status == "PartialSuccess" ? "PartialSuccess " : "")}{string.Join(' ', codes)}";
    }

    // codeContext tells rule, attribute and value to a person; a response of a failure must have it (ITI TF-3 4.2.4.2).
    static IEnumerable<string> FlawsOf(XElement error)
    {
        var context = (string?)error.Attribute("codeContext") ?? "";
        if (!NamedValue().IsMatch(context)) yield return $"codeContext names no object, parameter or value: '{context}'";
        if ((string)error.Attribute("errorCode")! == "XDSRegistryMetadataError" && !context.Contains("ITI TF-", StringComparison.Ordinal) && !context.Contains("ebRIM", StringComparison.Ordinal))
            yield return $"codeContext names no rule: '{context}'";
    }

    static bool IsError(XElement error) => ((string?)error.Attribute("severity"))?.EndsWith(":Error", StringComparison.Ordinal) == true;

    static string Text(XElement error) => (string?)error.Attribute("codeContext") ?? "";

    // A submission without a SubmissionSet, a removal of nothing: there is nothing to be named.
    [GeneratedRegex(@"'[^']+'|""[^""]+""|\$\w+|^The submission has no SubmissionSet|^The request names no object")]
    private static partial Regex NamedValue();
}
