using System.Collections.Frozen;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class PatientIdentityFeedTests
{
    const string Pid = "PID|||1^^^&1.2.3&ISO\r";
    const string Mrg = "MRG|2^^^&1.2.3&ISO\r";

    [Test]
    public void An_admission_gives_its_values()
    {
        var message = Taken(Hl7Samples.Admission);
        Assert.That(message.Event.Code, Is.EqualTo("A01"));
        Assert.That(message.ControlId, Is.EqualTo("MSG-0001"));
        Assert.That(message.SendingApplication, Is.EqualTo(new HierarchicDesignator("ADT_SRC", "", "")));
        Assert.That(message.SendingFacility.NamespaceId, Is.EqualTo("NORTH"));
        Assert.That(message.ReceivingApplication.NamespaceId, Is.EqualTo("REG"));
        Assert.That(message.ReceivingFacility.NamespaceId, Is.EqualTo("SOUTH"));
        Assert.That(message.SentAt, Is.EqualTo("20260101120000+0000"));
        Assert.That(message.RecordedAt, Is.EqualTo("20260101120000+0000"));
        Assert.That(message.ProcessingId, Is.EqualTo("P"));

        var patient = message.Patients.Single();
        Assert.That(patient.PriorIdentifiers, Is.Empty);
        Assert.That(patient.Identifiers, Is.EqualTo(new PatientIdentifier[]
        {
            new("4711", new("", "1.3.6.1.4.1.21367.13.20.1000", "ISO"), "PI"),
            new("M-17", new("NORTH", "", ""), "MR"),
        }));
        Assert.That(patient.Demographics.Names, Is.EqualTo(new[] { new PersonName("Specimen", "Ada", "Maria", "", "", "L", "") }));
        Assert.That(patient.Demographics.BirthDate, Is.EqualTo("19800229"));
        Assert.That(patient.Demographics.Sex, Is.EqualTo("F"));
        Assert.That(patient.Demographics.Addresses, Is.EqualTo(new[]
        {
            new PostalAddress("1 Main St", "", "Springfield", "XX", "12345", "US", "H"),
        }));
    }

    [TestCase("A01"), TestCase("A04"), TestCase("A05"), TestCase("A08")]
    public void Events_about_one_patient_are_taken(string code) => Assert.That(Taken(Adt(code, Pid)).Event.Code, Is.EqualTo(code));

    [Test]
    public void A_merge_gives_both_identifiers()
    {
        var patient = Taken(Hl7Samples.Merge).Patients.Single();
        Assert.That(patient.Identifiers.Single().Id, Is.EqualTo("4711"));
        Assert.That(patient.PriorIdentifiers.Single(), Is.EqualTo(new PatientIdentifier("4712", new("", "1.2.3", "ISO"), "")));
    }

    [Test]
    public void A_merge_may_have_several_pairs()
    {
        var pairs = Taken(Adt("A40", Pid + "PD1|x\r" + Mrg + Pid.Replace("1^", "3^") + Mrg.Replace("2^", "4^"))).Patients;
        Assert.That(
            pairs.Select(pair => (pair.Identifiers[0].Id, pair.PriorIdentifiers[0].Id)),
            Is.EqualTo(new[] { ("1", "2"), ("3", "4") }));
    }

    [Test]
    public void Not_said_is_told_from_known_to_be_nothing()
    {
        var patient = Taken(Adt("A08", "PID|||\"\"^^^&9&ISO~~1^^^&1.2.3&ISO||\"\"||\"\"|\r")).Patients.Single();
        Assert.That(patient.Identifiers.Single().Id, Is.EqualTo("1"));
        Assert.That(patient.Demographics.Names, Is.Empty);
        Assert.That(patient.Demographics.BirthDate, Is.Empty);
        Assert.That(patient.Demographics.Sex, Is.Null);
        Assert.That(patient.Demographics.Addresses, Is.Null);
    }

    [Test]
    public void The_event_of_hl7_2_1_is_in_evn() =>
        Assert.That(Taken("MSH|^~\\&|A|B|C|D|20260101||ADT|1|P|2.1\rEVN|A04|20260101\r" + Pid).Event.Code, Is.EqualTo("A04"));

    [TestCase("A01", "", "PID:1:0 100")]
    [TestCase("A01", "PID|1\r", "PID:1:3 101")]
    [TestCase("A01", "PID|1||^^^&1.2.3&ISO~\"\"^^^&1.2.3&ISO\r", "PID:1:3 101")]
    [TestCase("A01", "PID|1||1~2\r", "PID:1:3 101")]
    [TestCase("A01", Pid + Pid, "PID:2:0 100")]
    [TestCase("A01", "EVN|A40\r" + Pid, "EVN:1:1 102")]
    [TestCase("A01", "EVN|A99\r" + Pid, "EVN:1:1 102")]
    [TestCase("A01", Pid + "MSH|^~\\&|A\r" + Pid, "MSH:2:0 100,PID:2:0 100")]
    [TestCase("A40", Pid, "MRG:1:0 100")]
    [TestCase("A40", Pid + "MRG|\r", "MRG:1:1 101")]
    [TestCase("A40", Pid + "MRG|2\r", "MRG:1:1 101")]
    [TestCase("A40", Pid + Mrg + Pid, "MRG:2:0 100")]
    [TestCase("A40", Pid + Mrg + Mrg, "MRG:2:0 100")]
    [TestCase("A40", Mrg + Pid, "MRG:1:0 100,MRG:2:0 100")]
    [TestCase("A40", "", "PID:1:0 100")]
    [TestCase("A40", Mrg, "MRG:1:0 100,PID:1:0 100")]
    [TestCase("A99", Pid, "MSH:1:9 201")]
    [TestCase("", Pid, "MSH:1:9 201")]
    public void All_that_is_wrong_is_reported_with_its_place(string code, string segments, string expected) =>
        Assert.That(Problems(Adt(code, segments), PatientFeedRules.Iti8), Is.EqualTo(expected));

    [TestCase("ORU^R01", "1", "P", "2.5", "MSH:1:9 200")]
    [TestCase("", "1", "P", "2.5", "MSH:1:9 200")]
    [TestCase("ADT^A01", "", "P", "2.5", "MSH:1:10 101")]
    [TestCase("ADT^A01", "1", "P", "", "MSH:1:12 101")]
    [TestCase("ADT^A01", "1", "P", "3.0", "MSH:1:12 203")]
    [TestCase("ADT^A77", "", "P", "3.0", "MSH:1:9 201,MSH:1:10 101,MSH:1:12 203")]
    [TestCase("ADT^A01", "1", "T", "2.5", "")]
    public void The_header_is_checked(string type, string id, string processing, string version, string expected) =>
        Assert.That(
            Problems($"MSH|^~\\&|A|B|C|D|20260101||{type}|{id}|{processing}|{version}\r" + Pid, PatientFeedRules.Iti8),
            Is.EqualTo(expected));

    [Test]
    public void Every_version_is_taken(
        [Values("2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1", "2.8.2")] string version) =>
        Assert.That(Problems(Adt("A01", Pid).Replace("|2.5", "|" + version), PatientFeedRules.Iti8), Is.Empty);

    [Test]
    public void A_processing_id_that_is_not_configured_is_refused()
    {
        var rules = new PatientFeedRules { ProcessingIds = FrozenSet.Create(StringComparer.Ordinal, "P") };
        Assert.That(Problems(Adt("A01", Pid), rules), Is.Empty);
        Assert.That(Problems(Adt("A01", Pid).Replace("|P|", "|T|"), rules), Is.EqualTo("MSH:1:11 202"));
    }

    [Test]
    public void An_event_named_twice_and_differently_is_only_remarked_where_both_mean_the_same()
    {
        var reading = PatientIdentityFeed.Read(Hl7Samples.Read(Adt("A04", "EVN|A01\r" + Pid)), PatientFeedRules.Iti8);
        Assert.That(reading.Message!.Event.Code, Is.EqualTo("A04"));
        Assert.That(reading.Problems.Single().Severity, Is.EqualTo(Hl7Severity.Warning));
    }

    [TestCase("A01", PatientFeedKind.Add), TestCase("A28", PatientFeedKind.Add), TestCase("A05", PatientFeedKind.Add)]
    [TestCase("A08", PatientFeedKind.Update), TestCase("A31", PatientFeedKind.Update), TestCase("A03", PatientFeedKind.Update)]
    [TestCase("A13", PatientFeedKind.Update), TestCase("A06", PatientFeedKind.Update), TestCase("A44", PatientFeedKind.Update)]
    [TestCase("A11", PatientFeedKind.Cancel), TestCase("A38", PatientFeedKind.Cancel)]
    public void Every_event_about_one_patient_is_taken_where_all_are(string code, PatientFeedKind kind)
    {
        var message = Taken(Adt(code, Pid + "MRG|9\r"), PatientFeedRules.All);
        Assert.That(message.Event, Is.EqualTo(new PatientFeedEvent(code, kind)));
        Assert.That(message.Patients.Single().PriorIdentifiers, Is.Empty);
        Assert.That(Problems(Adt(code, Pid + Pid), PatientFeedRules.All), Is.EqualTo("PID:2:0 100"));
    }

    [TestCase("A24", PatientFeedKind.Link)]
    [TestCase("A37", PatientFeedKind.Unlink)]
    [TestCase("A17", PatientFeedKind.Update)]
    public void A_link_is_between_two_patients(string code, PatientFeedKind kind)
    {
        var message = Taken(Adt(code, Pid + "PV1|1|I\rPID|||7^^^&1.2.9&ISO\r"), PatientFeedRules.All);
        Assert.That(message.Event.Kind, Is.EqualTo(kind));
        Assert.That(message.Patients.Select(patient => patient.Identifiers.Single().Id), Is.EqualTo(new[] { "1", "7" }));
        Assert.That(message.Patients.Select(patient => patient.Visit?.PatientClass), Is.EqualTo(new[] { "I", null }));
        Assert.That(Problems(Adt(code, Pid), PatientFeedRules.All), Is.EqualTo("PID:2:0 100"));
        Assert.That(Problems(Adt(code, Pid + Pid + Pid), PatientFeedRules.All), Is.EqualTo("PID:2:0 100"));
    }

    [TestCase("A47", PatientFeedKind.ChangeId), TestCase("A43", PatientFeedKind.Move), TestCase("A40", PatientFeedKind.Merge)]
    public void What_changes_identifiers_names_those_of_before(string code, PatientFeedKind kind)
    {
        var message = Taken(
            Adt(code, "PID|||E2^^^&1.2.3&ISO~L1^^^&1.2.9&ISO|| \rMRG|E1^^^&1.2.3&ISO~L0^^^&1.2.9&ISO\rPV1||N\r"), PatientFeedRules.All);
        var patient = message.Patients.Single();
        Assert.That(message.Event.Kind, Is.EqualTo(kind));
        Assert.That(patient.Identifiers.Select(id => id.Id), Is.EqualTo(new[] { "E2", "L1" }));
        Assert.That(patient.PriorIdentifiers.Select(id => id.Id), Is.EqualTo(new[] { "E1", "L0" }));
        Assert.That(Problems(Adt(code, Pid), PatientFeedRules.All), Is.EqualTo("MRG:1:0 100"));
    }

    [TestCase("A20"), TestCase("A29"), TestCase("A99")]
    public void An_event_that_says_nothing_of_who_a_patient_is_is_refused(string code) =>
        Assert.That(Problems(Adt(code, Pid), PatientFeedRules.All), Is.EqualTo("MSH:1:9 201"));

    [Test]
    public void The_whole_pid_is_read()
    {
        var segments = "PID|1|OLD^^^EXT|1^^^&1.2.3&ISO|ALT|Specimen^Ada^^^^^L|Maiden^Mia|19800229|F|Nick^^^^^^N~Alias|2106-3|"
            + "1 Main St^^Town^ST^12345^US^H||555-0100^PRN^PH~^NET^Internet^ada@example.org~^^^^86^571^5550101|555-0199|zh|M|BUD|"
            + "ACC^^^&1.2.7&ISO|123-45|DL-9|MUM^^^&1.2.3&ISO|H|Town|Y|2|CN|||20250101|Y|Y|AL~UD\r";
        var patient = Taken(Adt("A31", segments), PatientFeedRules.All).Patients.Single();
        Assert.That(patient.AlternateIdentifiers.Select(id => id.Id), Is.EqualTo(new[] { "OLD", "ALT" }));
        var demographics = patient.Demographics;
        Assert.That(
            demographics.Names!.Select(name => (name.Family, name.Type)),
            Is.EqualTo(new[] { ("Specimen", "L"), ("Nick", "N"), ("Alias", "A") }));
        Assert.That(demographics.MothersMaidenNames!.Single().Family, Is.EqualTo("Maiden"));
        Assert.That(demographics.Telecoms, Is.EqualTo(new Telecom[]
        {
            new("555-0100", "PRN", "PH"),
            new("ada@example.org", "NET", "Internet"),
            new("86 571 5550101", "PRN", ""),
            new("555-0199", "WPN", ""),
        }));
        Assert.That(demographics.AccountNumber, Is.EqualTo(new PatientIdentifier("ACC", new("", "1.2.7", "ISO"), "")));
        Assert.That(demographics.MothersIdentifiers!.Single().Id, Is.EqualTo("MUM"));
        Assert.That(demographics.IdentityReliability, Is.EqualTo(new[] { "AL", "UD" }));
        Assert.That(
            new[]
            {
                demographics.Race, demographics.Language, demographics.MaritalStatus, demographics.Religion,
                demographics.SocialSecurityNumber, demographics.DriversLicense, demographics.EthnicGroup, demographics.BirthPlace,
                demographics.MultipleBirth, demographics.BirthOrder, demographics.Citizenship, demographics.DeathTime,
                demographics.IsDead, demographics.IdentityUnknown,
            },
            Is.EqualTo(new[] { "2106-3", "zh", "M", "BUD", "123-45", "DL-9", "H", "Town", "Y", "2", "CN", "20250101", "Y", "Y" }));
    }

    [Test]
    public void A_newborns_mother_may_be_told_by_nk1()
    {
        var segments = Pid + "NK1|1|Father^Fred|FTH" + new string('|', 30) + "F1^^^&1.2.3&ISO\r"
            + "NK1|2|Mother^Mona|MTH" + new string('|', 30) + "M1^^^&1.2.3&ISO\r";
        Assert.That(Taken(Adt("A01", segments)).Patients.Single().Demographics.MothersIdentifiers!.Single().Id, Is.EqualTo("M1"));
    }

    [Test]
    public void A_visit_is_read()
    {
        const string Visit = "PV1|1|I|W1^101^2^NORTH&1.2.8&ISO^^^B7^F3||||0001^Doctor^Dora^^^Dr^^^^L|0002^Referrer|0003^Consultant~0004^Other|CAR|"
            + "||||||0005^Admitter||V-1^^^&1.2.6&ISO|||||||||||||||||||||||||202601011200|202601051200\r";
        var visit = Taken(Adt("A01", Pid + Visit)).Patients.Single().Visit!;
        Assert.That(visit.Location, Is.EqualTo(new PatientLocation("W1", "101", "2", new("NORTH", "1.2.8", "ISO"), "B7", "F3")));
        Assert.That(
            visit.AttendingDoctors, Is.EqualTo(new[] { new Practitioner("0001", new("Doctor", "Dora", "", "", "Dr", "L", "")) }));
        Assert.That(visit.ReferringDoctors!.Single().Id, Is.EqualTo("0002"));
        Assert.That(visit.ConsultingDoctors!.Select(doctor => doctor.Name.Family), Is.EqualTo(new[] { "Consultant", "Other" }));
        Assert.That(visit.AdmittingDoctors!.Single().Id, Is.EqualTo("0005"));
        Assert.That(visit.VisitNumber!.Id, Is.EqualTo("V-1"));
        Assert.That((visit.PatientClass, visit.HospitalService), Is.EqualTo(("I", "CAR")));
        Assert.That((visit.AdmittedAt, visit.DischargedAt), Is.EqualTo(("202601011200", "202601051200")));
    }

    static string Adt(string code, string segments) => $"MSH|^~\\&|A|B|C|D|20260101||ADT^{code}|1|P|2.5\r{segments}";

    static PatientFeedMessage Taken(string message, PatientFeedRules? rules = null)
    {
        var reading = PatientIdentityFeed.Read(Hl7Samples.Read(message), rules ?? PatientFeedRules.Iti8);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Message!;
    }

    static string Problems(string message, PatientFeedRules rules)
    {
        var reading = PatientIdentityFeed.Read(Hl7Samples.Read(message), rules);
        Assert.That(reading.Message is null, Is.EqualTo(reading.Problems.Count > 0));
        return string.Join(',', reading.Problems.Select(problem =>
            $"{problem.Location.Segment}:{problem.Location.SegmentSequence}:{problem.Location.Field} {(int)problem.Code}"));
    }
}
