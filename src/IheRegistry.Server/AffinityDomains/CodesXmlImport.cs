using System.Globalization;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Server.AffinityDomains;

/// <summary>Puts the codes of a <c>codes.xml</c> into an affinity domain.</summary>
/// <param name="Definition">The affinity domain with the codes.</param>
/// <param name="Notices">What the import decided by itself.</param>
public sealed record CodesXmlImport(AffinityDomainDefinition Definition, IReadOnlyList<string> Notices)
{
    /// <summary>
    /// Replaces the code lists and mime types that <paramref name="codes"/> has, adds the authorities that are new and keeps all else.
    /// </summary>
    /// <param name="codes">What the file says.</param>
    /// <param name="into">The affinity domain as it was.</param>
    /// <returns>The affinity domain as it will be.</returns>
    public static CodesXmlImport Merge(CodesXml codes, AffinityDomainDefinition into)
    {
        var notices = codes.Notices.ToList();
        var merged = into.Codes.ToDictionary();
        foreach (var (attribute, list) in codes.Codes)
            merged[attribute] = list;

        var definition = into with
        {
            Codes = merged,
            MimeTypes = codes.MimeTypes.Count > 0 ? codes.MimeTypes : into.MimeTypes,
            Authorities = [.. into.Authorities, .. New(codes.Authorities, into.Authorities, notices)],
        };
        return new CodesXmlImport(SwitchOffChecksWithoutCodes(definition, notices), notices);
    }

    static IEnumerable<AssigningAuthority> New(
        IReadOnlyList<AssigningAuthority> given, IReadOnlyList<AssigningAuthority> known, List<string> notices)
    {
        var oids = known.Select(authority => authority.Oid).ToHashSet(StringComparer.Ordinal);
        foreach (var authority in given.Where(authority => !oids.Contains(authority.Oid)))
            notices.Add($"assigning authority {authority.Oid} added as a patient id domain");
        return given.Where(authority => !oids.Contains(authority.Oid));
    }

    // Old files list no codes for some attributes and mean that any will do; rejecting all would be another domain.
    static AffinityDomainDefinition SwitchOffChecksWithoutCodes(AffinityDomainDefinition definition, List<string> notices)
    {
        var levels = definition.Checks.Attributes.ToDictionary();
        foreach (var attribute in Enum.GetValues<CodedAttribute>())
        {
            if (definition.Checks.Of(attribute) != CheckLevel.Reject || definition.Codes.GetValueOrDefault(attribute) is { Count: > 0 })
                continue;
            levels[attribute] = CheckLevel.Off;
            notices.Add(string.Create(CultureInfo.InvariantCulture,
                $"{AffinityDomainNames.Of(attribute)}: no codes, so its check is switched off"));
        }
        return definition with { Checks = definition.Checks with { Attributes = levels } };
    }
}
