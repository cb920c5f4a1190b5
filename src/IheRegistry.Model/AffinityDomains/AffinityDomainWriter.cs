using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>Writes the file by hand: no JSON writer puts one code on one line, and people read and compare this file.</summary>
static class AffinityDomainWriter
{
    internal static byte[] Write(AffinityDomainDefinition definition)
    {
        var properties = new List<string>
        {
            Property("name", Text(definition.Name)),
            Property("homeCommunityId", Text(definition.HomeCommunityId)),
            Property("repositoryUniqueIds", Line(definition.RepositoryUniqueIds)),
            Property("checks", Checks(definition.Checks)),
            Property("restrictedUpdates", Text(AffinityDomainNames.Of(definition.RestrictedUpdates))),
            Property("assigningAuthorities", Lines(definition.Authorities.Select(Authority), "  ")),
        };
        properties.AddRange(Identities(definition));
        properties.AddRange(
        [
            Property("institutions", Lines(definition.Institutions.Select(Institution), "  ")),
            Property("mimeTypes", Lines(definition.MimeTypes.Select(Text), "  ")),
            Property("codes", Codes(definition.Codes)),
        ]);
        if (definition.Schema is not null)
            properties.Insert(0, Property("$schema", Text(definition.Schema)));
        return Encoding.UTF8.GetBytes($"{{\n  {string.Join(",\n  ", properties)}\n}}\n");
    }

    static IEnumerable<string> Identities(AffinityDomainDefinition definition)
    {
        if (definition.EnterpriseAuthority is { } enterprise)
            yield return Property("enterpriseAuthority", Text(enterprise));
        if (definition.Matching != MatchingPolicy.Standard)
            yield return Property("matching", Matching(definition.Matching));
        if (definition.UpdateConsumers.Count > 0)
            yield return Property("updateConsumers", Lines(definition.UpdateConsumers.Select(Consumer), "  "));
    }

    static string Checks(CheckLevels checks) => Object(
    [
        ("codes", Text(AffinityDomainNames.Of(checks.Codes))),
        ("mimeTypes", Text(AffinityDomainNames.Of(checks.MimeTypes))),
        .. checks.Attributes.OrderBy(level => level.Key)
            .Select(level => (AffinityDomainNames.Of(level.Key), (string?)Text(AffinityDomainNames.Of(level.Value)))),
    ]);

    static string Authority(AssigningAuthority authority) => Object(
    [
        ("oid", Text(authority.Oid)),
        ("namespace", OptionalText(authority.Namespace)),
        ("kind", Text(AffinityDomainNames.Of(authority.Kind))),
        ("patientIdDomain", authority.IsPatientIdDomain && authority.Kind != AuthorityKind.PatientId ? "true" : null),
        ("trusted", authority.IsTrusted ? "true" : null),
        ("assigners", authority.Assigners.Count == 0 ? null : $"[{string.Join(", ", authority.Assigners.Select(Assigner))}]"),
        ("name", OptionalText(authority.Name)),
    ]);

    static string Assigner(Assigner assigner) => Object([("facility", OptionalText(assigner.Facility)), ("application", OptionalText(assigner.Application))]);

    static string Matching(MatchingPolicy matching) => Object(
    [
        ("linkThreshold", OptionalNumber(matching.LinkThreshold)),
        ("reviewThreshold", OptionalNumber(matching.ReviewThreshold)),
        ("stopList", matching.StopList.Count == 0 ? null : Line(matching.StopList)),
        ("weightsFile", OptionalText(matching.WeightsFile)),
    ]);

    static string Consumer(UpdateConsumer consumer) => Object(
    [
        ("name", Text(consumer.Name)),
        ("address", Text(consumer.Address.OriginalString)),
        ("application", Text(consumer.Application)),
        ("facility", OptionalText(consumer.Facility)),
        ("domains", consumer.Domains.Count == 0 ? null : Line(consumer.Domains)),
        ("connections", consumer.Connections == 1 ? null : consumer.Connections.ToString(CultureInfo.InvariantCulture)),
    ]);

    static string Institution(Institution institution) => Object(
    [
        ("id", Text(institution.Id)),
        ("name", Text(institution.Name)),
        ("oid", OptionalText(institution.Oid)),
        ("sourceIds", institution.SourceIds.Count == 0 ? null : Line(institution.SourceIds)),
        ("restrictedUpdates", institution.RestrictedUpdates is { } updates ? Text(AffinityDomainNames.Of(updates)) : null),
    ]);

    static string Codes(IReadOnlyDictionary<CodedAttribute, IReadOnlyList<Code>> codes)
    {
        var lists = codes.OrderBy(list => list.Key)
            .Select(list => Property(AffinityDomainNames.Of(list.Key), Lines(list.Value.Select(OneCode), "    ")));
        return codes.Count == 0 ? "{}" : $"{{\n    {string.Join(",\n    ", lists)}\n  }}";
    }

    static string OneCode(Code code) => Object(
    [
        ("code", Text(code.Value)),
        ("codingScheme", Text(code.Scheme)),
        ("display", OptionalText(code.Display)),
    ]);

    static string Object(IEnumerable<(string Name, string? Value)> properties) =>
        $"{{ {string.Join(", ", properties.Where(property => property.Value is not null).Select(property => Property(property.Name, property.Value!)))} }}";

    static string Line(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";

    static string Lines(IEnumerable<string> values, string indent)
    {
        var lines = string.Join($",\n{indent}  ", values);
        return lines.Length == 0 ? "[]" : $"[\n{indent}  {lines}\n{indent}]";
    }

    static string Property(string name, string value) => $"{Text(name)}: {value}";

    static string? OptionalText(string? text) => text is null ? null : Text(text);

    static string? OptionalNumber(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    // The relaxed encoder leaves Chinese names and "&" readable; the file is never part of a page.
    static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
