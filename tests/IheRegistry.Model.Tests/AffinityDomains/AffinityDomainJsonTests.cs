using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.AffinityDomains;

[TestFixture]
public sealed class AffinityDomainJsonTests
{
    [Test]
    public void Every_property_is_read()
    {
        var definition = AffinityDomainExample.Read(AffinityDomainExample.Json).Domain!.Definition;

        Assert.Multiple(() =>
        {
            Assert.That(definition.Schema, Is.EqualTo("affinity-domain.schema.json"));
            Assert.That(definition.Name, Is.EqualTo("Example"));
            Assert.That(definition.HomeCommunityId, Is.EqualTo("urn:oid:1.2.3"));
            Assert.That(definition.Institutions[0].SourceIds, Is.EqualTo(new[] { "1.2.3.20.1", "1.2.3.20.2" }));
            Assert.That(definition.RestrictedUpdates, Is.EqualTo(UpdatePermission.Own));
            Assert.That(
                definition.Institutions.Select(i => i.RestrictedUpdates), Is.EqualTo(new UpdatePermission?[] { null, UpdatePermission.Any, UpdatePermission.None }));
            Assert.That(definition.Authorities, Is.EqualTo(new AssigningAuthority[]
            {
                new("1.2.3.10", AuthorityKind.PatientId, "XAD", "Region"),
                new("1.2.3.11", AuthorityKind.NationalId) { IsTrusted = true },
                new("1.2.3.12", AuthorityKind.Local) { IsPatientIdDomain = true, Assigners = [new("NORTH", "HIS"), new("SOUTH", null)] },
                new("1.2.3.13", AuthorityKind.Temporary),
            }));
            Assert.That(definition.EnterpriseAuthority, Is.EqualTo("1.2.3.12"));
            Assert.That(definition.Matching, Is.EqualTo(new MatchingPolicy(12.5, -3, definition.Matching.StopList, "weights.json")));
            Assert.That(definition.Matching.StopList, Is.EqualTo(new[] { "无名氏", "13800000000" }));
            Assert.That(definition.UpdateConsumers[0].Address, Is.EqualTo(new Uri("mllp://his.example:2575")));
            Assert.That(definition.UpdateConsumers.Select(c => (c.Name, c.Application, c.Facility, c.IsVersion2, string.Join(' ', c.Domains))), Is.EqualTo(new[]
            {
                ("his", "HIS", "NORTH", true, "1.2.3.11"), ("portal", "1.2.3.40", (string?)null, false, ""),
            }));
            Assert.That(definition.UpdateConsumers.Select(c => c.Connections), Is.EqualTo(new[] { 1, 4 }));
            Assert.That(definition.Codes.Keys, Is.EquivalentTo(new[] { CodedAttribute.ClassCode, CodedAttribute.EventCodeList }));
        });
    }

