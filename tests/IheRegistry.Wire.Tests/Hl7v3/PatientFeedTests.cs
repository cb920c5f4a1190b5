using System.Text;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v3;

[TestFixture]
public sealed class PatientFeedTests
{
    const string Subject = "/hl7:controlActProcess/hl7:subject[1]/hl7:registrationEvent";

    [TestCase(Interactions.RecordAdded, "A04", PatientFeedKind.Add)]
    [TestCase(Interactions.RecordRevised, "A08", PatientFeedKind.Update)]
    [TestCase(Interactions.DuplicatesResolved, "A40", PatientFeedKind.Merge)]
    public void A_message_reads_as_it_was_written_and_is_valid(string interaction, string code, PatientFeedKind kind)
    {
        var message = V3Messages.WriteFeed(interaction);
        var reading = Read(message, interaction);
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        Assert.That(reading.Problems, Is.Empty);
        var feed = reading.Feed!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(feed.Event, Is.EqualTo(new PatientFeedEvent(code, kind)));
            Assert.That(feed.ControlId, Is.EqualTo(reading.Transmission.Id.ToString()));
            Assert.That(feed.SendingApplication, Is.EqualTo(new HierarchicDesignator("", "1.2.840.1", "ISO")));
            Assert.That(feed.SendingFacility, Is.EqualTo(new HierarchicDesignator("NORTH", "1.2.840.2", "ISO")));
            Assert.That(feed.ReceivingApplication, Is.EqualTo(new HierarchicDesignator("", "1.2.840.3", "ISO")));
            Assert.That(feed.SentAt, Is.EqualTo("20260203040506+0000"));
            Assert.That(feed.Patients, Has.Count.EqualTo(1));
        }

