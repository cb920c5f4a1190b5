using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Metadata;

[TestFixture]
public sealed class SubmissionDigestTests
{
    [Test]
    public void A_digest_is_a_SHA256_in_lower_case() => Assert.That(SubmissionDigest.Of(Example()), Does.Match("^[0-9a-f]{64}$"));

    [Test]
    public void How_the_XML_is_written_does_not_matter()
    {
        var xml = RegistryObjectListXml.Write(Example());
        var indented = XDocument.Parse(xml.ToString());
        var flat = XDocument.Parse(xml.ToString(SaveOptions.DisableFormatting).Replace("rim:", "q:", StringComparison.Ordinal).Replace("xmlns:rim", "xmlns:q", StringComparison.Ordinal));
        Assert.That(
            SubmissionDigest.Of(RegistryObjectListXml.Read(flat)!),
            Is.EqualTo(SubmissionDigest.Of(RegistryObjectListXml.Read(indented)!)));
    }

    static IEnumerable<TestCaseData> Changes()
    {
        static TestCaseData Case(string name, Func<RegistryObject, RegistryObject> change) => new TestCaseData(change).SetArgDisplayNames(name);
        yield return Case("id", o => o with { Id = "x" });
        yield return Case("lid", o => o with { LogicalId = "x" });
        yield return Case("objectType", o => o with { ObjectType = "x" });
        yield return Case("status", o => o with { Status = "x" });
        yield return Case("home", o => o with { Home = "x" });
        yield return Case("mimeType", o => o with { MimeType = "x" });
        yield return Case("associationType", o => o with { AssociationType = "x" });
        yield return Case("sourceObject", o => o with { SourceObject = "x" });
        yield return Case("targetObject", o => o with { TargetObject = "x" });
        yield return Case("versionName", o => o with { VersionName = "x" });
        yield return Case("element", o => o with { Element = EbrimElement.RegistryPackage });
        yield return Case("slot value", o => o.WithSlot(SlotNames.Hash, "x"));
        yield return Case("slot name", o => o with { Slots = [.. o.Slots.Select(s => s with { Name = s.Name + "x" })] });
        yield return Case("values joined", o => o with { Slots = [.. o.Slots.Select(s => s with { Values = [string.Concat(s.Values)] })] });
        yield return Case("value added", o => o with { Slots = [.. o.Slots.Select(s => s with { Values = [.. s.Values, ""] })] });
        yield return Case("slot order", o => o with { Slots = [.. o.Slots.Reverse()] });
        yield return Case("name", o => o with { Name = [new LocalizedText("x")] });
        yield return Case("language", o => o with { Name = [.. o.Name.Select(n => n with { Language = "de" })] });
        yield return Case("charset", o => o with { Name = [.. o.Name.Select(n => n with { Charset = "UTF-8" })] });
        yield return Case("name as description", o => o with { Name = [], Description = o.Name });
        yield return Case("code", o => o with { Classifications = [.. o.Classifications.Select(c => c with { NodeRepresentation = "x" })] });
        yield return Case("scheme", o => o with { Classifications = [.. o.Classifications.Select(c => c with { Scheme = "x" })] });
        yield return Case("node", o => o with { Classifications = [.. o.Classifications.Select(c => c with { Node = "x" })] });
        yield return Case("classification id", o => o with { Classifications = [.. o.Classifications.Select(c => c with { Id = "x" })] });
        yield return Case("display", o => o with { Classifications = [.. o.Classifications.Select(c => c with { Name = [] })] });
        yield return Case("classifiedObject", o => o with { Classifications = [.. o.Classifications.Select(c => c with { ClassifiedObject = "x" })] });
        yield return Case("codingScheme", o => o with { Classifications = [.. o.Classifications.Select(c => c with { Slots = [] })] });
        yield return Case("identifier", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Select(e => e with { Value = "x" })] });
        yield return Case("identifier scheme", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Select(e => e with { Scheme = "x" })] });
        yield return Case("identifier id", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Select(e => e with { Id = "x" })] });
        yield return Case("registryObject", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Select(e => e with { RegistryObject = "x" })] });
        yield return Case("identifier name", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Select(e => e with { Name = [] })] });
        yield return Case("identifier gone", o => o with { ExternalIdentifiers = [.. o.ExternalIdentifiers.Skip(1)] });
    }

    [TestCaseSource(nameof(Changes))]
    public void Any_change_of_a_value_changes_it(Func<RegistryObject, RegistryObject> change)
    {
        var list = Example();
        var changed = list with { Objects = [.. list.Objects.Select(o => o.Element == EbrimElement.ExtrinsicObject ? change(o) : o)] };
        Assert.That(SubmissionDigest.Of(changed), Is.Not.EqualTo(SubmissionDigest.Of(list)));
    }

    [Test]
    public void An_object_more_or_less_changes_it()
    {
        var list = Example();
        var fewer = list with { Objects = [.. list.Objects.Skip(1)] };
        var withStray = list with { Stray = [new Classification()] };
        var withUnknown = list with { Unknown = ["x"] };
        Assert.That(new[] { list, fewer, withStray, withUnknown }.Select(SubmissionDigest.Of), Is.Unique);
    }

    static RegistryObjectList Example() => SubmissionBuilder.OneDocument().Build();
}