    [TestCase("\"1.2.3.1\", \"1.2.3.2\"", "\"1.02\"", "line 5, $.repositoryUniqueIds[0]: \"1.02\" is not an OID of at most 64 characters")]
    [TestCase("\"1.2.3.1\", \"1.2.3.2\"", "", "line 5, $.repositoryUniqueIds: at least one is needed, for new documents")]
    [TestCase("urn:oid:1.2.3\"", "1.2.3\"", "line 4, $.homeCommunityId: \"1.2.3\" is not a homeCommunityId, urn:oid: and an OID")]
    [TestCase("\"name\": \"Example\",", "", "line 1, $.name: missing")]
    [TestCase("\"Example\"", "\"  \"", "line 3, $.name: must not be blank")]
    [TestCase("\"Example\"", "\"Example \"", "line 3, $.name: \"Example \" begins or ends with a blank")]
    [TestCase("\"Example\"", "7", "line 3, $.name: expected a string")]
    [TestCase("\"codes\": \"warn\"", "\"codes\": \"no\"", "line 6, $.checks.codes: \"no\" is not one of off, reject, warn")]
    [TestCase("\"mimeTypes\": \"off\"", "\"mime\": \"off\"", "line 6, $.checks.mime: unknown property; known here are codes, mimeTypes, classCode")]
    [TestCase("\"kind\": \"national-id\"", "\"kind\": \"id\"", "line 9, $.assigningAuthorities[1].kind: \"id\" is not one of ")]
    [TestCase("\"oid\": \"1.2.3.11\"", "\"oid\": \"1.2.3.10\"", "line 9, $.assigningAuthorities[1]: 1.2.3.10 is in line 8 already")]
    [TestCase("\"oid\": \"1.2.3.11\"", "\"oid\": \"1.2.3.11\", \"namespace\": \"XAD\"",
        "line 9, $.assigningAuthorities[1]: the namespace \"XAD\" is used in line 8 already")]
    [TestCase("\"XAD\"", "\"1.2.3.11\"", "line 8, $.assigningAuthorities[0].namespace: \"1.2.3.11\" is an OID, not a namespace id")]
    [TestCase("\"own\"", "\"mine\"", "line 6, $.restrictedUpdates: \"mine\" is not one of any, none, own")]
    [TestCase("\"restrictedUpdates\": \"any\"", "\"restrictedUpdates\": \"all\"", "line 12, $.institutions[1].restrictedUpdates: \"all\" is not one of any, none, own")]
    [TestCase("\"1.2.3.20.2\"]", "\"1.2.3.20.1\"]", "line 12, $.institutions[0].sourceIds[1]: 1.2.3.20.1 is in line 12 already")]
    [TestCase("\"sourceIds\": [\"1.2.3.20.1\", \"1.2.3.20.2\"] }", "\"sourceIds\": [\"1.2.3.4\"] }, { \"id\": \"south\", \"name\": \"S\", \"sourceIds\": [\"1.2.3.4\"] }",
        "line 12, $.institutions[1]: the sourceId 1.2.3.4 belongs to the institution of line 12 already")]
    [TestCase("\"trusted\": true", "\"trusted\": \"yes\"", "line 9, $.assigningAuthorities[1].trusted: expected true or false")]
    [TestCase("\"temporary\"", "\"temporary\", \"trusted\": true", "line 9, $.assigningAuthorities[3].trusted: temporary identifiers are given to persons that are not known")]
    [TestCase("\"namespace\": \"XAD\"", "\"patientIdDomain\": false", "line 8, $.assigningAuthorities[0].patientIdDomain: identifiers of kind patient-id are those of a patient id domain")]
    [TestCase("{ \"facility\": \"SOUTH\" }", "{}", "line 9, $.assigningAuthorities[2].assigners[1]: a facility or an application is needed")]
    [TestCase("{ \"facility\": \"SOUTH\" }", "{ \"system\": \"S\", \"facility\": \"SOUTH\" }", "line 9, $.assigningAuthorities[2].assigners[1].system: unknown property")]
    [TestCase("\"enterpriseAuthority\": \"1.2.3.12\"", "\"enterpriseAuthority\": \"1.2.3.99\"", "line 10, $.enterpriseAuthority: 1.2.3.99 is not among the assigningAuthorities")]
    [TestCase("\"enterpriseAuthority\": \"1.2.3.12\"", "\"enterpriseAuthority\": \"1.2.3.11\"", "line 10, $.enterpriseAuthority: 1.2.3.11 is no patient id domain")]
    [TestCase("\"temporary\" }\n  ], \"enterpriseAuthority\": \"1.2.3.12\"", "\"temporary\", \"patientIdDomain\": true }\n  ], \"enterpriseAuthority\": \"1.2.3.13\"",
        "line 10, $.enterpriseAuthority: 1.2.3.13 gives out temporary ids")]
    [TestCase("\"reviewThreshold\": -3", "\"reviewThreshold\": 12.5", "line 10, $.matching.reviewThreshold: must be below linkThreshold")]
    [TestCase("\"linkThreshold\": 12.5", "\"linkThreshold\": 1e999", "line 10, $.matching.linkThreshold: expected a number")]
    [TestCase("\"linkThreshold\": 12.5", "\"linkThreshold\": \"12\"", "line 10, $.matching.linkThreshold: expected a number")]
    [TestCase("\"13800000000\"", "\"无名氏\"", "line 10, $.matching.stopList[1]: 无名氏 is in line 10 already")]
    [TestCase("\"portal\"", "\"his\"", "line 10, $.updateConsumers[1]: his is in line 10 already")]
    [TestCase("mllp://his.example:2575", "mllp://his.example", "line 10, $.updateConsumers[0].address: \"mllp://his.example\" is not an address: ")]
    [TestCase("mllp://his.example:2575", "ftp://his.example:2575", "line 10, $.updateConsumers[0].address: \"ftp://his.example:2575\" is not an address: ")]
    [TestCase("https://portal", "https://u:p@portal", "line 10, $.updateConsumers[1].address: \"https://u:p@portal.example/pix\" is not an address: ")]
    [TestCase("\"application\": \"HIS\", \"facility\": \"NORTH\", \"domains\"", "\"application\": \"HIS\", \"domains\"", "line 10, $.updateConsumers[0].facility: missing")]
    [TestCase("\"application\": \"1.2.3.40\"", "\"application\": \"PORTAL\"", "line 10, $.updateConsumers[1].application: must be the OID of the receiving device")]
    [TestCase("\"domains\": [\"1.2.3.11\"]", "\"domains\": [\"1.2.3.98\"]", "line 10, $.updateConsumers[0].domains[0]: 1.2.3.98 is not among the assigningAuthorities")]
    [TestCase("\"connections\": 4", "\"facility\": \"NORTH\"", "line 10, $.updateConsumers[1].facility: must be the OID of the receiving organization")]
    [TestCase("\"connections\": 4", "\"connections\": 17", "line 10, $.updateConsumers[1].connections: expected a whole number from 1 to 16")]
    [TestCase("\"connections\": 4", "\"connections\": 1.5", "line 10, $.updateConsumers[1].connections: expected a whole number from 1 to 16")]
    [TestCase("\"text/xml\"", "\"text\"", "line 14, $.mimeTypes[0]: \"text\" is not a mime type such as text/xml")]
    [TestCase("\"text/xml\"", "\"text/xml\", \"TEXT/xml\"", "line 14, $.mimeTypes[1]: text/xml is in line 14 already")]
    [TestCase("\"mimeTypes\": \"off\"", "\"mimeTypes\": \"reject\"", null)]
    [TestCase("\"codingScheme\": \"1.2.3.31\"", "\"codingScheme\": \"1.2.3.30\"", "line 18, $.codes.classCode[1]: REPORTS^^1.2.3.30 is in line 17 already")]
    [TestCase(", \"codingScheme\": \"1.2.3.31\"", "", "line 18, $.codes.classCode[1].codingScheme: missing")]
    [TestCase("\"display\"", "\"displayName\"", "line 17, $.codes.classCode[0].displayName: unknown property; known here are code, codingScheme, display")]
    [TestCase("\"1.2.3.31\"", "\"1.2^3\"", "line 18, $.codes.classCode[1].codingScheme: \"1.2^3\" contains ^")]
    [TestCase("\"eventCodeList\": []", "\"eventCodes\": []", "line 20, $.codes.eventCodes: unknown property")]
    [TestCase("\"eventCodeList\": []", "\"eventCodeList\": {}", "line 20, $.codes.eventCodeList: expected an array")]
    [TestCase("\"classCode\": \"reject\"", "\"eventCodeList\": \"reject\"",
        "line 20, $.codes.eventCodeList: no codes while unknown ones are rejected; list some or set checks.eventCodeList to off")]
    [TestCase("\"classCode\": \"reject\"", "\"typeCode\": \"reject\"", "line 15, $.codes.typeCode: no codes while unknown ones are rejected")]
    public void A_wrong_value_is_reported_with_line_and_path(string right, string wrong, string? problem)
    {
        var json = AffinityDomainExample.Json.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(json, Is.Not.EqualTo(AffinityDomainExample.Json));

        var reading = AffinityDomainExample.Read(json);

        Assert.That(reading.Domain, problem is null ? Is.Not.Null : Is.Null);
        Assert.That(reading.Problems, Has.Count.EqualTo(problem is null ? 0 : 1));
        if (problem is not null)
            Assert.That(reading.Problems[0].ToString(), Does.StartWith(problem));
    }