        var expected = V3Messages.Entry();
        if (kind != PatientFeedKind.Merge) expected = expected with { PriorIdentifiers = [] };
        Assert.That(V3Messages.Text(feed.Patients[0]), Is.EqualTo(V3Messages.Text(expected)));
    }

    [Test]
    public void A_patient_of_whom_nothing_is_said_is_valid_and_stays_so()
    {
        var message = V3Messages.WriteFeed(Interactions.RecordRevised, V3Messages.Entry(PatientDemographics.None));
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        Assert.That(Read(message, Interactions.RecordRevised).Feed!.Patients[0].Demographics, Is.EqualTo(PatientDemographics.None));
    }

    // What v2 feeds hold and V3 has no form for is left out: the message stays valid.
    [Test]
    public void Values_that_V3_has_no_form_for_are_left_out()
    {
        var person = V3Messages.Person with { BirthDate = "29 Feb", MaritalStatus = "not a code", BirthOrder = "second", Sex = "?", IsDead = "perhaps" };
        var message = V3Messages.WriteFeed(Interactions.RecordAdded, V3Messages.Entry(person));
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        var read = Read(message, Interactions.RecordAdded).Feed!.Patients[0].Demographics;
        Assert.That((read.BirthDate, read.MaritalStatus, read.BirthOrder, read.Sex, read.IsDead), Is.EqualTo(((string?)null, (string?)null, (string?)null, "U", (string?)null)));
    }

    [Test]
    public void A_name_without_parts_is_a_whole_one()
    {
        var message = Change("<name use=\"L ABC\"><prefix>Dr</prefix><given>Ada</given><given>Maria Eva</given><family>Specimen</family><suffix>Jr</suffix></name>", "<name> 张三 </name>");
        var names = Read(message, Interactions.RecordAdded).Feed!.Patients[0].Demographics.Names!;
        Assert.That(names[0], Is.EqualTo(new PersonName("张三", "", "", "", "", "", "")));
    }

    [Test]
    public void A_street_in_parts_is_one_line()
    {
        var message = Change(
            "<streetAddressLine>1 Main St</streetAddressLine><additionalLocator>Back door</additionalLocator>",
            "<streetName>Main St</streetName><houseNumber>1</houseNumber><precinct>南山区</precinct>");
        var address = Read(message, Interactions.RecordAdded).Feed!.Patients[0].Demographics.Addresses![0];
        Assert.That((address.Street, address.OtherDesignation), Is.EqualTo(("Main St 1", "南山区")));
    }

    [Test]
    public void An_authority_that_is_named_only_is_taken_by_its_name()
    {
        var message = Change("<id root=\"1.3.6.1.4.1.21367.13.20.1000\" extension=\"4711\" assigningAuthorityName=\"HOSP\"/>", "<id extension=\"4711\" assigningAuthorityName=\"HOSP\"/>");
        Assert.That(Read(message, Interactions.RecordAdded).Feed!.Patients[0].Identifiers[0].Authority, Is.EqualTo(new HierarchicDesignator("HOSP", "", "")));
    }

    [Test]
    public void A_null_identifier_is_none()
    {
        var message = Change("<id root=\"1.3.6.1.4.1.21367.13.20.1000\" extension=\"4711\" assigningAuthorityName=\"HOSP\"/>", "<id nullFlavor=\"NI\" root=\"1.2.3\" extension=\"4711\"/>");
        var reading = Read(message, Interactions.RecordAdded);
        Assert.That(reading.Feed, Is.Null);
        Assert.That(reading.Problems.Select(problem => (problem.Code, problem.Location)),
            Is.EqualTo(new[] { (Hl7ErrorCode.RequiredFieldMissing, $"/hl7:PRPA_IN201301UV02{Subject}/hl7:subject1/hl7:patient/hl7:id") }));
    }

    [Test]
    public void A_merge_without_the_identifier_that_is_subsumed_is_in_error()
    {
        var text = Encoding.UTF8.GetString(V3Messages.WriteFeed(Interactions.DuplicatesResolved));
        var start = text.IndexOf("<replacementOf", StringComparison.Ordinal);
        var end = text.IndexOf("</replacementOf>", StringComparison.Ordinal) + "</replacementOf>".Length;
        var reading = Read(Encoding.UTF8.GetBytes(text[..start] + text[end..]), Interactions.DuplicatesResolved);
        Assert.That(reading.Feed, Is.Null);
        Assert.That(reading.Problems[0].Location, Does.EndWith("/hl7:replacementOf/hl7:priorRegistration/hl7:subject1/hl7:priorRegisteredRole/hl7:id"));
    }

    [Test]
    public void Several_subjects_are_taken_of_a_merge_only()
    {
        Assert.That(Read(Twice(Interactions.DuplicatesResolved), Interactions.DuplicatesResolved).Feed!.Patients, Has.Count.EqualTo(2));
        var reading = Read(Twice(Interactions.RecordAdded), Interactions.RecordAdded);
        Assert.That(reading.Feed, Is.Null);
        Assert.That(reading.Problems[0].Code, Is.EqualTo(Hl7ErrorCode.SegmentSequenceError));

        static byte[] Twice(string interaction)
        {
            var message = V3Messages.Parse(V3Messages.WriteFeed(interaction));
            var subject = message.Descendants().First(element => element.Name.LocalName == "subject");
            subject.AddAfterSelf(subject);
            return Encoding.UTF8.GetBytes(message.ToString());
        }
    }

    [Test]
    public void An_interaction_that_names_another_one_is_rejected()
    {
        var message = Change("extension=\"PRPA_IN201301UV02\"", "extension=\"PRPA_IN201302UV02\"");
        var problem = Read(message, Interactions.RecordAdded).Problems[0];
        Assert.That((problem.Code, problem.Location), Is.EqualTo((Hl7ErrorCode.UnsupportedMessageType, "/hl7:PRPA_IN201301UV02/hl7:interactionId")));
    }

    [Test]
    public void Beyond_measure_repeated_identifiers_are_in_error()
    {
        const string Id = "<id root=\"1.3.6.1.4.1.21367.13.20.1000\" extension=\"4711\" assigningAuthorityName=\"HOSP\"/>";
        var most = Change(Id, string.Concat(Enumerable.Repeat(Id, 256)));
        Assert.That(Read(most, Interactions.RecordAdded).Feed!.Patients[0].Identifiers, Has.Count.EqualTo(256));
        Assert.That(Read(Change(Id, string.Concat(Enumerable.Repeat(Id, 257))), Interactions.RecordAdded).Feed, Is.Null);
    }

    [Test]
    public void Another_element_is_not_read() =>
        Assert.That(V3Messages.Read(V3Messages.WritePix(), reader => PatientFeedReader.Read(reader, Interactions.RecordAdded)), Is.Null);

    static PatientFeedTransmission Read(byte[] message, string interaction) => V3Messages.Read(message, reader => PatientFeedReader.Read(reader, interaction))!;

    static byte[] Change(string from, string to)
    {
        var text = Encoding.UTF8.GetString(V3Messages.WriteFeed(Interactions.RecordAdded));
        Assert.That(text, Does.Contain(from));
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
