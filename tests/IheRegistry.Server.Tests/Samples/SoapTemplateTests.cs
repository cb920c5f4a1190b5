using System.Text.RegularExpressions;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>The request templates are valid messages as they stand, placeholders and all.</summary>
[TestFixture]
sealed partial class SoapTemplateTests
{
    static readonly string[] Placeholders =
    [
        "@ASSOCIATION_UUID@", "@CONTENT_ID@", "@CREATION_TIME@", "@DOCUMENT_ENTRY_UUID@", "@DOCUMENT_UNIQUE_ID@", "@HASH@", "@LOGICAL_ID@", "@MESSAGE_ID@", "@OTHER_PATIENT_ID@",
        "@PATIENT_ID@", "@PREVIOUS_MESSAGE_ID@", "@PREVIOUS_VERSION@", "@QUERY_ID@", "@REPOSITORY_UNIQUE_ID@", "@SIZE@", "@SOURCE_PATIENT_ID@", "@SUBMISSION_SET_UUID@",
        "@SUBMISSION_TIME@", "@SUBMISSION_UNIQUE_ID@", "@TITLE@", "@TO@",
    ];

    static IEnumerable<string> Templates =>
        Directory.EnumerateFiles(SourceTree.PathOf("samples", "soap"), "*.xml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Templates))]
    public void A_template_is_valid(string name)
    {
        var message = File.ReadAllBytes(SourceTree.PathOf("samples", "soap", name));
        Assert.That(SchemaValidation.Errors(message), Is.Empty);
        Assert.That(SchemaValidation.OfficialErrors(message), Is.Empty);
    }

    [TestCaseSource(nameof(Templates))]
    public void A_template_has_only_placeholders_that_the_clients_fill(string name)
    {
        var text = File.ReadAllText(SourceTree.PathOf("samples", "soap", name)).Replace("@NAMES@", "", StringComparison.Ordinal);
        Assert.That(Placeholder().Matches(text).Select(match => match.Value).Distinct(), Is.SubsetOf(Placeholders).And.Contains("@MESSAGE_ID@"));
    }

    [GeneratedRegex("@[A-Z_]+@")]
    private static partial Regex Placeholder();
}