    [TestCase("\"kind\": \"local\"")]
    [TestCase("\"kind\": \"temporary\", \"patientIdDomain\": true")]
    public void A_domain_without_lasting_patient_ids_is_refused(string kind)
    {
        var json = AffinityDomainExample.Json
            .Replace("\"kind\": \"patient-id\"", kind, StringComparison.Ordinal)
            .Replace("\"patientIdDomain\": true, \"assigners\"", "\"assigners\"", StringComparison.Ordinal)
            .Replace("\"enterpriseAuthority\": \"1.2.3.12\", ", "", StringComparison.Ordinal);

        Assert.That(
            AffinityDomainExample.Read(json).Problems.Select(problem => problem.ToString()),
            Is.EqualTo(new[] { "line 7, $.assigningAuthorities: one of kind patient-id is needed, or no patient could be registered" }));
    }

    [Test]
    public void All_problems_are_reported_by_line()
    {
        var json = AffinityDomainExample.Json
            .Replace("\"REPORTS\", \"codingScheme\": \"1.2.3.31\"", "\"\"", StringComparison.Ordinal)
            .Replace("urn:oid:1.2.3\"", "x\"", StringComparison.Ordinal)
            .Replace("national-id", "none", StringComparison.Ordinal);

        var lines = AffinityDomainExample.Read(json).Problems.Select(problem => problem.Line);

        Assert.That(lines, Is.EqualTo(new[] { 4, 9, 18, 18 }));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{ \"codes\": 1 }")]
    public void What_is_no_affinity_domain_is_refused(string json)
    {
        var reading = AffinityDomainExample.Read(json);

        Assert.That(reading.Domain, Is.Null);
        Assert.That(reading.Problems, Is.Not.Empty);
    }

    [Test]
    public void What_is_written_reads_back_as_the_same() => Prop.ForAll(Definitions().ToArbitrary(), ReadsBack).QuickCheckThrowOnFailure();

