using IheRegistry.Server.Options;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Options;

[TestFixture]
public sealed class ConfigurationDocumentTests
{
    static readonly string[] Lines = File.ReadAllLines(SourceTree.PathOf("docs", "configuration.md"));

    static IEnumerable<TestCaseData> Sections =>
        OptionTable.Sections.Select(section => new TestCaseData(section.Section, section.Options).SetArgDisplayNames(section.Section));

    [TestCaseSource(nameof(Sections))]
    public void A_section_lists_its_options_as_the_table_of_options_has_them(string section, IReadOnlyList<OptionDescriptor> options)
    {
        var written = Lines.SkipWhile(line => line != $"### {section}").Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var expected = options.Select(Row).ToArray();

        Assert.That(written, Is.EqualTo(expected), $"The rows are:\n{string.Join('\n', expected)}");
    }

    [Test]
    public void There_is_no_other_section() =>
        Assert.That(
            Lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)),
            Is.EqualTo(OptionTable.Sections.Select(section => $"### {section.Section}")));

    static string Row(OptionDescriptor option)
    {
        var name = option.IsFlag ? option.Name : $"{option.Name} {option.ValueName}";
        var value = option.DefaultText is { } text ? $"`{text}`" : "none";
        return $"| `{name}` | `{option.EnvironmentName}` | {value} | {option.Description} |";
    }
}
