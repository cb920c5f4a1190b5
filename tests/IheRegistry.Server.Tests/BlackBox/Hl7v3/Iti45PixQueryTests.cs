using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>PIXV3 Query [ITI-45] over real sockets: the six cases of ITI TF-2 3.45.4.2.3.</summary>
[TestFixture]
[Requirement("ITI-45:3.45.4.2.3")]
public sealed class Iti45PixQueryTests : Hl7v3Fixture
{
    const string Query = "/hl7:PRPA_IN201309UV02/hl7:controlActProcess/hl7:queryByParameter/hl7:parameterList/hl7:";

    [Test]
    public async Task Cases_1_2_and_3_One_person_of_two_domains()
    {
        var (one, other) = await LinkedAsync();

        var all = await PixAsync(one);
        Assert.That((all.Action, Acknowledgement(all), ResponseCode(all)), Is.EqualTo(("urn:hl7-org:v3:PRPA_IN201310UV02", "AA", "OK")));
        Assert.That(PatientIds(all.Body), Does.Contain((OtherAuthority, other)).And.Not.Contain((Authority, one)));

        var asked = await PixAsync(one, Authority, OtherAuthority);
        Assert.That((Acknowledgement(asked), ResponseCode(asked)), Is.EqualTo(("AA", "OK")));
        Assert.That(PatientIds(asked.Body), Is.EqualTo(new[] { (OtherAuthority, other) }));

        var none = await PixAsync(one, Authority, "1.3.6.1.4.1.21367.13.20.3000");
        Assert.That((Acknowledgement(none), ResponseCode(none)), Is.EqualTo(("AA", "NF")));
        Assert.That(Select(none.Body, "//hl7:registrationEvent"), Is.Empty);
    }

    [Test]
    public async Task The_query_is_in_the_answer()
    {
        var id = NewId();
        await AcceptV3Async(Feed("record-added", id));
        var reply = await PixAsync(id, Authority, OtherAuthority);
        Assert.That((string?)Select(reply.Body, "//hl7:queryByParameter//hl7:patientIdentifier/hl7:value").Single().Attribute("extension"), Is.EqualTo(id));
        Assert.That((string?)Select(reply.Body, "//hl7:queryByParameter//hl7:dataSource/hl7:value").Single().Attribute("root"), Is.EqualTo(OtherAuthority));
        var ids = Select(reply.Body, "//hl7:queryId").Select(queryId => (string?)queryId.Attribute("extension")).ToList();
        Assert.That(ids, Has.Count.EqualTo(2).And.All.EqualTo(ids[0]));
    }

    [Test]
    public async Task Case_4_An_unknown_patient_is_an_error_at_the_patient_identifier()
    {
        var reply = await PixAsync(NewId());
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AE", "AE")));
        Assert.That(Details(reply), Is.EqualTo(new[] { ("204", $"{Query}patientIdentifier/hl7:value") }));
        Assert.That(Select(reply.Body, "//hl7:registrationEvent"), Is.Empty);
        Assert.That(Select(reply.Body, "//hl7:patientIdentifier"), Is.Not.Empty);
    }

    [Test]
    public async Task A_patient_of_an_unknown_domain_is_an_error_at_the_patient_identifier()
    {
        var reply = await PixAsync(NewId(), "1.2.3.4.5");
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AE", "AE")));
        Assert.That(Details(reply), Is.EqualTo(new[] { ("204", $"{Query}patientIdentifier/hl7:value") }));
    }

    [Test]
    public async Task Case_5_Each_unknown_domain_is_an_error_at_its_repetition()
    {
        var id = NewId();
        await AcceptV3Async(Feed("record-added", id));
        var reply = await PixAsync(id, Authority, "1.2.3.4", OtherAuthority, "1.2.3.5");
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AE", "AE")));
        Assert.That(Details(reply), Is.EqualTo(new[] { ("204", $"{Query}dataSource[1]/hl7:value"), ("204", $"{Query}dataSource[3]/hl7:value") }));
    }

    [Test]
    public async Task A_patient_that_was_fed_in_HL7_v2_is_found_in_V3()
    {
        var id = NewId();
        var message = MllpSender.Adt("A04", $"{id}^^^&{Authority}&ISO");
        Assert.That(await MllpSender.SendAsync(Server.MllpPort, message), Does.Contain("MSA|AA"));
        var reply = await PixAsync(id);
        Assert.That((Acknowledgement(reply), ResponseCode(reply)), Is.EqualTo(("AA", "OK")), "every person has an enterprise id");
    }

    [Test]
    public async Task A_deferred_answer_is_refused_by_name()
    {
        var id = NewId();
        await AcceptV3Async(Feed("record-added", id));
        var query = Template("iti-45-get-identifiers.xml", ("PATIENT_ID", id));
        Assert.That(Acknowledgement(await PostAsync(Server.Manager, query)), Is.EqualTo("AA"));
        var reply = await PostAsync(Server.Manager, Change(query, "responsePriorityCode code=\"I\"", "responsePriorityCode code=\"D\""));
        Assert.That((Acknowledgement(reply), ResponseCode(reply), Details(reply)[0].Code), Is.EqualTo(("AE", "AE", "103")));
    }

    // ADT^A24 links two records (ITI TF-2 3.30.4.8).
    async Task<(string One, string Other)> LinkedAsync()
    {
        var (one, other) = (NewId(), NewId());
        await AcceptV3Async(Feed("record-added", one));
        await AcceptV3Async(Feed("record-added", other, authority: OtherAuthority));
        var message = MllpSender.Adt("A24", $"{one}^^^&{Authority}&ISO") + $"PID|||{other}^^^&{OtherAuthority}&ISO||Testpatient^Tom\r";
        Assert.That(await MllpSender.SendAsync(Server.MllpPort, message), Does.Contain("MSA|AA"));
        return (one, other);
    }
}
