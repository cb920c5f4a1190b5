using System.Net;
using System.Net.Sockets;
using System.Text;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Client.Tests;

[TestFixture]
public sealed class PatientIdentityFeedClientTests
{
    static readonly PatientId Patient = new("P-1", "1.2.3");
    static readonly PatientId Other = new("P-2", "1.2.3");

    [TestCase("A01")]
    [TestCase("A04")]
    [TestCase("A05")]
    [TestCase("A08")]
    [TestCase("A03")]
    [TestCase("A11")]
    [TestCase("A28")]
    [TestCase("A31")]
    public async Task A_patient_is_a_message_that_the_framework_takes(string triggerEvent)
    {
        var demographics = new PatientDemographics
        {
            Names = [new PersonName("O|Connor", "Ada", "", "", "Dr", "L", "")],
            BirthDate = "19700101",
            Sex = "F",
            Addresses = [new PostalAddress("1 Test Road", "", "Exampleton", "", "00001", "XX", "H")],
        };
        var (sent, _) = await ExchangeAsync(feed => feed.FeedAsync(triggerEvent, Patient, demographics), Accept);

        var patient = Read(sent).Patients.Single();
        Assert.That(patient.Identifiers.Single().Id, Is.EqualTo("P-1"));
        Assert.That(patient.Identifiers.Single().Authority, Is.EqualTo(new HierarchicDesignator("", "1.2.3", "ISO")));
        Assert.That(patient.Demographics.Names, Is.EqualTo(demographics.Names));
        Assert.That(patient.Demographics.Addresses, Is.EqualTo(demographics.Addresses));
        Assert.That((patient.Demographics.BirthDate, patient.Demographics.Sex), Is.EqualTo(("19700101", "F")));
    }

    [Test]
    public async Task A_merge_names_who_survives_and_who_is_subsumed()
    {
        var (sent, acknowledgement) = await ExchangeAsync(feed => feed.MergeAsync(Patient, new PatientId("P-2", "1.2.3")), Accept);

        var merged = Read(sent).Patients.Single();
        Assert.That((merged.Identifiers.Single().Id, merged.PriorIdentifiers.Single().Id), Is.EqualTo(("P-2", "P-1")));
        Assert.That(acknowledgement.IsAccepted);
    }

    [Test]
    public async Task A_changed_id_names_the_one_before()
    {
        var (sent, _) = await ExchangeAsync(feed => feed.ChangeIdAsync(Patient, Other), Accept);
        var message = Read(sent);
        Assert.That(message.Event.Kind, Is.EqualTo(PatientFeedKind.ChangeId));
        Assert.That(Ids(message.Patients.Single().Identifiers), Is.EqualTo("P-2"));
        Assert.That(Ids(message.Patients.Single().PriorIdentifiers), Is.EqualTo("P-1"));
    }

    [Test]
    public async Task A_link_and_its_end_name_two_patients()
    {
        var (linked, _) = await ExchangeAsync(feed => feed.LinkAsync(Patient, Other), Accept);
        var (unlinked, _) = await ExchangeAsync(feed => feed.UnlinkAsync(Patient, Other), Accept);
        Assert.That(Read(linked).Event.Kind, Is.EqualTo(PatientFeedKind.Link));
        Assert.That(Read(unlinked).Event.Kind, Is.EqualTo(PatientFeedKind.Unlink));
        Assert.That(Read(linked).Patients.Select(patient => Ids(patient.Identifiers)), Is.EqualTo(new[] { "P-1", "P-2" }));
    }

    [Test]
    public async Task A_moved_id_names_the_persons_of_before_and_now()
    {
        var (before, now) = (new PatientId("E-1", "1.2.9"), new PatientId("E-2", "1.2.9"));
        var (sent, _) = await ExchangeAsync(feed => feed.MoveAsync(Patient, before, now, Other), Accept);
        var message = Read(sent);
        Assert.That(message.Event.Kind, Is.EqualTo(PatientFeedKind.Move));
        Assert.That(Ids(message.Patients.Single().Identifiers), Is.EqualTo("E-2,P-1"));
        Assert.That(Ids(message.Patients.Single().PriorIdentifiers), Is.EqualTo("E-1,P-2"));
    }

