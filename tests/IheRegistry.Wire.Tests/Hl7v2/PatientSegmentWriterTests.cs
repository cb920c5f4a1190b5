using IheRegistry.Model.Demographics;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class PatientSegmentWriterTests
{
    static readonly PatientIdentifier Identifier = new("a&b", new("NS", "1.2.3", "ISO"), "PI");

    [Test]
    public void What_is_written_of_a_patient_is_read_again()
    {
        var demographics = new PatientDemographics
        {
            Names = [new("O|C", "Ada", "M", "Jr", "Dr", "L", "A"), new("\u738b", "", "", "", "", "L", "I")],
            MothersMaidenNames = [new("Maiden", "", "", "", "", "M", "")],
            BirthDate = "19800229",
            Sex = "F",
            Race = "2106-3",
            Addresses = [new("1^2 Main St", "Apt", "Town", "ST", "12345", "US", "H")],
            Telecoms = [new("555-0100", "PRN", "PH"), new("ada@example.org", "NET", "Internet"), new("555-0199", "WPN", "")],
            Language = "zh",
            MaritalStatus = "M",
            Religion = "BUD",
            AccountNumber = Identifier,
            SocialSecurityNumber = "123",
            DriversLicense = "DL",
            MothersIdentifiers = [Identifier, Identifier with { Id = "c" }],
            EthnicGroup = "H",
            BirthPlace = "Town",
            MultipleBirth = "Y",
            BirthOrder = "2",
            Citizenship = "CN",
            DeathTime = "2025",
            IsDead = "Y",
            IdentityUnknown = "N",
            IdentityReliability = ["AL", "UD"],
        };
        Assert.That(Described(Again(demographics)), Is.EqualTo(Described(demographics)));
    }

    [Test]
    public void What_is_known_to_be_nothing_is_told_from_what_is_not_said()
    {
        var demographics = new PatientDemographics
        {
            Names = [],
            BirthDate = "",
            Addresses = [],
            Telecoms = [],
            AccountNumber = new("", HierarchicDesignator.None, ""),
            MothersIdentifiers = [],
        };
        Assert.That(Described(Again(demographics)), Is.EqualTo(Described(demographics)));
        Assert.That(Described(Again(PatientDemographics.None)), Is.EqualTo(Described(PatientDemographics.None)));
    }

    [Test]
    public void What_is_written_of_a_visit_is_read_again()
    {
        var doctor = new Practitioner("1", new("Doctor", "Dora", "", "", "Dr", "L", ""));
        var visit = new PatientVisit
        {
            PatientClass = "I",
            Location = new("W1", "101", "2", new("NORTH", "1.2.8", "ISO"), "B", "F"),
            AttendingDoctors = [doctor],
            ReferringDoctors = [doctor, doctor],
            ConsultingDoctors = [],
            HospitalService = "CAR",
            AdmittingDoctors = [doctor],
            VisitNumber = Identifier,
            AdmittedAt = "2026",
            DischargedAt = "2027",
        };
        var message = Feed(writer => writer.Pid([Identifier], PatientDemographics.None).Pv1(visit));
        var read = PatientIdentityFeed.Read(message, PatientFeedRules.All).Message!.Patients.Single().Visit!;
        Assert.That(
            (read.PatientClass, read.Location, read.HospitalService, read.VisitNumber, read.AdmittedAt, read.DischargedAt),
            Is.EqualTo((visit.PatientClass, visit.Location, visit.HospitalService, visit.VisitNumber, visit.AdmittedAt, visit.DischargedAt)));
        Assert.That(read.AttendingDoctors, Is.EqualTo(visit.AttendingDoctors));
        Assert.That(read.ReferringDoctors, Is.EqualTo(visit.ReferringDoctors));
        Assert.That(read.ConsultingDoctors, Is.Empty);
        Assert.That(read.AdmittingDoctors, Is.EqualTo(visit.AdmittingDoctors));
    }

    [Test]
    public void A_visit_of_which_nothing_is_known_has_the_class_that_is_required() =>
        Assert.That(Hl7Samples.Write(writer => writer.Pv1(new PatientVisit())), Is.EqualTo("PV1||U\r"));

    static PatientDemographics Again(PatientDemographics demographics)
    {
        var reading = PatientIdentityFeed.Read(Feed(writer => writer.Pid([Identifier], demographics)), PatientFeedRules.All);
        Assert.That(reading.Message!.Patients.Single().Identifiers, Is.EqualTo(new[] { Identifier }));
        return reading.Message.Patients.Single().Demographics;
    }

    static Hl7Message Feed(Action<Hl7Writer> write) => Hl7Samples.Read(Hl7Samples.Write(writer =>
    {
        writer.Header().Field(9).Component(1, "ADT").Component(2, "A01").Field(10, "1").Field(11, "P").Field(12, "2.5");
        write(writer);
    }));

    // Records compare lists by reference.
    static string Described(PatientDemographics demographics) => System.Text.Json.JsonSerializer.Serialize(demographics);
}
