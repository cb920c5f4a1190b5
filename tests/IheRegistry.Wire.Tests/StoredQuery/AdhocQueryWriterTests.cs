using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.StoredQuery;
using IheRegistry.Wire.Xml;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.StoredQuery;

[TestFixture]
public sealed class AdhocQueryWriterTests
{
    static readonly string[] Names =
    [
        ParameterNames.DocumentEntryPatientId, ParameterNames.DocumentEntryStatus, ParameterNames.DocumentEntryEventCodeList,
        ParameterNames.Uuid, ParameterNames.SubmissionSetAuthorPerson,
    ];

    static string Write(StoredQueryRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(bytes);
        AdhocQueryWriter.Write(xml, request);
        xml.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    static StoredQueryRequest Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        reader.MoveToContent();
        Assert.That(AdhocQueryReader.TryRead(reader, AdhocQueryLimits.Default, [], out var request), Is.True);
        return request!;
    }

    static string[] Values(params QueryParameter[] parameters) =>
    [
        .. XElement.Parse(Write(new StoredQueryRequest(StoredQueryIds.GetAll, ReturnType.ObjectRef, parameters)))
            .Descendants("{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}Value").Select(v => v.Value),
    ];

    [Test]
    public void Numbers_go_bare_single_texts_in_quotes_lists_in_parentheses() => Assert.That(
        Values(
            new QueryParameter(ParameterNames.DocumentEntryCreationTimeFrom, ["2005"]),
            new QueryParameter(ParameterNames.MetadataLevel, ["2"]),
            new QueryParameter(ParameterNames.PatientId, ["1^^^&1.2&ISO"]),
            new QueryParameter(ParameterNames.DocumentEntryStatus, ["x"]),
            new QueryParameter(ParameterNames.DocumentEntryTitle, ["it's", "b"])),
        Is.EqualTo(new[] { "2005", "2", "'1^^^&1.2&ISO'", "('x')", "('it''s','b')" }));

    [TestCase(StoredQueryIds.GetDocuments, "('1.2')")]
    [TestCase(StoredQueryIds.GetRelatedDocuments, "'1.2'")]
    [TestCase(StoredQueryIds.GetFoldersForDocument, "'1.2'")]
    public void An_id_goes_without_parentheses_where_the_query_takes_one(string queryId, string value) => Assert.That(
        Write(new StoredQueryRequest(queryId, ReturnType.ObjectRef, [new QueryParameter(ParameterNames.DocumentEntryUniqueId, ["1.2"])])),
        Does.Contain($">{value}<"));

    [Test]
    public void A_long_list_is_spread_over_values_that_the_schema_allows()
    {
        var uuids = Enumerable.Range(0, 100).Select(i => $"urn:uuid:00000000-0000-0000-0000-{i:D12}").ToArray();
        var values = Values(new QueryParameter(ParameterNames.Uuid, uuids));
        Assert.That(values, Has.Length.EqualTo(20));
        Assert.That(values.Select(v => v.Length), Is.All.LessThanOrEqualTo(256));
    }

    [Test]
    public void What_is_written_is_read_again() => Prop.ForAll(
        Requests().ToArbitrary(),
        request =>
        {
            var again = Read(Write(request));
            return again.QueryId == request.QueryId && again.ReturnType == request.ReturnType && again.Home == request.Home
                && again.Parameters.Select(Text).SequenceEqual(request.Parameters.Select(Text));
        }).QuickCheckThrowOnFailure();

    static Gen<StoredQueryRequest> Requests() =>
        from returnType in Gen.Elements(ReturnType.LeafClass, ReturnType.ObjectRef)
        from home in Gen.Elements<string?>(null, "urn:oid:1.2.3")
        from parameters in Gen.ListOf(
            from name in Gen.Elements(Names)
            from values in Gen.NonEmptyListOf(Texts())
            select new QueryParameter(name, [.. values]))
        select new StoredQueryRequest(StoredQueryIds.FindDocuments, returnType, [.. parameters.Take(50)], home);

    static Gen<string> Texts() =>
        from chars in Gen.ListOf(Gen.Elements("ab'(),^&<>\" é漢".ToCharArray()))
        select new string([.. chars]);

    static string Text(QueryParameter parameter) => $"{parameter.Name}={string.Join('|', parameter.Values)}!{parameter.Problem}";
}
