using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class QueryReaderTests
{
    [Test]
    public void A_pix_query_gives_the_identifier_and_the_domains_at_their_places()
    {
        var query = Pix("|IHE PIX Query|T1|12^^^NS&1.2.3&ISO^PI|^^^A~~^^^&1.2.4&ISO").Value!;
        Assert.That(query.Patient, Is.EqualTo(new PatientIdentifier("12", new("NS", "1.2.3", "ISO"), "PI")));
        Assert.That(query.Domains, Is.EqualTo(new HierarchicDesignator[] { new("A", "", ""), HierarchicDesignator.None, new("", "1.2.4", "ISO") }));
    }

    [Test]
    public void Without_domains_all_are_asked_for() => Assert.That(Pix("|N|T|12^^^NS").Value!.Domains, Is.Empty);

    [TestCase("|N|T", "QPD^1^3 101")]
    [TestCase("|N||12^^^NS", "QPD^1^2 101")]
    [TestCase("||T|12^^^NS", "QPD^1^1 101")]
    [TestCase("|N|T|^^^NS", "QPD^1^3^1^1 101")]
    [TestCase("|N|T|\"\"^^^NS", "QPD^1^3^1^1 101")]
    [TestCase("|N|T|12", "QPD^1^3^1^4 101")]
    [TestCase("|N|T|12^^^NS~13^^^NS", "QPD^1^3^2 102")]
    public void A_pix_query_that_lacks_something_is_refused_with_its_place(string qpd, string expected) =>
        Assert.That(Places(Pix(qpd).Problems), Is.EqualTo(expected));

    [Test]
    public void A_query_without_a_qpd_is_refused() => Assert.That(
        Places(PixQueryReader.Read(Hl7Samples.Read(Header("Q23") + "RCP|I\r")).Problems), Is.EqualTo("QPD^1 100,QPD^1^3 101"));

    [Test]
    public void The_header_of_a_query_is_checked() => Assert.That(
        Places(PixQueryReader.Read(Hl7Samples.Read("MSH|^~\\&|A|B|C|D|||QBP^Q23||P|9.9\rQPD|N|T|1^^^A\r")).Problems),
        Is.EqualTo("MSH^1^10 101,MSH^1^12^1^1 203"));

    [TestCase("D", "RCP^1^1 103"), TestCase("I", ""), TestCase("", "")]
    public void Only_immediate_answers_are_given(string priority, string expected) => Assert.That(
        Places(PixQueryReader.Read(Hl7Samples.Read(Header("Q23") + $"QPD|N|T|1^^^A\rRCP|{priority}\r")).Problems), Is.EqualTo(expected));

    [Test]
    public void Every_parameter_of_the_tables_is_read()
    {
        var query = Pdq(
            "@PID.3.1^12~@PID.3.4.1^NS~@PID.3.4.2^1.2.3~@PID.3.4.3^ISO~@PID.5.1.1^SM*~@PID.5.2^Jo~@PID.6.1^Maiden~@PID.7^1984~@PID.8^F"
            + "~@PID.11.1^1 Main St~@PID.11.3^Town~@PID.11.4^ST~@PID.11.5^123~@PID.11.6^US~@PID.13.1^555*~@PID.18.1^ACC~@PID.18.4.2^1.2.7"
            + "~@PV1.2^I~@PV1.3.1^W1~@PV1.3.2^389~@PV1.3.3^2~@PV1.7.1^0001~@PV1.7.2.1^Doc*~@PV1.8.3^Dora~@PV1.9.2^Con~@PV1.10^CAR"
            + "~@PV1.17.1^0005~@PV1.19.1^V-1~@PV1.19.4.1^VN|||||^^^A~^^^&1.2.4&ISO",
            "ZV1", "RCP|I|10^RD\rDSC|next|I\r").Value!;
        var criteria = query.Criteria;
        Assert.That(criteria.Identifiers, Is.EqualTo(new[] { new IdentifierPattern(Text("12"), new("NS", "1.2.3", "ISO")) }));
        Assert.That(criteria.Names, Is.EqualTo(new[] { new NamePattern { Family = Text("SM*"), Given = Text("Jo") } }));
        Assert.That(criteria.MothersMaidenNames, Is.EqualTo(new[] { new NamePattern { Family = Text("Maiden") } }));
        Assert.That(criteria.BirthDate, Is.EqualTo(new BirthDateRange("1984", "1984")));
        Assert.That(criteria.Sex, Is.EqualTo("F"));
        Assert.That(criteria.Addresses, Is.EqualTo(new[]
        {
            new AddressPattern
            {
                Street = Text("1 Main St"), City = Text("Town"), State = Text("ST"), PostalCode = Text("123"), Country = Text("US"),
            },
        }));
        Assert.That(criteria.Telecoms, Is.EqualTo(new[] { Text("555*") }));
        Assert.That(criteria.AccountNumber, Is.EqualTo(new IdentifierPattern(Text("ACC"), new("", "1.2.7", ""))));
        Assert.That(criteria.Visit, Is.EqualTo(new VisitPattern
        {
            PatientClass = Text("I"),
            PointOfCare = Text("W1"),
            Room = Text("389"),
            Bed = Text("2"),
            AttendingDoctor = new(Text("0001"), new NamePattern { Family = Text("Doc*") }),
            ReferringDoctor = new(null, new NamePattern { Given = Text("Dora") }),
            ConsultingDoctor = new(null, new NamePattern { Family = Text("Con") }),
            HospitalService = Text("CAR"),
            AdmittingDoctor = new(Text("0005"), null),
            VisitNumber = new(Text("V-1"), new("VN", "", "")),
        }));
        Assert.That(query.Domains, Is.EqualTo(new HierarchicDesignator[] { new("A", "", ""), new("", "1.2.4", "ISO") }));
        Assert.That((query.QueryId, query.Increment, query.Pointer, query.WithVisits), Is.EqualTo(("T1", 10, "next", true)));
    }

    [Test]
    public void A_part_that_is_given_again_begins_another_value()
    {
        var criteria = Pdq("@PID.3.1^1~@PID.3.4.1^A~@PID.5.1^X~@PID.3.4.2^2~@PID.3.1^3~@PID.3.4.1^B~@PID.5.1^Y").Value!.Criteria;
        Assert.That(criteria.Identifiers, Is.EqualTo(new IdentifierPattern[]
        {
            new(Text("1"), new("A", "2", "")),
            new(Text("3"), new("B", "", "")),
        }));
        Assert.That(criteria.Names.Select(name => name.Family), Is.EqualTo(new[] { Text("X"), Text("Y") }));
    }

    [Test]
    public void Fields_that_were_left_empty_are_not_asked_for()
    {
        var criteria = Pdq("@PID.5.1^~@PID.8^\"\"~@PID.7^19840101").Value!.Criteria;
        Assert.That((criteria.Names.Count, criteria.Sex, criteria.BirthDate!.From), Is.EqualTo((0, (string?)null, "19840101")));
    }

    [Test]
    public void A_whole_name_may_be_asked_for() => Assert.That(
        Pdq("@PID.5^\u738b\u5c0f*").Value!.Criteria.Names.Single(), Is.EqualTo(new NamePattern { WholeName = Text("\u738b\u5c0f*") }));

    [Test]
    public void Escapes_in_values_are_resolved() =>
        Assert.That(Pdq("@PID.5.1^A\\S\\B").Value!.Criteria.Names.Single().Family, Is.EqualTo(Text("A^B")));

    [TestCase("", "RCP|I\r", "QPD^1^3 101")]
    [TestCase("@PID.5.1^X~@PID.99^Y", "", "QPD^1^3^2^1 204")]
    [TestCase("@PID.3.1^X~@PID.3.4.99^Y", "", "QPD^1^3^2^1 204,QPD^1^3^1 101")]
    [TestCase("@PID.8^M~@PID.3.1^X", "", "QPD^1^3^2 101")]
    [TestCase("nonsense^X", "", "QPD^1^3^1^1 204")]
    [TestCase("12^^^NS&1.2.3&ISO", "", "QPD^1^3^1^1 204")]
    [TestCase("@PV1.2^I", "", "QPD^1^3^1^1 204")]
    [TestCase("@PID.7^84", "", "QPD^1^3^1^2 102")]
    [TestCase("@PID.7^1984-01-01", "", "QPD^1^3^1^2 102")]
    [TestCase("@PID.7^19840101120000.1234+0800", "", "")]
    [TestCase("@PID.7^yesterday", "", "QPD^1^3^1^2 102")]
    [TestCase("@PID.7^1987~@PID.7^1989", "", "QPD^1^3^2^1 102")]
    [TestCase("@PID.5.1^X", "RCP|I|0^RD\r", "RCP^1^2^1^1 102")]
    [TestCase("@PID.5.1^X", "RCP|I|ten\r", "RCP^1^2^1^1 102")]
    [TestCase("@PID.5.1^X", "RCP|I|10^LI\r", "RCP^1^2^1^2 103")]
    [TestCase("@PID.5.1^X", "RCP|I|10\r", "")]
    public void What_a_demographics_query_cannot_ask_is_refused_with_its_place(string parameters, string rest, string expected)
    {
        var reading = Pdq(parameters, rest: rest);
        Assert.That(Places(reading.Problems), Is.EqualTo(expected));
        Assert.That(reading.Value is null, Is.EqualTo(expected.Length > 0));
    }

    [Test]
    public void A_query_of_too_many_parameters_is_refused()
    {
        Assert.That(Places(Pdq(string.Join('~', Enumerable.Repeat("@PID.5.1^X", 200))).Problems), Is.Empty);
        Assert.That(Places(Pdq(string.Join('~', Enumerable.Repeat("@PID.5.1^X", 100_000))).Problems), Is.EqualTo("QPD^1^3^201 102"));
    }

    [Test]
    public void A_cancellation_names_the_query() =>
        Assert.That(Cancellation("QID|T1|IHE PDQ Query\r").Value, Is.EqualTo(new PdqCancellation("T1")));

    [TestCase("", "QID^1 100"), TestCase("QID||IHE PDQ Query\r", "QID^1^1 101")]
    public void A_cancellation_that_names_none_is_refused(string segments, string expected) =>
        Assert.That(Places(Cancellation(segments).Problems), Is.EqualTo(expected));

    static TextPattern Text(string text) => TextPattern.OfWildcards(text);

    static string Header(string trigger, string type = "QBP") => $"MSH|^~\\&|A|B|C|D|20260101||{type}^{trigger}^QBP_Q21|1|P|2.5\r";

    static Hl7Reading<PixQuery> Pix(string qpd) => PixQueryReader.Read(Hl7Samples.Read(Header("Q23") + $"QPD{qpd}\rRCP|I\r"));

    static Hl7Reading<PdqQuery> Pdq(string parameters, string trigger = "Q22", string rest = "RCP|I\r") =>
        PdqQueryReader.Read(Hl7Samples.Read(Header(trigger) + $"QPD|IHE PDQ Query|T1|{parameters}\r{rest}"));

    static Hl7Reading<PdqCancellation> Cancellation(string segments) =>
        PdqCancellationReader.Read(Hl7Samples.Read(Header("J01", "QCN") + segments));

    static string Places(IReadOnlyList<Hl7Problem> problems) => string.Join(',', problems.Select(problem =>
    {
        var place = problem.Location;
        var parts = string.Join('^', place.Segment, place.SegmentSequence, place.Field, place.Repetition, place.Component);
        return $"{parts.Replace("^0", "", StringComparison.Ordinal)} {(int)problem.Code}";
    }));
}
