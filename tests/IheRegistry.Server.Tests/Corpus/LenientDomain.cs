using System.Globalization;
using System.Text.Json.Nodes;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// The affinity domain that ships, made lenient: the samples' own assigning authorities are patient id domains too, and no code or mime
/// type is checked, so that what remains is the framework's structure.
/// </summary>
static class LenientDomain
{
    /// <summary>Writes it to a file; authorities are OIDs, each with the namespace that it goes by, or none.</summary>
    public static string Write(string folder, IEnumerable<(string Oid, string Namespace)> authorities)
    {
        var shipped = SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json");
        var domain = JsonNode.Parse(File.ReadAllText(shipped))!.AsObject();
        domain.Remove("$schema");
        domain["checks"] = new JsonObject { ["codes"] = "off", ["mimeTypes"] = "off" };
        var known = domain["assigningAuthorities"]!.AsArray();
        var taken = known.Select(authority => (string)authority!["oid"]!).ToHashSet();
        var names = known.Select(authority => (string?)authority!["namespace"]).ToHashSet();
        foreach (var (oid, name) in authorities)
        {
            if (name.Length > 0 && !names.Add(name) || !taken.Add(oid)) continue;
            var authority = new JsonObject { ["oid"] = oid, ["kind"] = "patient-id" };
            if (name.Length > 0) authority["namespace"] = name;
            known.Add(authority);
        }

        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"lenient-{taken.Count}.json"));
        File.WriteAllText(path, domain.ToJsonString());
        return path;
    }
}
