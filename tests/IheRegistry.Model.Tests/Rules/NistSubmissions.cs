using System.Xml.Linq;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>The submissions of the NIST XDS Toolkit's test plans, made ready as its engine would: patient, ids and sources assigned.</summary>
static class NistSubmissions
{
    static readonly string[] Transactions = ["RegisterTransaction", "ProvideAndRegisterTransaction"];

    static readonly string[] IheTypes = ["RPLC", "APND", "XFRM", "XFRM_RPLC", "signs"];

    /// <summary>Steps by name (test/section/step), with what the plan expects; empty where the files are absent.</summary>
    public static IEnumerable<(string Name, string Expected, SubmissionKind Kind, Func<RegistryObjectList> Load)> All()
    {
        if (SourceTree.SharedPathOf("nist", "testkit", "tests") is not { } tests) yield break;
        foreach (var plan in Directory.EnumerateFiles(tests, "testplan.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var section = Path.GetDirectoryName(plan)!;
            foreach (var step in XDocument.Load(plan).Descendants("TestStep"))
            {
                var transaction = step.Elements().FirstOrDefault(e => Transactions.Contains(e.Name.LocalName));
                if (transaction?.Element("MetadataFile") is not { } file) continue;
                var kind = transaction.Name.LocalName == Transactions[0] ? SubmissionKind.Register : SubmissionKind.ProvideAndRegister;
                var name = $"{Path.GetRelativePath(tests, section).Replace('\\', '/')}/{(string?)step.Attribute("id")}";
                yield return (name, step.Element("ExpectedStatus")!.Value.Trim(), kind, () => Load(Path.Combine(section, file.Value.Trim())));
            }
        }
    }

    /// <summary>The affinity domain of these tests; it refuses what it does not know.</summary>
    public static AffinityDomain Domain { get; } = ReadDomain();

    static RegistryObjectList Load(string file)
    {
        var document = XDocument.Load(file);
        foreach (var list in document.Descendants().Where(e => e.Name.LocalName == "LeafRegistryObjectList")) list.Name = list.Name.Namespace + "RegistryObjectList";
        var read = RegistryObjectListXml.Read(document)!;
        return read with { Objects = [.. read.Objects.Select(MakeReady)] };
    }

    // Most files are written in ebRIM 2.1: types without a namespace, no registryObject; $name$ stands for what an earlier step gave.
    static RegistryObject MakeReady(RegistryObject item) => item with
    {
        LogicalId = item.LogicalId is null ? null : item.Id,
        AssociationType = TypeOf(item.AssociationType),
        SourceObject = Registered(item.SourceObject),
        TargetObject = Registered(item.TargetObject),
        ExternalIdentifiers = [.. item.ExternalIdentifiers.Select(e => e with { Value = Assign(e), RegistryObject = e.RegistryObject ?? item.Id })],
    };

    static string? TypeOf(string? type) => type is null || type.Contains(':', StringComparison.Ordinal)
        ? type
        : (IheTypes.Contains(type) ? "urn:ihe:iti:2007:AssociationType:" : "urn:oasis:names:tc:ebxml-regrep:AssociationType:") + type;

    static string? Registered(string? id) => id?.StartsWith('$') == true ? EntryUuid.New() : id;

    static AffinityDomain ReadDomain()
    {
        if (SourceTree.SharedPathOf("nist", "codes.xml") is not { } file) return TestDomain.Unchecked;
        var codes = new Dictionary<CodedAttribute, IReadOnlyList<Code>>();
        IReadOnlyList<string> mimeTypes = [];
        foreach (var type in XDocument.Load(file).Descendants("CodeType"))
        {
            var name = (string)type.Attribute("name")!;
            if (name == "mimeType") mimeTypes = [.. type.Elements("Code").Select(c => (string)c.Attribute("code")!)];
            else codes[Enum.Parse<CodedAttribute>(name, ignoreCase: true)] =
                [.. type.Elements("Code").Select(c => new Code((string)c.Attribute("code")!, (string)c.Attribute("codingScheme")!)).Distinct()];
        }

        return TestDomain.WithCodes(CheckLevel.Reject, codes, mimeTypes);
    }

    static string? Assign(ExternalIdentifier identifier) => identifier.Scheme switch
    {
        SchemeUuids.DocumentEntryPatientId or SchemeUuids.SubmissionSetPatientId or SchemeUuids.FolderPatientId => SubmissionBuilder.DefaultPatient,
        SchemeUuids.DocumentEntryUniqueId or SchemeUuids.SubmissionSetUniqueId or SchemeUuids.FolderUniqueId => SubmissionBuilder.NewOid(),
        SchemeUuids.SourceId => "1.3.6.1.4.1.21367.4",
        _ => identifier.Value,
    };
}
