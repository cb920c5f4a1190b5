using System.Text.Json.Nodes;
using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>The affinity domain of a region: three hospitals, the state's identity numbers, and the EPIDs that this server allots.</summary>
static class Region
{
    public const string HospitalA = "2.999.1.1";
    public const string HospitalB = "2.999.1.2";
    public const string HospitalC = "2.999.1.3";
    public const string NationalId = "2.999.2.1";
    public const string Temporary = "2.999.3.1";
    public const string Epid = "1.3.6.1.4.1.21367.2026.1.3";

    /// <summary>Writes the file into a folder.</summary>
    public static string Write(string folder)
    {
        var domain = JsonNode.Parse(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json")))!.AsObject();
        domain.Remove("$schema");
        var authorities = domain["assigningAuthorities"]!.AsArray();
        authorities.Add(Local(HospitalA, "HOSPA"));
        authorities.Add(Local(HospitalB, "HOSPB"));
        authorities.Add(Local(HospitalC, "HOSPC"));
        authorities.Add(new JsonObject { ["oid"] = NationalId, ["namespace"] = "NATID", ["kind"] = "national-id", ["trusted"] = true });
        authorities.Add(new JsonObject { ["oid"] = Temporary, ["namespace"] = "TEMP", ["kind"] = "temporary" });
        var path = Path.Combine(folder, "region.json");
        File.WriteAllText(path, domain.ToJsonString());
        return path;
    }

    static JsonObject Local(string oid, string name) => new()
    {
        ["oid"] = oid,
        ["namespace"] = name,
        ["kind"] = "local",
        ["assigners"] = new JsonArray(new JsonObject { ["facility"] = name }),
    };
}
