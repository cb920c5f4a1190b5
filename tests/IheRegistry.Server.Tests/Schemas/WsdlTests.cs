using System.Xml;
using System.Xml.Linq;
using IheRegistry.Model;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Schemas;

/// <summary>The WSDLs describe what the server's table of transactions says, in the elements the schemas declare.</summary>
[TestFixture("XdsDocumentRegistry.wsdl", Transactions.RegistryPath)]
[TestFixture("XdsDocumentRepository.wsdl", Transactions.RepositoryPath)]
[TestFixture("XdrDocumentRecipient.wsdl", Transactions.RecipientPath)]
[TestFixture("PIXManager.wsdl", Transactions.ManagerPath)]
[TestFixture("PDSupplier.wsdl", Transactions.SupplierPath)]
sealed class WsdlTests(string file, string path)
{
    static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    static readonly XNamespace Wsaw = "http://www.w3.org/2006/05/addressing/wsdl";
    static readonly XNamespace Wsam = "http://www.w3.org/2007/05/addressing/metadata";
    static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    readonly XDocument _document = XDocument.Load(SourceTree.PathOf("schemas", file));

    Transaction[] Described => [.. Transactions.All.Where(transaction => transaction.Path == path)];

    [Test]
    public void Operations_have_the_actions_of_the_transactions()
    {
        foreach (var attribute in new[] { Wsaw + "Action", Wsam + "Action" })
        {
            Assert.That(Values(Wsdl + "input", attribute), Is.EquivalentTo(Described.Select(transaction => transaction.RequestAction)));
            Assert.That(Values(Wsdl + "output", attribute), Is.EquivalentTo(Described.Select(transaction => transaction.ResponseAction)));
        }
        Assert.That(Values(Soap12 + "operation", "soapAction"), Is.EquivalentTo(Described.Select(transaction => transaction.RequestAction)));
    }

    [Test]
    public void The_address_is_that_of_the_default_server() =>
        Assert.That(Values(Soap12 + "address", "location"), Is.EqualTo(new[] { "http://127.0.0.1:8080" + path }));

    [Test]
    public void Imports_hold_on_disk_and_beside_the_endpoint()
    {
        var locations = Values(Xs + "import", "schemaLocation");
        var served = locations.Select(location => new Uri(new Uri("http://127.0.0.1:8080" + path + "?wsdl"), location).AbsolutePath);
        Assert.That(locations, Is.Not.Empty.And.All.Matches<string>(location => File.Exists(SourceTree.PathOf("schemas", location))));
        Assert.That(served, Is.All.StartsWith("/schemas/"));
    }

    [Test]
    public void Messages_are_elements_that_the_schemas_declare()
    {
        var elements = _document.Descendants(Wsdl + "message").ToDictionary(
            message => $"tns:{(string)message.Attribute("name")!}", message => Resolve(message, (string)message.Element(Wsdl + "part")!.Attribute("element")!));
        var operations = _document.Descendants(Wsdl + "portType").Elements(Wsdl + "operation").ToList();
        var used = operations.Elements().Select(direction => (string)direction.Attribute("message")!).ToList();
        Assert.That(operations, Has.Count.EqualTo(Described.Length));
        Assert.That(used, Has.Count.EqualTo(2 * Described.Length).And.All.Matches<string>(elements.ContainsKey));
        // Several operations may have one answer.
        Assert.That(used.Distinct(), Is.EquivalentTo(elements.Keys));
        Assert.That(elements.Values, Is.All.Matches<XmlQualifiedName>(SchemaValidation.Schemas.GlobalElements.Contains));
    }

    List<string> Values(XName element, XName attribute) =>
        [.. _document.Descendants(element).Attributes(attribute).Select(found => found.Value)];

    static XmlQualifiedName Resolve(XElement scope, string name)
    {
        var parts = name.Split(':');
        return new(parts[1], scope.GetNamespaceOfPrefix(parts[0])!.NamespaceName);
    }
}
