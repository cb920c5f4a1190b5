using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v3;

[TestFixture]
public sealed class ResponseTests
{
    static readonly PatientIdentifier[] Found = [new("2001", V3Messages.Other, ""), new("2002", V3Messages.Other, ""), new("E1", new HierarchicDesignator("EPID", "1.2.3.4", "ISO"), "")];

    [Requirement("ITI-45:3.45.4.2.3")]
    [TestCase(PixOutcome.Found, "AA", "OK")]
    [TestCase(PixOutcome.NoneFound, "AA", "NF")]
    [TestCase(PixOutcome.UnknownPatient, "AE", "AE", "patientIdentifier")]
    [TestCase(PixOutcome.UnknownPatientDomain, "AE", "AE", "patientIdentifier")]
    [TestCase(PixOutcome.UnknownDomains, "AE", "AE", "dataSource")]
    [TestCase(PixOutcome.Unavailable, "AR", "AE", "")]
    public void A_PIX_response_says_its_case_and_is_valid(PixOutcome outcome, string type, string code, string? parameter = null)
    {
        var message = V3Messages.WritePix();
        var query = V3Messages.Read(message, GetIdentifiersQueryReader.Read)!;
        var answer = new PixAnswer(outcome) { Identifiers = outcome == PixOutcome.Found ? Found : [], UnknownDomains = outcome == PixOutcome.UnknownDomains ? [2] : [] };
        var response = V3Messages.Write(xml => GetIdentifiersResponse.Of(query, answer).Write(xml, query, V3Messages.Self, V3Messages.Now));
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(response)), Is.Empty);
        var read = V3Messages.Read(response, GetIdentifiersResponse.Read)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((read.Acknowledgement.TypeCode, read.Acknowledgement.ResponseCode), Is.EqualTo((type, code)));
            Assert.That(read.Identifiers, Is.EqualTo(answer.Identifiers));
            Assert.That(read.Acknowledgement.Problems, Has.Count.EqualTo(parameter is null ? 0 : 1));
        }

        if (parameter is not { Length: > 0 }) return;
        var problem = read.Acknowledgement.Problems[0];
        Assert.That(problem.Code, Is.EqualTo(Hl7ErrorCode.UnknownKeyIdentifier));
        var place = At(message, problem.Location);
        Assert.That((place.Name.LocalName, place.Parent!.Name.LocalName), Is.EqualTo(("value", parameter)));
        if (outcome == PixOutcome.UnknownDomains) Assert.That((string?)place.Attribute("root"), Is.EqualTo("1.2.3.4"));
    }

    [Test]
    public void A_response_goes_back_to_who_asked_and_has_a_copy_of_the_query()
    {
        var query = V3Messages.Read(V3Messages.WritePix(), GetIdentifiersQueryReader.Read)!;
        var response = V3Messages.Parse(V3Messages.Write(xml =>
            GetIdentifiersResponse.Of(query, new PixAnswer(PixOutcome.NoneFound)).Write(xml, query, V3Messages.Self, V3Messages.Now)));
        XNamespace hl7 = "urn:hl7-org:v3";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)response.Element(hl7 + "receiver")!.Descendants(hl7 + "id").First().Attribute("root"), Is.EqualTo("1.2.840.1"));
            Assert.That((string?)response.Element(hl7 + "sender")!.Descendants(hl7 + "id").First().Attribute("root"), Is.EqualTo("1.2.840.3"));
            Assert.That((string?)response.Descendants(hl7 + "targetMessage").Elements(hl7 + "id").First().Attribute("root"), Is.EqualTo(query.Transmission.Id.Root));
            Assert.That((string?)response.Descendants(hl7 + "patientIdentifier").Elements(hl7 + "value").First().Attribute("extension"), Is.EqualTo("4711"));
            Assert.That((string?)response.Element(hl7 + "acceptAckCode")!.Attribute("code"), Is.EqualTo("NE"));
        }
    }

    [Test]
    public void A_query_that_was_not_understood_is_answered_with_what_is_wrong()
    {
        var message = V3Messages.WritePix(V3Messages.Pix with { Patient = new PatientIdentifier("", V3Messages.Domain, "") });
        var query = V3Messages.Read(message, GetIdentifiersQueryReader.Read)!;
        var response = V3Messages.Write(xml => GetIdentifiersResponse.Of(query, null).Write(xml, query, V3Messages.Self, V3Messages.Now));
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(response)), Is.Empty);
        var read = V3Messages.Read(response, GetIdentifiersResponse.Read)!.Acknowledgement;
        Assert.That((read.TypeCode, read.ResponseCode, read.Problems[0].Code), Is.EqualTo(("AE", "AE", Hl7ErrorCode.RequiredFieldMissing)));
    }

    [Requirement("ITI-47:3.47.4.2.3")]
    [TestCase(PdqOutcome.Found, "AA", "OK")]
    [TestCase(PdqOutcome.NoneFound, "AA", "NF")]
    [TestCase(PdqOutcome.UnknownDomains, "AE", "AE", "otherIDsScopingOrganization/value", Hl7ErrorCode.UnknownKeyIdentifier)]
    [TestCase(PdqOutcome.UnknownIdentifierDomain, "AE", "AE", "livingSubjectId/value", Hl7ErrorCode.UnknownKeyIdentifier)]
    [TestCase(PdqOutcome.NotSelective, "AE", "AE", "queryByParameter/parameterList", Hl7ErrorCode.RequiredFieldMissing)]
    [TestCase(PdqOutcome.TooMany, "AE", "AE", "queryByParameter/parameterList", Hl7ErrorCode.RequiredFieldMissing)]
    [TestCase(PdqOutcome.Unavailable, "AR", "AE", null, Hl7ErrorCode.ApplicationInternalError)]
    public void A_demographics_response_says_its_case_and_is_valid(PdqOutcome outcome, string type, string code, string? place = null, Hl7ErrorCode? error = null)
    {
        var message = V3Messages.WritePdq();
        var query = V3Messages.Read(message, FindCandidatesQueryReader.Read)!;
        var answer = new PdqAnswer(outcome)
        {
            Patients = outcome == PdqOutcome.Found ? [new PdqPatient(Found, V3Messages.Person, 100), new PdqPatient([], PatientDemographics.None, 80)] : [],
            Total = outcome == PdqOutcome.Found ? 7 : 0,
            Remaining = outcome == PdqOutcome.Found ? 5 : 0,
            UnknownDomains = outcome is PdqOutcome.UnknownDomains or PdqOutcome.UnknownIdentifierDomain ? [1] : [],
        };
        var response = WriteCandidates(query.Transmission, FindCandidatesResponse.Of(query, answer), query.Text);
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(response)), Is.Empty);
        var read = V3Messages.Read(response, FindCandidatesResponse.Read)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((read.Acknowledgement.TypeCode, read.Acknowledgement.ResponseCode, read.Total, read.Remaining), Is.EqualTo((type, code, answer.Total, answer.Remaining)));
            Assert.That(V3Messages.Text(read.Patients), Is.EqualTo(V3Messages.Text(answer.Patients)));
            Assert.That(read.Acknowledgement.Problems.Select(problem => (Hl7ErrorCode?)problem.Code), Is.EqualTo(error is null ? Array.Empty<Hl7ErrorCode?>() : [error]));
        }

        if (place is null) return;
        var found = At(message, read.Acknowledgement.Problems[0].Location);
        Assert.That($"{found.Parent!.Name.LocalName}/{found.Name.LocalName}", Is.EqualTo(place));
    }

    // "an OtherIDs.id attribute shall have an appropriate null value, and the ScopingOrganization class shall identify the corresponding domain"
    [Requirement("ITI-47:3.47.4.2.3")]
    [Test]
    public void A_domain_in_which_a_patient_has_no_identifier_is_named_with_a_null_one()
    {
        var query = V3Messages.Read(V3Messages.WritePdq(), FindCandidatesQueryReader.Read)!;
        var answer = new PdqAnswer(PdqOutcome.Found) { Patients = [new PdqPatient(Found, V3Messages.Person, 100)], Total = 1 };
        var response = FindCandidatesResponse.Of(query, answer);
        var text = V3Messages.Write(xml =>
        {
            var writer = new FindCandidatesResponseWriter(xml, query.Transmission, V3Messages.Self, V3Messages.Now);
            writer.Start(response);
            writer.WritePatient(answer.Patients[0], [V3Messages.Domain]);
            writer.End(response, query.QueryId, query.Text);
        });
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(text)), Is.Empty);
        XNamespace hl7 = "urn:hl7-org:v3";
        var other = V3Messages.Parse(text).Descendants(hl7 + "asOtherIDs").Single();
        Assert.That((string?)other.Element(hl7 + "id")!.Attribute("nullFlavor"), Is.EqualTo("NI"));
        Assert.That((string?)other.Descendants(hl7 + "id").Last().Attribute("root"), Is.EqualTo(V3Messages.Domain.UniversalId));
    }

    [Test]
    public void A_continuation_that_cannot_be_gone_on_with_is_answered_at_its_query_id()
    {
        var message = V3Messages.WriteContinuation();
        var continuation = V3Messages.Read(message, QueryContinuationReader.Read)!;
        var response = WriteCandidates(continuation.Transmission, FindCandidatesResponse.Of(continuation, new PdqAnswer(PdqOutcome.UnknownContinuation)), default);
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(response)), Is.Empty);
        var problem = V3Messages.Read(response, FindCandidatesResponse.Read)!.Acknowledgement.Problems[0];
        Assert.That(At(message, problem.Location).Name.LocalName, Is.EqualTo("queryId"));
    }

    [TestCase(null, "CA")]
    [TestCase(Hl7ErrorCode.UnknownKeyIdentifier, "CE")]
    [TestCase(Hl7ErrorCode.UnsupportedMessageType, "CR")]
    public void An_accept_acknowledgement_says_whether_the_message_was_taken_and_is_valid(Hl7ErrorCode? code, string type)
    {
        var message = V3Messages.Begin(Interactions.RecordAdded);
        Hl7v3Problem[] problems = code is { } found ? [new(found, "/hl7:PRPA_IN201301UV02", "Wrong & <bad>"), new(Hl7ErrorCode.DataTypeError, "", "Note", Hl7Severity.Warning)] : [];
        var text = V3Messages.Write(AcceptAcknowledgement.Of(message, problems, V3Messages.Self, V3Messages.Now).Write);
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(text)), Is.Empty);
        var read = V3Messages.Read(text, AcceptAcknowledgement.Read)!;
        Assert.That((read.TypeCode, read.IsAccepted, read.Target), Is.EqualTo((type, code is null, message.Id)));
        Assert.That(read.Problems, Is.EqualTo(problems));
    }

    static byte[] WriteCandidates(Transmission request, FindCandidatesResponse response, ReadOnlyMemory<byte> text) => V3Messages.Write(xml =>
    {
        var writer = new FindCandidatesResponseWriter(xml, request, V3Messages.Self, V3Messages.Now);
        writer.Start(response);
        foreach (var patient in response.Patients) writer.WritePatient(patient, []);
        writer.End(response, V3Messages.QueryId, text);
    });

    // A location is an XPath expression that can be evaluated on the message.
    static XElement At(byte[] message, string location)
    {
        var namespaces = new XmlNamespaceManager(new NameTable());
        namespaces.AddNamespace("hl7", "urn:hl7-org:v3");
        var document = new XDocument(V3Messages.Parse(message));
        return document.XPathSelectElement(location, namespaces) ?? throw new AssertionException($"Nothing at {location}");
    }
}
