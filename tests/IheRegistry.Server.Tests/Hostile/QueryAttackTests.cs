using System.Xml.Linq;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Stored queries that are unknown, incomplete or wrongly coded (ITI TF-2 3.18.4.1.2.3), and ones that mean harm.</summary>
[TestFixture]
sealed class QueryAttackTests : AttackFixture
{
    const string FindDocuments = "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d";
    const string GetDocuments = "urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4";
    const string GetAssociations = "urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155";
    const string PatientId = "$XDSDocumentEntryPatientId";
    const string Status = "$XDSDocumentEntryStatus";
    const string TypeCode = "$XDSDocumentEntryTypeCode";
    const string CreationTimeFrom = "$XDSDocumentEntryCreationTimeFrom";
    const string UniqueId = "$XDSDocumentEntryUniqueId";
    const string Approved = "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')";
    const string Somebody = $"'{Leaks.PatientMark}-1^^^&amp;{Patient.Authority}&amp;ISO'";

    static IEnumerable<TestCaseData> Attacks =>
    [
        Of("An unknown id", "urn:uuid:00000000-0000-4000-8000-000000000000", "XDSUnknownStoredQuery"),
        Of("An id that is SQL", "'; DROP TABLE patient; --", "XDSUnknownStoredQuery"),
        Of("An id that is a path", "../../etc/passwd", "XDSUnknownStoredQuery"),
        Of("An id of a hundred thousand characters", new string('a', 100_000), "XDSUnknownStoredQuery"),
        Of("An empty id", "", "XDSRegistryError"),
        Of("No parameters", FindDocuments, "XDSStoredQueryMissingParam"),
        Of("No patient", FindDocuments, "XDSStoredQueryMissingParam", (Status, Approved)),
        Of("No status", FindDocuments, "XDSStoredQueryMissingParam", (PatientId, Somebody)),
        Of("A status of no meaning", FindDocuments, "XDSStoredQueryMissingParam", (PatientId, Somebody), (Status, "('evil')")),
        Of("A patient without quotes", FindDocuments, "XDSRegistryError", (PatientId, Somebody.Trim('\'')), (Status, Approved)),
        Of("A patient in double quotes", FindDocuments, "XDSRegistryError", (PatientId, Somebody.Replace('\'', '"')), (Status, Approved)),
        Of("A patient whose quote is not closed", FindDocuments, "XDSRegistryError", (PatientId, Somebody[..^1]), (Status, Approved)),
        Of("A patient that is no CX", FindDocuments, "XDSRegistryError", (PatientId, "'evil'"), (Status, Approved)),
        Of("A patient that is empty", FindDocuments, "XDSRegistryError", (PatientId, "''"), (Status, Approved)),
        Of("A patient of another authority's form", FindDocuments, "XDSRegistryError", (PatientId, "'a^^^evil'"), (Status, Approved)),
        Of("Two patients", FindDocuments, "XDSStoredQueryParamNumber", (PatientId, $"({Somebody},{Somebody})"), (Status, Approved)),
        Of("A patient twice", FindDocuments, "XDSStoredQueryParamNumber", (PatientId, Somebody), (PatientId, Somebody), (Status, Approved)),
        Of("A list that is not closed", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (TypeCode, "('a^^b'")),
        Of("A list without commas", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (TypeCode, "('a^^b' 'a^^b')")),
        Of("A list that ends in a comma", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (TypeCode, "('a^^b',)")),
        Of("An empty list", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, "()")),
        Of("A value behind a value", FindDocuments, "XDSRegistryError", (PatientId, Somebody + " OR 1=1"), (Status, Approved)),
        Of("A code without scheme", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (TypeCode, "('a')")),
        Of("A code of SQL", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (TypeCode, "(''' OR ''1''=''1')")),
        Of("A time of letters", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (CreationTimeFrom, "'evil'")),
        Of("A time of other digits", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (CreationTimeFrom, "'\u0662\u0660\u0662\u0660'")),
        Of("A time of twenty digits", FindDocuments, "XDSRegistryError", (PatientId, Somebody), (Status, Approved), (CreationTimeFrom, "99999999999999999999")),
        Of("No identifier", GetDocuments, "XDSStoredQueryMissingParam"),
        Of("Two kinds of identifiers", GetDocuments, "XDSStoredQueryParamNumber", (UniqueId, "('1.2.3')"), ("$XDSDocumentEntryEntryUUID", "('urn:uuid:a')")),
        Of("A value of a hundred thousand characters", GetDocuments, "XDSRegistryError", (UniqueId, $"('{new string('a', 100_000)}')")),
        Of("Twenty thousand values", GetDocuments, "XDSRegistryError", (UniqueId, $"({string.Join(',', Enumerable.Repeat("'1.2.3'", 20_000))})")),
        Of("A thousand parameters", GetDocuments, "XDSRegistryError", [.. Enumerable.Repeat((UniqueId, "('1.2.3')"), 1000)]),
    ];

    [TestCaseSource(nameof(Attacks))]
    public Task It_is_refused(string queryId, (string, string)[] slots, string errorCodes) => MustFailAsync(Request.Iti18(queryId, slots), errorCodes);

    [TestCase("../../../../etc/passwd")]
    [TestCase("' OR '1'='1")]
    [TestCase("'; DROP TABLE patient; --")]
    [TestCase("%")]
    [TestCase("_")]
    [TestCase("*")]
    [TestCase("urn:uuid:")]
    [TestCase("urn:uuid:%00000000-0000-0000-0000-000000000000")]
    [TestCase("urn:uuid:0x000000-0000-0000-0000-000000000000")]
    [TestCase("urn:uuid:{00000000-0000-0000-0000-000000000000}")]
    [TestCase("1.2.3.4\u2028")]
    [TestCase("\uFFFD\u202E")]
    public async Task A_strange_identifier_finds_nothing(string identifier)
    {
        var before = StoredState.Of(Server);
        var coded = $"('{identifier.Replace("'", "''", StringComparison.Ordinal)}')";
        foreach (var (query, parameter) in new[] { (GetDocuments, UniqueId), (GetDocuments, "$XDSDocumentEntryEntryUUID"), (GetAssociations, "$uuid") })
        {
            var answer = await AnswerAsync(Request.Iti18(query, (parameter, coded)));
            Assert.That((answer.ResponseStatus, answer.Envelope.Descendants().Attributes("objectType").Count()), Is.EqualTo(("Success", 0)), answer.Text);
        }

        before.MustBeUnchanged();
    }

    [Test]
    public async Task A_pattern_of_wildcards_is_answered()
    {
        var answer = await AnswerAsync(Request.Iti18(
            FindDocuments, (PatientId, Somebody), (Status, Approved), ("$XDSDocumentEntryAuthorPerson", $"('{string.Concat(Enumerable.Repeat("%a_", 600))}')")));
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);
    }

    [Test]
    public Task A_return_type_that_is_unknown_is_refused() =>
        MustFailAsync(Request.Iti18(Known).With("returnType=\"LeafClass\"", "returnType=\"RegistryObject\""), "XDSRegistryError");

    [Test]
    public async Task Sixteen_thousand_empty_slots_are_refused_and_not_remembered()
    {
        var slots = string.Concat(Enumerable.Repeat("<rim:Slot name=\"a\"/>", 16_000));
        await MustFailAsync(Request.Iti18(Known).With("<rim:Slot name=\"$XDSDocumentEntryPatientId\"", slots + "<rim:Slot name=\"$XDSDocumentEntryPatientId\""), "XDSRegistryError");
    }

    static TestCaseData Of(string name, string queryId, string errorCodes, params (string, string)[] slots) =>
        new TestCaseData(queryId, slots, errorCodes).SetArgDisplayNames(name);
}
