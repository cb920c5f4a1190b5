using System.Xml.Linq;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>The patients and objects that a sample names.</summary>
static class SampleObjects
{
    static readonly HashSet<string> PatientIdSchemes =
        [SchemeUuids.DocumentEntryPatientId, SchemeUuids.SubmissionSetPatientId, SchemeUuids.FolderPatientId];

    static readonly HashSet<string> UniqueIdSchemes =
        [SchemeUuids.DocumentEntryUniqueId, SchemeUuids.SubmissionSetUniqueId, SchemeUuids.FolderUniqueId];

    /// <summary>Whether an identificationScheme is that of a patientId.</summary>
    public static bool IsPatientId(string? scheme) => scheme is not null && PatientIdSchemes.Contains(scheme);

    /// <summary>Whether an identificationScheme is that of a uniqueId.</summary>
    public static bool IsUniqueId(string? scheme) => scheme is not null && UniqueIdSchemes.Contains(scheme);

    /// <summary>Patient ids of metadata and of queries.</summary>
    public static IEnumerable<string> PatientsIn(XElement? root) => root is null ? [] : [.. IdentifiersIn(root, PatientIdSchemes), .. QueriedIn(root)];

    /// <summary>What can be in a registry only once, or is looked for there; names that stand for ids are never stored.</summary>
    public static IReadOnlySet<string> IdsIn(XElement? root)
    {
        if (root is null) return new HashSet<string>();
        var objects = root.Descendants().Where(e => e.Name.LocalName is "ExtrinsicObject" or "RegistryPackage" or "Association");
        string[] names = ["id", "sourceObject", "targetObject"];
        var uuids = objects.SelectMany(e => names.Select(name => (string?)e.Attribute(name)))
            .OfType<string>()
            .Where(id => id.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase));
        return uuids.Concat(IdentifiersIn(root, UniqueIdSchemes).Where(id => id is [>= '0' and <= '9', ..])).ToHashSet();
    }

    static IEnumerable<string> IdentifiersIn(XElement root, HashSet<string> schemes) => root.Descendants()
        .Where(e => e.Name.LocalName == "ExternalIdentifier" && schemes.Contains((string?)e.Attribute("identificationScheme") ?? ""))
        .Select(e => (string?)e.Attribute("value") ?? "");

    static IEnumerable<string> QueriedIn(XElement root) => root.Descendants()
        .Where(e => e.Name.LocalName == "Slot" && ((string?)e.Attribute("name"))?.EndsWith("atientId", StringComparison.Ordinal) == true)
        .Where(e => e.Parent?.Name.LocalName == "AdhocQuery")
        .SelectMany(e => e.Descendants().Where(v => v.Name.LocalName == "Value"))
        .Select(v => v.Value.Trim(' ', '(', ')', '\''));
}
