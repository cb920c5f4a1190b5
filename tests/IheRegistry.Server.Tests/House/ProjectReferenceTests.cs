using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.House;

/// <summary>The house has one way through it: which project may see which other one.</summary>
[TestFixture]
public sealed class ProjectReferenceTests
{
    static readonly Dictionary<string, string[]> Legal = new()
    {
        ["IheRegistry.Model"] = [],
        ["IheRegistry.Wire"] = ["IheRegistry.Model"],
        ["IheRegistry.Store"] = ["IheRegistry.Model"],
        ["IheRegistry.Actors"] = ["IheRegistry.Model", "IheRegistry.Store", "IheRegistry.Wire"],
        ["IheRegistry.Server"] = ["IheRegistry.Actors", "IheRegistry.Wire"],
        ["IheRegistry.Client"] = ["IheRegistry.Wire"],
    };

    [Test]
    public void Every_project_references_only_what_the_house_allows()
    {
        var found = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(project => Path.GetFileNameWithoutExtension(project)!, References);
        Assert.Multiple(() =>
        {
            Assert.That(found.Keys, Is.EquivalentTo(Legal.Keys));
            foreach (var (project, references) in found)
                Assert.That(references, Is.SubsetOf(Legal[project]), project);
        });
    }

    static List<string> References(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))),
    ];
}
