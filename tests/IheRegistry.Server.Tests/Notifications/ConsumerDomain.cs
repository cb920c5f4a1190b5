using System.Text.Json.Nodes;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Notifications;

/// <summary>The affinity domain that ships, with consumers of update notifications.</summary>
static class ConsumerDomain
{
    internal const string Red = "1.3.6.1.4.1.21367.13.20.1000";
    internal const string Green = "1.3.6.1.4.1.21367.13.20.2000";

    /// <summary>Writes it to a file and gives the path.</summary>
    internal static string Write(string folder, params JsonObject[] consumers)
    {
        var domain = JsonNode.Parse(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json")))!.AsObject();
        domain.Remove("$schema");
        domain["updateConsumers"] = new JsonArray([.. consumers]);
        var path = Path.Combine(folder, "domain.json");
        File.WriteAllText(path, domain.ToJsonString());
        return path;
    }

    /// <summary>A consumer over MLLP.</summary>
    internal static JsonObject Consumer(string name, int port, int connections = 1, params string[] domains)
    {
        var consumer = new JsonObject
        {
            ["name"] = name,
            ["address"] = $"mllp://127.0.0.1:{port}",
            ["application"] = "HIS",
            ["facility"] = name.ToUpperInvariant(),
            ["connections"] = connections,
        };
        if (domains.Length > 0) consumer["domains"] = new JsonArray([.. domains]);
        return consumer;
    }

    /// <summary>An id as PID-3 has it.</summary>
    internal static string Cx(string id, string authority) => $"{id}^^^&{authority}&ISO^PI";
}