    [Test]
    public async Task An_id_of_metadata_is_escaped_once()
    {
        var (sent, _) = await ExchangeAsync(feed => feed.FeedAsync("A04", new PatientId("A\\T\\B", "1.2.3")), Accept);
        Assert.That(Ids(Read(sent).Patients.Single().Identifiers), Is.EqualTo("A&B"));
    }

    [Test]
    public async Task A_refusal_is_a_value()
    {
        var (_, acknowledgement) = await ExchangeAsync(feed => feed.FeedAsync("A04", Patient), id => Acknowledge("AE", id, "No such domain"));

        Assert.That(acknowledgement, Is.EqualTo(new PatientFeedAcknowledgement("AE", "No such domain")));
        Assert.That(acknowledgement.IsAccepted, Is.False);
    }

    [TestCase("A40")]
    [TestCase("A24")]
    [TestCase("A20")]
    public void An_event_that_is_not_about_one_patient_is_not_sent(string triggerEvent) =>
        Assert.That(() => ExchangeAsync(feed => feed.FeedAsync(triggerEvent, Patient), Accept), Throws.ArgumentException);

    [Test]
    public void An_acknowledgement_of_another_message_is_refused() => Assert.That(
        () => ExchangeAsync(feed => feed.FeedAsync("A04", Patient), _ => Acknowledge("AA", "another")), Throws.TypeOf<AnswerRefusedException>());

    [Test]
    public void What_is_no_acknowledgement_is_refused() => Assert.That(
        () => ExchangeAsync(feed => feed.FeedAsync("A04", Patient), _ => "HTTP/1.1 400 Bad Request"), Throws.TypeOf<AnswerRefusedException>());

    [Test]
    public void A_connection_that_ends_without_an_answer_is_refused() => Assert.That(
        () => ExchangeAsync(feed => feed.FeedAsync("A04", Patient), _ => null), Throws.InstanceOf<IOException>());

    static string Ids(IReadOnlyList<PatientIdentifier> identifiers) => string.Join(',', identifiers.Select(id => id.Id));

    static string Accept(string controlId) => Acknowledge("AA", controlId);

    static string Acknowledge(string code, string controlId, string text = "") =>
        $"MSH|^~\\&|R|R|S|S|20260102030405||ACK|1|P|2.3.1\rMSA|{code}|{controlId}|{text}\r";

    static PatientFeedMessage Read(byte[] sent)
    {
        Assert.That(Hl7Message.TryRead(sent, Hl7ReadOptions.Default, out var message, out _));
        var reading = PatientIdentityFeed.Read(message!, PatientFeedRules.All);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Message!;
    }

    /// <summary>One exchange with a listener that answers a control id with a message, or hangs up.</summary>
    static async Task<(byte[] Sent, PatientFeedAcknowledgement Acknowledgement)> ExchangeAsync(
        Func<PatientIdentityFeedClient, Task<PatientFeedAcknowledgement>> send, Func<string, string?> answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var feed = await PatientIdentityFeedClient.ConnectAsync("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        using var connection = await listener.AcceptTcpClientAsync();
        var sending = send(feed);
        if (sending.IsFaulted) return ([], await sending);
        var stream = connection.GetStream();
        var sent = await MllpFrame.ReadAsync(stream);
        if (answer(Encoding.UTF8.GetString(sent).Split('|')[9]) is { } text)
            await stream.WriteAsync((byte[])[0x0B, .. Encoding.UTF8.GetBytes(text), 0x1C, 0x0D]);
        else
            connection.Close();
        return (sent, await sending);
    }
}
