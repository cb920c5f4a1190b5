using System.Security;
using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.StoredQuery;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.StoredQuery;

[TestFixture]
public sealed class AdhocQueryReaderTests
{
    const string Namespaces = """
        xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"
        """;

    static string Request(string slots, string option = """<query:ResponseOption returnType="LeafClass"/>""") => $"""
        <query:AdhocQueryRequest {Namespaces}>{option}
          <rim:AdhocQuery id=" urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d " home="urn:oid:1.2.3">{slots}</rim:AdhocQuery>
        </query:AdhocQueryRequest>
        """;

    static string Slot(string name, params string[] values)
    {
        var list = string.Concat(values.Select(v => $"<rim:Value>{SecurityElement.Escape(v)}</rim:Value>"));
        return $"<rim:Slot name=\"{name}\"><rim:ValueList>{list}</rim:ValueList></rim:Slot>";
    }

    static StoredQueryRequest? Read(string xml, ErrorList errors, AdhocQueryLimits? limits = null)
    {
        using var reader = XmlReader.Create(new StringReader($"<body>{xml}<behind/></body>"));
        reader.ReadToDescendant("body");
        reader.Read();
        var understood = AdhocQueryReader.TryRead(reader, limits ?? AdhocQueryLimits.Default, errors, out var request);
        if (understood)
        {
            reader.MoveToContent();
            Assert.That(reader.LocalName, Is.EqualTo("behind"), "the reader must stand behind the request");
        }

        return request;
    }

    static QueryParameter ReadSlot(params string[] values) => Read(Request(Slot("$p", values)), [])!.Parameters.Single();

    [Test]
    public void A_request_is_read_whole()
    {
        var errors = new ErrorList();
        var request = Read(Request(Slot("$one", "'a'") + Slot("$two", "('b','c')") + Slot("$two", "('d')")), errors)!;
        Assert.Multiple(() =>
        {
            Assert.That(errors, Is.Empty);
            Assert.That(request.QueryId, Is.EqualTo(StoredQueryIds.FindDocuments));
            Assert.That(request.ReturnType, Is.EqualTo(ReturnType.LeafClass));
            Assert.That(request.Home, Is.EqualTo("urn:oid:1.2.3"));
            Assert.That(request.Parameters.Select(p => p.Name), Is.EqualTo(new[] { "$one", "$two", "$two" }));
            Assert.That(request.Parameters.Select(p => string.Join('|', p.Values)), Is.EqualTo(new[] { "a", "b|c", "d" }));
        });
    }

    [TestCase("'text'", new[] { "text" })]
    [TestCase("('text')", new[] { "text" })]
    [TestCase("('a','b')", new[] { "a", "b" })]
    [TestCase(" ( 'a' ,\n\t'b' ) ", new[] { "a", "b" })]
    [TestCase("'Children''s Hospital'", new[] { "Children's Hospital" })]
    [TestCase("'''a'''", new[] { "'a'" })]
    [TestCase("''", new[] { "" })]
    [TestCase("('a,b','(c)')", new[] { "a,b", "(c)" })]
    [TestCase("20041225", new[] { "20041225" })]
    [TestCase("'20041225'", new[] { "20041225" })]
    [TestCase("(1, 2)", new[] { "1", "2" })]
    [TestCase("' inner space '", new[] { " inner space " })]
    public void Values_are_decoded(string text, string[] values)
    {
        var parameter = ReadSlot(text);
        Assert.That(parameter.Problem, Is.Null);
        Assert.That(parameter.Values, Is.EqualTo(values));
    }

    [Test]
    public void Several_Value_elements_are_one_list() =>
        Assert.That(ReadSlot("('a','b')", "('c')", "'d'").Values, Is.EqualTo(new[] { "a", "b", "c", "d" }));

    [TestCase(
        "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved",
        "no single quotes around \"urn:oasis:names:tc:ebxml-regrep:StatusType:Approved\"")]
    [TestCase("(\"a\",\"b\")", "no single quotes")]
    [TestCase("'a", "no closing quote in \"'a\"")]
    [TestCase("'a''", "no closing quote")]
    [TestCase("('a','b)", "no closing quote")]
    [TestCase("('a','b'", "no closing parenthesis")]
    [TestCase("'a')", "text behind its value: \")\"")]
    [TestCase("'a','b'", "text behind its value: \",'b'\"")]
    [TestCase("('a' 'b')", "no comma before \"'b'\"")]
    [TestCase("('a',)", "a value is missing")]
    [TestCase("()", "a value is missing")]
    [TestCase("('a')('b')", "no comma before")]
    [TestCase("('a',,'b')", "no single quotes around \",'b'\"")]
    [TestCase("-5", "no single quotes around \"-5\"")]
    [TestCase(" ", "holds no value")]
    public void Wrong_coding_is_a_problem_of_that_parameter(string text, string problem) =>
        Assert.That(ReadSlot(text).Problem, Does.Contain(problem));

