using System.Globalization;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Writes PID, MRG and PV1 from values; what is known to be nothing is written as two quotation marks.</summary>
public static class PatientSegmentWriter
{
    const string Nothing = "\"\"";

    // HL7 tables 0201, 0202 and 0004.
    const string Work = "WPN";
    const string Internet = "Internet";
    const string UnknownClass = "U";

    /// <summary>Writes a PID segment.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="identifiers">PID-3.</param>
    /// <param name="demographics">The other fields.</param>
    /// <param name="number">PID-1, or 0 for none.</param>
    public static Hl7Writer Pid(
        this Hl7Writer writer, IReadOnlyList<PatientIdentifier> identifiers, PatientDemographics demographics, int number = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(demographics);
        writer.Segment("PID").Field(1, Number(number)).Identifiers(3, identifiers);
        writer.All(5, demographics.Names, WriteName).All(6, demographics.MothersMaidenNames, WriteName);
        writer.Said(7, demographics.BirthDate).Said(8, demographics.Sex).Said(10, demographics.Race);
        writer.All(11, demographics.Addresses, WriteAddress);
        writer.Telecoms(demographics.Telecoms);
        writer.Said(15, demographics.Language).Said(16, demographics.MaritalStatus).Said(17, demographics.Religion);
        writer.Identifier(18, demographics.AccountNumber);
        writer.Said(19, demographics.SocialSecurityNumber).Said(20, demographics.DriversLicense);
        writer.All(21, demographics.MothersIdentifiers, WriteIdentifier);
        writer.Said(22, demographics.EthnicGroup).Said(23, demographics.BirthPlace).Said(24, demographics.MultipleBirth);
        writer.Said(25, demographics.BirthOrder).Said(26, demographics.Citizenship);
        writer.Said(29, demographics.DeathTime).Said(30, demographics.IsDead).Said(31, demographics.IdentityUnknown);
        return writer.All(32, demographics.IdentityReliability, static (field, code) => field.Component(1, code));
    }

    /// <summary>Writes an MRG segment.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="identifiers">MRG-1, the identifiers of before.</param>
    public static Hl7Writer Mrg(this Hl7Writer writer, IReadOnlyList<PatientIdentifier> identifiers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.Segment("MRG").Identifiers(1, identifiers);
    }

    /// <summary>Writes a PV1 segment; PV1-2 is required and, where it is not said, unknown (U).</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="visit">What is known of the visit.</param>
    /// <param name="number">PV1-1, or 0 for none.</param>
    public static Hl7Writer Pv1(this Hl7Writer writer, PatientVisit visit, int number = 0)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(visit);
        writer.Segment("PV1").Field(1, Number(number));
        writer.Said(2, visit.PatientClass is { Length: > 0 } known ? known : UnknownClass);
        if (visit.Location is { } location) WriteLocation(writer.Field(3), location);
        writer.All(7, visit.AttendingDoctors, WritePractitioner).All(8, visit.ReferringDoctors, WritePractitioner);
        writer.All(9, visit.ConsultingDoctors, WritePractitioner).Said(10, visit.HospitalService);
        writer.All(17, visit.AdmittingDoctors, WritePractitioner).Identifier(19, visit.VisitNumber);
        return writer.Said(44, visit.AdmittedAt).Said(45, visit.DischargedAt);
    }

    /// <summary>Writes a field of identifiers (CX).</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="number">The field.</param>
    /// <param name="identifiers">Its repetitions.</param>
    public static Hl7Writer Identifiers(this Hl7Writer writer, int number, IReadOnlyList<PatientIdentifier> identifiers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(identifiers);
        return writer.Repeat(number, identifiers, WriteIdentifier);
    }

    /// <summary>Writes an assigning authority (HD) into a component, as CX.4 has it.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="component">The component.</param>
    /// <param name="designator">The authority.</param>
    public static Hl7Writer Authority(this Hl7Writer writer, int component, HierarchicDesignator designator)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(designator);
        return writer.Component(component)
            .Subcomponent(1, designator.NamespaceId).Subcomponent(2, designator.UniversalId).Subcomponent(3, designator.UniversalIdType);
    }

    static void Telecoms(this Hl7Writer writer, IReadOnlyList<Telecom>? telecoms)
    {
        if (telecoms is null) return;
        writer.All(13, telecoms.Where(telecom => telecom.Use != Work).ToArray(), WriteTelecom);
        if (telecoms.Any(telecom => telecom.Use == Work)) writer.Repeat(14, telecoms.Where(telecom => telecom.Use == Work).ToArray(), WriteTelecom);
    }

    static Hl7Writer Said(this Hl7Writer writer, int number, string? value) =>
        value is null ? writer : writer.Field(number, value.Length == 0 ? Nothing : value);

    static void Identifier(this Hl7Writer writer, int number, PatientIdentifier? identifier)
    {
        if (identifier is null) return;
        if (identifier.Id.Length == 0) writer.Field(number, Nothing);
        else WriteIdentifier(writer.Field(number), identifier);
    }

    static Hl7Writer All<T>(this Hl7Writer writer, int number, IReadOnlyList<T>? values, Action<Hl7Writer, T> write) =>
        values is null ? writer : values.Count == 0 ? writer.Field(number, Nothing) : writer.Repeat(number, values, write);

    static Hl7Writer Repeat<T>(this Hl7Writer writer, int number, IReadOnlyList<T> values, Action<Hl7Writer, T> write)
    {
        writer.Field(number);
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) writer.Repetition();
            write(writer, values[i]);
        }

        return writer;
    }

    static void WriteIdentifier(Hl7Writer field, PatientIdentifier identifier) =>
        field.Component(1, identifier.Id).Authority(4, identifier.Authority).Component(5, identifier.TypeCode);

    static void WriteName(Hl7Writer field, PersonName name) => field
        .Component(1, name.Family).Component(2, name.Given).Component(3, name.Middle).Component(4, name.Suffix)
        .Component(5, name.Prefix).Component(7, name.Type).Component(8, name.Representation);

    static void WriteAddress(Hl7Writer field, PostalAddress address) => field
        .Component(1, address.Street).Component(2, address.OtherDesignation).Component(3, address.City).Component(4, address.State)
        .Component(5, address.PostalCode).Component(6, address.Country).Component(7, address.Type);

    static void WriteTelecom(Hl7Writer field, Telecom telecom)
    {
        var isNumber = telecom.Equipment is not (Internet or "X.400");
        field.Component(1, isNumber ? telecom.Number : "").Component(2, telecom.Use).Component(3, telecom.Equipment);
        if (!isNumber) field.Component(4, telecom.Number);
    }

    static void WritePractitioner(Hl7Writer field, Practitioner doctor) => field
        .Component(1, doctor.Id).Component(2, doctor.Name.Family).Component(3, doctor.Name.Given).Component(4, doctor.Name.Middle)
        .Component(5, doctor.Name.Suffix).Component(6, doctor.Name.Prefix).Component(10, doctor.Name.Type);

    static void WriteLocation(Hl7Writer field, PatientLocation location) => field
        .Component(1, location.PointOfCare).Component(2, location.Room).Component(3, location.Bed).Authority(4, location.Facility)
        .Component(7, location.Building).Component(8, location.Floor);

    static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
