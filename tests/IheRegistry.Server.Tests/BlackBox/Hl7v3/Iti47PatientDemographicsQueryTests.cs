using System.Globalization;
using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>Patient Demographics Query HL7 V3 [ITI-47] over real sockets.</summary>
[TestFixture]
public sealed class Iti47PatientDemographicsQueryTests : Hl7v3Fixture
{
    const string Query = "/hl7:PRPA_IN201305UV02/hl7:controlActProcess/hl7:queryByParameter/hl7:parameterList";

    [Requirement("ITI-47:3.47.4.2.3")]
    [Test]
    public async Task A_patient_is_found_with_what_is_known_of_him()
    {
        var (id, family) = await FedAsync();
        var reply = await AskAsync(Name(family), Domain(Authority));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((reply.Action, Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("urn:hl7-org:v3:PRPA_IN201306UV02", "AA", "OK")));
            Assert.That(PatientIds(reply.Body), Is.EqualTo(new[] { (Authority, id) }));
            Assert.That(Quantities(reply), Is.EqualTo((1, 1, 0)));
            Assert.That((string?)Select(reply.Body, "//hl7:patientPerson/hl7:administrativeGenderCode").Single().Attribute("code"), Is.EqualTo("M"));
            Assert.That(Select(reply.Body, "//hl7:patientPerson/hl7:addr/hl7:city").Single().Value, Is.EqualTo("Springfield"));
            Assert.That((string?)Select(reply.Body, "//hl7:patientPerson/hl7:telecom").Single().Attribute("value"), Does.StartWith("tel:+86-755-"));
            Assert.That((string?)Select(reply.Body, "//hl7:queryMatchObservation/hl7:value").Single().Attribute("value"), Is.EqualTo("100"));
            Assert.That(Select(reply.Body, "//hl7:queryByParameter//hl7:livingSubjectName//hl7:family").Single().Value, Is.EqualTo(family));
        }
    }

    [Requirement("ITI-47:3.47.4.1.2.1")]
    [Test]
    public async Task Names_match_as_a_whole_or_by_their_beginning_where_that_is_asked_for()
    {
        var (id, family) = await FedAsync();
        Assert.That(await FindAsync(Name(family)), Does.Contain(id));
        Assert.That(await FindAsync(Name(family.ToUpperInvariant())), Does.Contain(id));
        Assert.That(await FindAsync(Name(family[..^2])), Is.Empty);
        Assert.That(await FindAsync(Name(family[..^2], "use=\"SRCH\"")), Does.Contain(id));
        Assert.That(await FindAsync(Name(family, given: "Wei")), Does.Contain(id));
        Assert.That(await FindAsync(Name(family, given: "Bob")), Is.Empty);
        Assert.That(await FindAsync(Name("Nobody"), Name(family)), Does.Contain(id), "names are alternatives");
    }

    [TestCase("<livingSubjectAdministrativeGender><value code=\"M\"/>", "<livingSubjectAdministrativeGender><value code=\"F\"/>", "livingSubjectAdministrativeGender", TestName = "By_gender")]
    [TestCase("<livingSubjectBirthTime><value value=\"1975\"/>", "<livingSubjectBirthTime><value value=\"1976\"/>", "livingSubjectBirthTime", TestName = "By_year_of_birth")]
    [TestCase("<livingSubjectBirthTime><value><low value=\"1974\"/><high value=\"1976\"/></value>", "<livingSubjectBirthTime><value><low value=\"1976\"/></value>", "livingSubjectBirthTime", TestName = "By_interval_of_birth")]
    [TestCase("<patientAddress><value><city>Springfield</city></value>", "<patientAddress><value><city>Shelbyville</city></value>", "patientAddress", TestName = "By_city")]
    [TestCase("<patientAddress><value><city>Shelbyville</city></value><value><postalCode>518000</postalCode></value>", "<patientAddress><value><city>Springfield</city><postalCode>1</postalCode></value>", "patientAddress", TestName = "By_one_of_several_addresses")]
    public async Task Criteria_narrow_the_answer(string matching, string other, string parameter)
    {
        const string Semantics = "<semanticsText>what is asked for</semanticsText>";
        var (id, family) = await FedAsync();
        Assert.That(await FindAsync(Name(family), $"{matching}{Semantics}</{parameter}>"), Does.Contain(id));
        Assert.That(await FindAsync(Name(family), $"{other}{Semantics}</{parameter}>"), Is.Empty);
    }

    [Test]
    public async Task By_identifier_telephone_and_mothers_maiden_name()
    {
        var (id, family) = await FedAsync();
        Assert.That(await FindAsync(Id(Authority, id)), Does.Contain(id));
        Assert.That(await FindAsync(Id(Authority, NewId())), Is.Empty);
        Assert.That(await FindAsync(Id(Authority, id), Name("Nobody")), Is.Empty, "all that is asked for must hold");
        var mother = Select((await AskAsync(Name(family))).Body, "//hl7:relationshipHolder1//hl7:family").Single().Value;
        Assert.That(await FindAsync(Name(family), Mother(mother)), Does.Contain(id));
        Assert.That(await FindAsync(Name(family), Mother("Nobody")), Is.Empty);
        var phone = (string)Select((await AskAsync(Name(family))).Body, "//hl7:patientPerson/hl7:telecom").Single().Attribute("value")!;
        Assert.That(await FindAsync(Name(family), $"<patientTelecom><value value=\"{phone}\"/><semanticsText>x</semanticsText></patientTelecom>"), Does.Contain(id));
        Assert.That(await FindAsync(Name(family), "<patientTelecom><value value=\"tel:1\"/><semanticsText>x</semanticsText></patientTelecom>"), Is.Empty);
    }

    [Requirement("ITI-47:3.47.4.2.3")]
    [Test]
    public async Task A_domain_without_an_identifier_of_the_patient_is_named_with_a_null_one()
    {
        var (id, family) = await FedAsync();
        var reply = await AskAsync(Name(family), Domain(Authority), Domain(OtherAuthority));
        Assert.That(PatientIds(reply.Body), Is.EqualTo(new[] { (Authority, id) }));
        var other = Select(reply.Body, "//hl7:asOtherIDs").Single();
        Assert.That((string?)other.Element(Hl7 + "id")!.Attribute("nullFlavor"), Is.EqualTo("NI"));
        Assert.That((string?)Select(other, "hl7:scopingOrganization/hl7:id").Single().Attribute("root"), Is.EqualTo(OtherAuthority));
    }

    [Requirement("ITI-47:3.47.4.2.3")]
    [Test]
    public async Task Unknown_domains_are_errors_at_their_repetitions()
    {
        var (_, family) = await FedAsync();
        var reply = await AskAsync(Name(family), Domain(Authority), Domain("1.2.3.4"));
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AE", "AE")));
        Assert.That(Details(reply), Is.EqualTo(new[] { ("204", $"{Query}/hl7:otherIDsScopingOrganization[2]/hl7:value") }));
        Assert.That(Select(reply.Body, "//hl7:registrationEvent"), Is.Empty);
    }

    [Test]
    public async Task A_query_that_nothing_narrows_down_is_refused_by_name()
    {
        var reply = await AskAsync("<livingSubjectAdministrativeGender><value code=\"M\"/><semanticsText>x</semanticsText></livingSubjectAdministrativeGender>");
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AE", "AE")));
        Assert.That(Details(reply), Is.EqualTo(new[] { ("101", Query) }));
    }

    [Test]
    public async Task Nobody_found_is_no_error()
    {
        var reply = await AskAsync(Name(Letters()));
        Assert.That((Acknowledgement(reply), ResponseCode(reply), Quantities(reply)), Is.EqualTo(("AA", "NF", (0, 0, 0))));
    }

    [Requirement("ITI-47:3.47.4.3.3")]
    [Test]
    public async Task A_query_is_gone_on_with_to_its_end()
    {
        var (ids, family) = await FiveAsync();
        var query = NewId();
        var reply = await AskAsync(2, query, Name(family), Domain(Authority));
        var found = new List<string?>();
        for (var round = 0; round < 3; round++)
        {
            Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AA", "OK")));
            Assert.That(Quantities(reply), Is.EqualTo((5, round < 2 ? 2 : 1, Math.Max(0, 3 - (2 * round)))));
            Assert.That(Select(reply.Body, "//hl7:queryByParameter"), Has.Count.EqualTo(1), "the copy of the query");
            Assert.That((string?)Select(reply.Body, "//hl7:queryAck/hl7:queryId").Single().Attribute("extension"), Is.EqualTo(query));
            found.AddRange(PatientIds(reply.Body).Select(id => id.Extension));
            if (round < 2) reply = await ContinueAsync(query, 2);
        }

        Assert.That(found, Is.EquivalentTo(ids));
    }

    [Requirement("ITI-47:3.47.4.3.3")]
    [Test]
    public async Task A_continuation_may_say_how_many_and_from_where()
    {
        var (ids, family) = await FiveAsync();
        var query = NewId();
        var first = PatientIds((await AskAsync(1, query, Name(family), Domain(Authority))).Body);
        var three = await ContinueAsync(query, 3);
        Assert.That(Quantities(three), Is.EqualTo((5, 3, 1)));
        var again = await PostAsync(Server.Supplier, Change(
            Continuation("continue", query), "<continuationQuantity value=\"1\"/>", "<startResultNumber value=\"1\"/><continuationQuantity value=\"2\"/>"));
        Assert.That(Quantities(again), Is.EqualTo((5, 2, 3)));
        Assert.That(PatientIds(again.Body)[0], Is.EqualTo(first[0]));
        Assert.That(ids, Does.Contain(PatientIds(again.Body)[1].Extension));
    }

    [Requirement("ITI-47:3.47.4.3.3")]
    [TestCase("cancel")]
    [TestCase("continue")]
    public async Task A_query_that_was_cancelled_cannot_be_gone_on_with(string template)
    {
        var (_, family) = await FiveAsync();
        var query = NewId();
        await AskAsync(2, query, Name(family));
        // The action of a continuation, too, may come with a status that cancels.
        var reply = await PostAsync(Server.Supplier, Continuation(template, query).Replace("waitContinuedQueryResponse", "aborted", StringComparison.Ordinal));
        Assert.That((reply.Action, Acknowledgement(reply)), Is.EqualTo(("urn:hl7-org:v3:MCCI_IN000002UV01", "CA")));
        var gone = await ContinueAsync(query, 2);
        Assert.That((Acknowledgement(gone), ResponseCode(gone), Details(gone)[0].Code), Is.EqualTo(("AE", "AE", "204")));
        Assert.That(At(Continuation("continue", query), Details(gone)[0].Location).Name.LocalName, Is.EqualTo("queryId"));
    }

    [Test]
    public async Task A_query_that_never_was_cannot_be_gone_on_with()
    {
        var reply = await ContinueAsync(NewId(), 2);
        Assert.That((Acknowledgement(reply), ResponseCode(reply), Details(reply)[0].Code), Is.EqualTo(("AE", "AE", "204")));
    }

    [Test]
    public async Task A_parameter_that_the_profile_leaves_out_is_refused_and_not_passed_by()
    {
        var (_, family) = await FedAsync();
        var reply = await AskAsync(Name(family), "<patientStatusCode><value code=\"active\"/><semanticsText>x</semanticsText></patientStatusCode>");
        Assert.That((Acknowledgement(reply), Details(reply)[0]), Is.EqualTo(("AE", ("103", $"{Query}/hl7:patientStatusCode"))));
    }

    static string Name(string family, string use = "", string? given = null) =>
        $"<livingSubjectName><value {use}>{(given is null ? "" : $"<given>{given}</given>")}<family>{family}</family></value><semanticsText>LivingSubject.name</semanticsText></livingSubjectName>";

    static string Mother(string family) =>
        $"<mothersMaidenName><value><family>{family}</family></value><semanticsText>Person.MothersMaidenName</semanticsText></mothersMaidenName>";

    static string Id(string authority, string id) =>
        $"<livingSubjectId><value root=\"{authority}\" extension=\"{id}\"/><semanticsText>LivingSubject.id</semanticsText></livingSubjectId>";

    static string Domain(string authority) =>
        $"<otherIDsScopingOrganization><value root=\"{authority}\"/><semanticsText>OtherIDs.scopingOrganization.id</semanticsText></otherIDsScopingOrganization>";

    static string Continuation(string template, string query) =>
        Template($"iti-47-{template}.xml", ("QUERY_ID", query), ("PREVIOUS_MESSAGE_ID", Guid.NewGuid().ToString()));

    static (int Total, int Current, int Remaining) Quantities(SoapReply reply)
    {
        return (Quantity("Total"), Quantity("Current"), Quantity("Remaining"));

        int Quantity(string which) =>
            int.Parse((string)Select(reply.Body, $"//hl7:queryAck/hl7:result{which}Quantity").Single().Attribute("value")!, CultureInfo.InvariantCulture);
    }

    async Task<(string Id, string Family)> FedAsync()
    {
        var (id, family) = (NewId(), Letters());
        await AcceptV3Async(Feed("record-added", id, family: family));
        return (id, family);
    }

    async Task<(IReadOnlyList<string> Ids, string Family)> FiveAsync()
    {
        var family = Letters();
        var ids = Enumerable.Range(0, 5).Select(_ => NewId()).ToList();
        foreach (var id in ids) await AcceptV3Async(Feed("record-added", id, family: family));
        return (ids, family);
    }

    // In the order of the schema.
    static readonly string[] Order =
    [
        "livingSubjectAdministrativeGender", "livingSubjectBirthTime", "livingSubjectId", "livingSubjectName", "mothersMaidenName", "otherIDsScopingOrganization",
        "patientAddress", "patientStatusCode", "patientTelecom",
    ];

    Task<SoapReply> AskAsync(params string[] parameters) => AskAsync(null, NewId(), parameters);

    Task<SoapReply> AskAsync(int? increment, string queryId, params string[] parameters)
    {
        var query = XDocument.Parse(Template("iti-47-find-candidates.xml", ("QUERY_ID", queryId)));
        var list = query.Descendants(Hl7 + "parameterList").Single();
        var elements = parameters.Select(parameter => XElement.Parse($"<p xmlns=\"{Hl7.NamespaceName}\">{parameter}</p>").Elements().Single());
        list.ReplaceNodes(elements.OrderBy(element => Array.IndexOf(Order, element.Name.LocalName)));
        var quantity = query.Descendants(Hl7 + "initialQuantity").Single();
        if (increment is { } most) quantity.SetAttributeValue("value", most);
        else quantity.Remove();
        return PostAsync(Server.Supplier, query.ToString(SaveOptions.DisableFormatting));
    }

    async Task<IReadOnlyList<string?>> FindAsync(params string[] parameters)
    {
        var reply = await AskAsync(parameters);
        Assert.That(Acknowledgement(reply), Is.EqualTo("AA"), reply.Body.ToString());
        return [.. PatientIds(reply.Body).Where(id => id.Root == Authority).Select(id => id.Extension)];
    }

    Task<SoapReply> ContinueAsync(string query, int quantity) => PostAsync(
        Server.Supplier, Change(Continuation("continue", query), "continuationQuantity value=\"1\"", string.Create(CultureInfo.InvariantCulture, $"continuationQuantity value=\"{quantity}\"")));
}
