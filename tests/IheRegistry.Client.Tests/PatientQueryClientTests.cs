using System.Buffers;
using System.Net;
using System.Net.Sockets;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Client.Tests;

[TestFixture]
public sealed class PatientQueryClientTests
{
    static readonly PatientIdentifier Patient = new("12|3", new("NS", "1.2.3", "ISO"), "PI");
    static readonly PatientIdentifier Found = new("7", new("B", "1.2.4", "ISO"), "");

    [Test]
    public async Task A_pix_query_is_one_that_the_framework_takes_and_its_answer_is_read()
    {
        var asked = new List<PixQuery>();
        var answer = await AskAsync(
            client => client.CorrespondingIdentifiersAsync(Patient, [Found.Authority, new("C", "", "")]),
            (request, output) =>
            {
                asked.Add(PixQueryReader.Read(request).Value!);
                Writer.Write(output, request, new PixAnswer(PixOutcome.Found) { Identifiers = [Found] });
            });
        Assert.That(asked.Single().Patient, Is.EqualTo(Patient));
        Assert.That(asked.Single().Domains, Is.EqualTo(new[] { Found.Authority, new HierarchicDesignator("C", "", "") }));
        Assert.That((answer.Code, answer.Status), Is.EqualTo(("AA", "OK")));
        Assert.That(answer.Patients.Single().Identifiers, Is.EqualTo(new[] { Found }));
    }

    [Test]
    public async Task What_is_wrong_is_told_with_its_place()
    {
        var answer = await AskAsync(
            client => client.CorrespondingIdentifiersAsync(Patient),
            (request, output) => Writer.Write(output, request, new PixAnswer(PixOutcome.UnknownPatientDomain)));
        Assert.That((answer.Code, answer.Status), Is.EqualTo(("AE", "AE")));
        Assert.That(answer.Errors.Select(error => (error.Location, error.Code)), Is.EqualTo(new[] { ("QPD^1^3^1^4", "204") }));
        Assert.That(answer.Patients, Is.Empty);
    }

    [Test]
    public async Task Everything_that_can_be_asked_for_arrives()
    {
        var text = TextPattern.OfWildcards;
        var name = new NamePattern { Family = text("SM*"), Given = text("J&O"), Middle = text("M"), Suffix = text("Jr"), Prefix = text("Dr") };
        var criteria = new PdqCriteria
        {
            Identifiers = [new(text("1"), new("A", "", "")), new(text("2"), new("", "1.2.3", "ISO"))],
            Names = [name, new NamePattern { Family = text("\u738b*") }],
            MothersMaidenNames = [new NamePattern { Family = text("Maiden") }],
            BirthDate = new("1984", "1984"),
            Sex = "F",
            Addresses =
            [
                new AddressPattern
                {
                    Street = text("1 Main"), OtherDesignation = text("Apt"), City = text("Town"), State = text("ST"), PostalCode = text("1"), Country = text("US"),
                },
            ],
            Telecoms = [text("555*"), text("556")],
            AccountNumber = new(text("ACC"), HierarchicDesignator.None),
            Visit = new VisitPattern
            {
                PatientClass = text("I"),
                PointOfCare = text("W1"),
                Room = text("2"),
                Bed = text("3"),
                Facility = text("F"),
                AttendingDoctor = new(text("1"), name),
                ReferringDoctor = new(text("2"), null),
                ConsultingDoctor = new(null, name),
                HospitalService = text("CAR"),
                AdmittingDoctor = new(text("4"), null),
                VisitNumber = new(text("V"), new("N", "", "")),
            },
        };
        var query = new PdqQuery
        {
            QueryId = "T1",
            Criteria = criteria,
            Domains = [Found.Authority],
            Increment = 10,
            WithVisits = true,
            Pointer = "next",
        };
        PdqQuery? asked = null;
        await AskAsync(client => client.FindAsync(query), (request, output) =>
        {
            asked = PdqQueryReader.Read(request).Value;
            Writer.Write(output, request, new PdqAnswer(PdqOutcome.NoneFound));
        });
        // Records compare lists by reference.
        Assert.That(System.Text.Json.JsonSerializer.Serialize(asked), Is.EqualTo(System.Text.Json.JsonSerializer.Serialize(query)));
    }

