using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v3;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>Turns an answer in HL7 V3 into a verdict, and looks for flaws of the answer itself.</summary>
static class Hl7v3Judge
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    // The message is sound; the id or the domain that it names is not one of this server's.
    const string UnknownKeyIdentifier = "204";

    /// <summary>The verdict on an answer: typeCode, queryResponseCode where it says more, codes of what is wrong.</summary>
    public static SampleVerdict Judge(byte[] envelope, XElement? request)
    {
        var root = XDocument.Load(new MemoryStream(envelope)).Root!;
        if (root.Descendants(Soap + "Fault").FirstOrDefault() is { } fault)
        {
            var reason = fault.Descendants(Soap + "Text").First().Value;
            return new("refused: fault", [reason], FlawsOf(envelope, request));
        }

        var details = root.Descendants(Hl7 + "acknowledgementDetail").ToList();
        var codes = details.Select(detail => (string?)detail.Element(Hl7 + "code")?.Attribute("code") ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        var type = (string)root.Descendants(Hl7 + "acknowledgement").Elements(Hl7 + "typeCode").First().Attribute("code")!;
        var found = (string?)root.Descendants(Hl7 + "queryResponseCode").FirstOrDefault()?.Attribute("code");
        return new(OutcomeOf(type, found, codes), [.. details.Select(Text).Distinct()], FlawsOf(envelope, request));
    }

    /// <summary>Whether an answer of another product can be read as our client reads it.</summary>
    public static SampleVerdict Read(Hl7v3Sample sample)
    {
        using var reader = sample.Payload!.CreateReader();
        reader.MoveToContent();
        var outcome = sample.Payload.Name.LocalName switch
        {
            Interactions.AcceptAcknowledgement => AcceptAcknowledgement.Read(reader)!.TypeCode,
            Interactions.GetIdentifiersResponse => Of(GetIdentifiersResponse.Read(reader)!),
            _ => Of(FindCandidatesResponse.Read(reader)!),
        };
        return SampleVerdict.NotRequest($"answer, read: {outcome}", "Our client reads it.");
    }

    static string Of(GetIdentifiersResponse response) =>
        $"{response.Acknowledgement.TypeCode} {response.Acknowledgement.ResponseCode}, {response.Identifiers.Count} identifiers";

    static string Of(FindCandidatesResponse response) =>
        $"{response.Acknowledgement.TypeCode} {response.Acknowledgement.ResponseCode}, {response.Patients.Count} patients";

    static string OutcomeOf(string type, string? found, List<string> codes)
    {
        var outcome = found is null || found == type ? type : $"{type} {found}";
        if (type is "CA" or "AA") return outcome is "CA" or "AA OK" ? SampleVerdict.Taken : $"answered: {outcome}";
        return $"{(codes is [UnknownKeyIdentifier] ? "answered" : "refused")}: {outcome} {string.Join(' ', codes)}".TrimEnd();
    }

    static string Text(XElement detail) => $"{detail.Element(Hl7 + "text")?.Value} ({detail.Element(Hl7 + "location")?.Value.Replace("hl7:", "", StringComparison.Ordinal)})";

    // The copy of a query is as valid as the query was.
    static List<string> FlawsOf(byte[] envelope, XElement? request)
    {
        List<string> flaws = [.. SchemaValidation.Errors(envelope)];
        if (request is not null && Hl7v3Schema.Errors(request).Count == 0) flaws.AddRange(SchemaValidation.OfficialErrors(envelope));
        return flaws;
    }
}
