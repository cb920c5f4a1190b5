using System.Text;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Model.Tests.AffinityDomains;

/// <summary>A small file that uses every property.</summary>
static class AffinityDomainExample
{
    internal const string Json =
        """
        {
          "$schema": "affinity-domain.schema.json",
          "name": "Example",
          "homeCommunityId": "urn:oid:1.2.3",
          "repositoryUniqueIds": ["1.2.3.1", "1.2.3.2"],
          "checks": { "codes": "warn", "mimeTypes": "off", "classCode": "reject" }, "restrictedUpdates": "own",
          "assigningAuthorities": [
            { "oid": "1.2.3.10", "namespace": "XAD", "kind": "patient-id", "name": "Region" },
            { "oid": "1.2.3.11", "kind": "national-id", "trusted": true }, { "oid": "1.2.3.12", "kind": "local", "patientIdDomain": true, "assigners": [{ "facility": "NORTH", "application": "HIS" }, { "facility": "SOUTH" }] }, { "oid": "1.2.3.13", "kind": "temporary" }
          ], "enterpriseAuthority": "1.2.3.12", "matching": { "linkThreshold": 12.5, "reviewThreshold": -3, "stopList": ["无名氏", "13800000000"], "weightsFile": "weights.json" }, "updateConsumers": [{ "name": "his", "address": "mllp://his.example:2575", "application": "HIS", "facility": "NORTH", "domains": ["1.2.3.11"] }, { "name": "portal", "address": "https://portal.example/pix", "application": "1.2.3.40", "connections": 4 }],
          "institutions": [
            { "id": "north", "name": "北院", "oid": "1.2.3.20", "sourceIds": ["1.2.3.20.1", "1.2.3.20.2"] }, { "id": "records", "name": "Records", "sourceIds": ["1.2.3.21.1"], "restrictedUpdates": "any" }, { "id": "closed", "name": "Closed", "sourceIds": ["1.2.3.22.1"], "restrictedUpdates": "none" }
          ],
          "mimeTypes": ["text/xml"],
          "codes": {
            "classCode": [
              { "code": "REPORTS", "codingScheme": "1.2.3.30", "display": "Reports" },
              { "code": "REPORTS", "codingScheme": "1.2.3.31" }
            ],
            "eventCodeList": []
          }
        }
        """;

    internal static AffinityDomainReading Read(string json) => AffinityDomainJson.Read(Encoding.UTF8.GetBytes(json));
}