    [Test]
    public async Task Patients_come_with_their_visits_and_the_way_on()
    {
        var query = new PdqQuery { QueryId = "T1", Criteria = new PdqCriteria { Sex = "F" }, Increment = 1, WithVisits = true };
        var patient = new PdqPatient([Found], new PatientDemographics { BirthDate = "1984", Sex = "F" }, 93)
        {
            Visit = new PatientVisit { PatientClass = "I", HospitalService = "CAR" },
        };
        var answer = await AskAsync(
            client => client.FindAsync(query),
            (request, output) => Writer.Write(
                output, request, new PdqAnswer(PdqOutcome.Found) { Patients = [patient, patient], Total = 5, Remaining = 3, Pointer = "p" }));
        Assert.That((answer.QueryTag, answer.Total, answer.Remaining, answer.Pointer), Is.EqualTo(("T1", 5, 3, "p")));
        Assert.That(answer.Patients, Has.Count.EqualTo(2));
        var (demographics, visit) = (answer.Patients[1].Demographics, answer.Patients[1].Visit!);
        Assert.That((demographics.BirthDate, demographics.Sex, answer.Patients[1].MatchPercent), Is.EqualTo(("1984", "F", 93)));
        Assert.That((visit.PatientClass, visit.HospitalService), Is.EqualTo(("I", "CAR")));
    }

    [Test]
    public async Task A_cancellation_names_the_query()
    {
        PdqCancellation? cancelled = null;
        var acknowledgement = await AskAsync(
            client => client.CancelAsync(new PdqQuery { QueryId = "T1", Criteria = new PdqCriteria() }),
            (request, output) =>
            {
                cancelled = PdqCancellationReader.Read(request).Value;
                new AcknowledgementWriter(TimeProvider.System).Write(output, request, Acknowledgement.Accepted);
            });
        Assert.That(cancelled, Is.EqualTo(new PdqCancellation("T1")));
        Assert.That(acknowledgement.IsAccepted);
    }

    [Test]
    public void A_range_of_dates_cannot_be_asked_for() => Assert.That(
        () => AskAsync(
            client => client.FindAsync(new PdqQuery { QueryId = "T", Criteria = new PdqCriteria { BirthDate = new("1984", "1985") } }), (_, _) => { }),
        Throws.ArgumentException);

    [Test]
    public void What_is_no_response_is_refused() => Assert.That(
        () => AskAsync(client => client.CorrespondingIdentifiersAsync(Patient), (_, output) => output.Write("HTTP/1.1 400 Bad Request"u8)),
        Throws.TypeOf<AnswerRefusedException>());

    [Test]
    public void A_response_to_another_query_is_refused() => Assert.That(
        () => AskAsync(
            client => client.CorrespondingIdentifiersAsync(Patient),
            (_, output) => output.Write("MSH|^~\\&|A|B|C|D|2026||RSP^K23^RSP_K23|1|P|2.5\rMSA|AA|other\rQAK|T|NF\r"u8)),
        Throws.TypeOf<AnswerRefusedException>());

    static QueryResponseWriter Writer { get; } = new(TimeProvider.System);

    static async Task<T> AskAsync<T>(Func<PatientQueryClient, Task<T>> ask, Action<Hl7Message, ArrayBufferWriter<byte>> answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var client = await PatientQueryClient.ConnectAsync("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        using var connection = await listener.AcceptTcpClientAsync();
        var asking = ask(client);
        if (asking.IsFaulted) return await asking;
        var stream = connection.GetStream();
        Assert.That(Hl7Message.TryRead(await MllpFrame.ReadAsync(stream), Hl7ReadOptions.Default, out var request, out _));
        var output = new ArrayBufferWriter<byte>();
        answer(request!, output);
        await MllpFrame.WriteAsync(stream, output.WrittenSpan.ToArray());
        return await asking;
    }
}