    [Test]
    public void A_slot_without_values_is_a_problem()
    {
        var parameters = Read(Request("""<rim:Slot name="$a"/><rim:Slot name="$b"><rim:ValueList/></rim:Slot>"""), [])!.Parameters;
        Assert.That(parameters.Select(p => p.Problem), Is.All.EqualTo("holds no value"));
    }

    [TestCase("LeafClassWithRepositoryItem")]
    [TestCase("RegistryObject")]
    [TestCase("leafclass")]
    [TestCase("")]
    public void Other_return_types_are_refused(string returnType)
    {
        var errors = new ErrorList();
        Assert.That(Read(Request("", $"<query:ResponseOption returnType=\"{returnType}\"/>"), errors), Is.Null);
        Assert.That(errors.Single().Code, Is.EqualTo(XdsErrorCode.XDSRegistryError));
        Assert.That(errors.Single().Context, Does.Contain($"\"{returnType}\""));
    }

    [Test]
    public void References_are_a_return_type() =>
        Assert.That(Read(Request("", """<query:ResponseOption returnType="ObjectRef"/>"""), [])!.ReturnType, Is.EqualTo(ReturnType.ObjectRef));

    [Test]
    public void A_request_without_option_or_query_is_refused()
    {
        foreach (var xml in new[]
                 {
                     Request("", ""),
                     $"<query:AdhocQueryRequest {Namespaces}/>",
                     $"<query:AdhocQueryRequest {Namespaces}><query:ResponseOption returnType=\"LeafClass\"/></query:AdhocQueryRequest>",
                     "<AdhocQueryRequest/>",
                 })
        {
            var errors = new ErrorList();
            Assert.That(Read(xml, errors), Is.Null);
            Assert.That(errors.HasErrors, Is.True);
        }
    }

    [Test]
    public void Foreign_elements_are_passed_over()
    {
        var slots = "<rim:QueryExpression queryLanguage=\"x\"><y>text</y></rim:QueryExpression><z/>" + Slot("$p", "'a'");
        Assert.That(Read(Request(slots), [])!.Parameters, Has.Count.EqualTo(1));
    }

    [Test]
    public void Too_many_parameters_are_refused()
    {
        var limits = new AdhocQueryLimits { MaxParameters = 3 };
        var errors = new ErrorList();
        Assert.That(Read(Request(string.Concat(Enumerable.Repeat(Slot("$p", "'a'"), 4))), errors, limits), Is.Null);
        Assert.That(errors.Single().Context, Does.Contain("more than 3 parameters"));
        Assert.That(Read(Request(string.Concat(Enumerable.Repeat(Slot("$p", "'a'"), 3))), [], limits), Is.Not.Null);
    }

    [Test]
    public void Too_many_values_are_refused()
    {
        var limits = new AdhocQueryLimits { MaxValues = 4 };
        var errors = new ErrorList();
        Assert.That(Read(Request(Slot("$p", "('a','b','c')") + Slot("$q", "('d','e')")), errors, limits), Is.Null);
        Assert.That(errors.Single().Context, Does.Contain("more than 4 values"));
        Assert.That(Read(Request(Slot("$p", "('a','b')") + Slot("$q", "('d','e')")), [], limits), Is.Not.Null);
    }

    [Test]
    public void A_value_that_is_too_long_is_a_problem()
    {
        var limits = new AdhocQueryLimits { MaxValueLength = 3 };
        Assert.That(Read(Request(Slot("$p", "'abc'")), [], limits)!.Parameters[0].Problem, Is.Null);
        Assert.That(Read(Request(Slot("$p", "'abcd'")), [], limits)!.Parameters[0].Problem, Does.Contain("more than 3 characters"));
    }

    [Test]
    public void An_error_quotes_no_more_than_a_person_reads() =>
        Assert.That(ReadSlot(new string('x', 10_000)).Problem, Has.Length.LessThan(200));
}
