using System.Text;
using System.Xml.Schema;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Schemas;

/// <summary>Our schemas compile together, and say what the official ones say about XDS.b messages.</summary>
[TestFixture]
sealed class SchemaSetTests
{
    const string Retrieve =
        "<RetrieveDocumentSetRequest xmlns='urn:ihe:iti:xds-b:2007'><DocumentRequest>" +
        "<RepositoryUniqueId>1.2.3</RepositoryUniqueId><DocumentUniqueId>1.2.4</DocumentUniqueId>" +
        "</DocumentRequest></RetrieveDocumentSetRequest>";

    [Test]
    public void The_schemas_compile_together_and_declare_every_message()
    {
        var declared = SchemaValidation.Schemas.GlobalElements.Names.Cast<System.Xml.XmlQualifiedName>().Select(name => name.Name);
        Assert.That(declared, Is.SupersetOf(new[]
        {
            "Envelope", "Fault", "Action", "MessageID", "RelatesTo", "Include", "SubmitObjectsRequest", "RegistryResponse",
            "AdhocQueryRequest", "AdhocQueryResponse", "ProvideAndRegisterDocumentSetRequest", "RetrieveDocumentSetRequest",
            "RetrieveDocumentSetResponse",
        }));
    }

    [Test]
    public void Every_schema_file_is_reached_from_message_xsd()
    {
        var reached = SchemaValidation.Schemas.Schemas().Cast<XmlSchema>().Select(schema => Path.GetFileName(schema.SourceUri));
        var present = Directory.EnumerateFiles(SourceTree.PathOf("schemas"), "*.xsd").Select(Path.GetFileName);
        Assert.That(reached.Distinct(), Is.EquivalentTo(present));
    }

    [Test]
    public void A_valid_message_has_no_errors() => Assert.That(SchemaValidation.Errors(Utf8(Retrieve)), Is.Empty);

    [Test]
    public void An_include_stands_for_the_document_it_points_to() =>
        Assert.That(SchemaValidation.Errors(Utf8(Provide("<i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:a@b'/>"))), Is.Empty);

    [TestCase("<i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='http://example.org/'/>", TestName = "An_include_of_no_MIME_part_is_an_error")]
    [TestCase("AAAA<i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:a@b'/>", TestName = "An_include_beside_text_is_an_error")]
    [TestCase("<b/>", TestName = "An_element_in_a_document_is_an_error")]
    [TestCase("?", TestName = "A_document_that_is_not_base64_is_an_error")]
    public void Bad_document(string content) => Assert.That(SchemaValidation.Errors(Utf8(Provide(content))), Is.Not.Empty);

    [TestCase("<unknown/>", TestName = "An_unknown_root_is_an_error")]
    [TestCase("<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><unknown/></e:Body></e:Envelope>", TestName = "An_unknown_body_is_an_error")]
    [TestCase("<RetrieveDocumentSetRequest xmlns='urn:ihe:iti:xds-b:2007'/>", TestName = "A_missing_element_is_an_error")]
    [TestCase("<open", TestName = "Malformed_XML_is_an_error")]
    public void Bad_message(string message) => Assert.That(SchemaValidation.Errors(Utf8(message)), Is.Not.Empty);

    [Test]
    public void A_slot_after_the_name_is_out_of_order()
    {
        const string Slot = "<Slot name='s'><ValueList><Value>v</Value></ValueList></Slot>";
        Assert.That(SchemaValidation.Errors(Utf8(Package(Slot + "<Name/>"))), Is.Empty);
        Assert.That(SchemaValidation.Errors(Utf8(Package("<Name/>" + Slot))), Is.Not.Empty);
    }

    static string Package(string content) =>
        "<l:SubmitObjectsRequest xmlns:l='urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0' xmlns='urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0'>" +
        $"<RegistryObjectList><RegistryPackage id='a'>{content}</RegistryPackage></RegistryObjectList></l:SubmitObjectsRequest>";

    static string Provide(string document) =>
        "<ProvideAndRegisterDocumentSetRequest xmlns='urn:ihe:iti:xds-b:2007'>" + Package("<Name/>") +
        $"<Document id='d'>{document}</Document></ProvideAndRegisterDocumentSetRequest>";

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