    [Test]
    public void One_code_stands_on_one_line_with_readable_text()
    {
        var written = Encoding.UTF8.GetString(AffinityDomainJson.Write(AffinityDomainExample.Read(AffinityDomainExample.Json).Domain!.Definition));

        Assert.That(written, Does.Contain("\n      { \"code\": \"REPORTS\", \"codingScheme\": \"1.2.3.30\", \"display\": \"Reports\" },\n").And.Contain("北院"));
    }

    static bool ReadsBack(AffinityDomainDefinition definition)
    {
        var written = AffinityDomainJson.Write(definition);
        var reading = AffinityDomainJson.Read(written);
        Assert.That(reading.Problems, Is.Empty);
        var read = reading.Domain!.Definition;
        return read.Name == definition.Name
            && read.RepositoryUniqueIds.SequenceEqual(definition.RepositoryUniqueIds)
            && read.Authorities.SequenceEqual(definition.Authorities)
            && read.MimeTypes.SequenceEqual(definition.MimeTypes)
            && read.Codes[CodedAttribute.TypeCode].SequenceEqual(definition.Codes[CodedAttribute.TypeCode])
            && read.Checks.Of(CodedAttribute.TypeCode) == definition.Checks.Of(CodedAttribute.TypeCode)
            && read.EnterpriseAuthority == definition.EnterpriseAuthority
            && read.Matching.LinkThreshold.Equals(definition.Matching.LinkThreshold)
            && read.Matching.StopList.SequenceEqual(definition.Matching.StopList)
            && read.UpdateConsumers.Select(consumer => consumer.Address).SequenceEqual(definition.UpdateConsumers.Select(consumer => consumer.Address))
            && AffinityDomainJson.Write(read).AsSpan().SequenceEqual(written);
    }

    static Gen<AffinityDomainDefinition> Definitions() =>
        from name in Texts()
        from home in Oids()
        from repositories in Oids().NonEmptyListOf()
        from level in Gen.Elements(Enum.GetValues<CheckLevel>())
        from authorities in Authorities().ListOf()
        from values in Texts().ListOf()
        from link in Gen.Choose(-1_000_000, 1_000_000)
        select new AffinityDomainDefinition(
            name,
            "urn:oid:" + home,
            [.. repositories.Distinct()],
            new CheckLevels(CheckLevel.Off, level, new Dictionary<CodedAttribute, CheckLevel> { [CodedAttribute.TypeCode] = CheckLevel.Warn }),
            [.. authorities.Append(new AssigningAuthority("1.2", AuthorityKind.PatientId)).DistinctBy(authority => authority.Oid)],
            [new Institution(name, name, home, [home]), new Institution(name + "2", name, null, [])],
            ["text/xml"],
            new Dictionary<CodedAttribute, IReadOnlyList<Code>>
            {
                [CodedAttribute.TypeCode] = [.. values.Distinct().Select((text, index) => new Code(text, home, index % 2 == 0 ? name : null))],
            })
        {
            EnterpriseAuthority = link > 0 ? "1.2" : null,
            Matching = new MatchingPolicy(link / 7.0, link % 2 == 0 ? null : (link / 7.0) - 1, [.. values.Distinct()], link % 3 == 0 ? null : name),
            UpdateConsumers = [.. values.Distinct().Select((text, index) => new UpdateConsumer(
                text,
                new Uri(index % 2 == 0 ? "mllp://127.0.0.1:2575" : "http://example/pix?a=b"),
                index % 2 == 0 ? name : home,
                index % 2 == 0 ? name : index % 4 == 1 ? null : home,
                index % 3 == 0 ? [] : ["1.2"]) { Connections = (index % UpdateConsumer.MaxConnections) + 1 })],
        };

    static Gen<AssigningAuthority> Authorities() =>
        from oid in Oids()
        from kind in Gen.Elements(Enum.GetValues<AuthorityKind>())
        from assigner in Texts()
        from flags in Gen.Choose(0, 7)
        select new AssigningAuthority(oid, kind, $"NS-{oid}")
        {
            IsPatientIdDomain = kind == AuthorityKind.PatientId || (flags & 1) != 0,
            IsTrusted = kind != AuthorityKind.Temporary && (flags & 2) != 0,
            Assigners = (flags & 4) != 0 ? [new Assigner(assigner, null), new Assigner(null, assigner), new Assigner(assigner, assigner)] : [],
        };

    static Gen<string> Oids() => Gen.Choose(0, 9999).NonEmptyListOf().Select(arcs => $"2.{string.Join('.', arcs.Take(8))}");

    static Gen<string> Texts() =>
        Gen.Elements("a", "B", "7", "\"", "\\", "/", "&", "<", "'", "\t", " ", "é", "护", "😀", "\u2028")
            .NonEmptyListOf()
            .Select(parts => $"x{string.Concat(parts)}x");
}
