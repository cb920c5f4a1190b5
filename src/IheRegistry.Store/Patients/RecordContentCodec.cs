using IheRegistry.Model.Demographics;

namespace IheRegistry.Store.Patients;

/// <summary>
/// Demographics as the ledger keeps them: a quarter of their size as JSON, which counts at forty million records. A field that is not
/// said is not written; the tags are stored: never renumber.
/// </summary>
static class RecordContentCodec
{
    const byte Format = 1;
    const byte End = 0;
    const byte Tentative = 1;
    const byte HasVisit = 2;

    // Tags of texts index an array while reading; lists and the like come after them.
    const int Texts = 32;

    internal static byte[] Encode(RecordContent content)
    {
        var writer = new ContentWriter();
        writer.Byte(Format);
        writer.Byte((byte)((content.IsTentative ? Tentative : 0) | (content.Visit is null ? 0 : HasVisit)));
        Write(writer, content.Demographics);
        if (content.Visit is { } visit) Write(writer, visit);
        writer.List(content.OtherIds, Write);
        return writer.ToArray();
    }

    internal static RecordContent Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ContentReader(bytes);
        var format = reader.Byte();
        if (format != Format) throw new InvalidOperationException($"Demographics of form {format} are not known here.");
        var flags = reader.Byte();
        var demographics = Demographics(ref reader);
        var visit = (flags & HasVisit) != 0 ? Visit(ref reader) : null;
        return new RecordContent(demographics, visit, reader.List(Identifier), (flags & Tentative) != 0);
    }

    static void Write(ContentWriter writer, PatientDemographics value)
    {
        writer.Field(1, value.BirthDate);
        writer.Field(2, value.Sex);
        writer.Field(3, value.Race);
        writer.Field(4, value.Language);
        writer.Field(5, value.MaritalStatus);
        writer.Field(6, value.Religion);
        writer.Field(7, value.SocialSecurityNumber);
        writer.Field(8, value.DriversLicense);
        writer.Field(9, value.EthnicGroup);
        writer.Field(10, value.BirthPlace);
        writer.Field(11, value.MultipleBirth);
        writer.Field(12, value.BirthOrder);
        writer.Field(13, value.Citizenship);
        writer.Field(14, value.DeathTime);
        writer.Field(15, value.IsDead);
        writer.Field(16, value.IdentityUnknown);
        writer.Field(32, value.Names, Write);
        writer.Field(33, value.MothersMaidenNames, Write);
        writer.Field(34, value.Addresses, Write);
        writer.Field(35, value.Telecoms, Write);
        writer.Field(36, value.AccountNumber, Write);
        writer.Field(37, value.MothersIdentifiers, Write);
        writer.Field(38, value.IdentityReliability, static (w, text) => w.Text(text));
        writer.Byte(End);
    }

    static PatientDemographics Demographics(ref ContentReader reader)
    {
        var texts = new string?[Texts];
        PersonName[]? names = null, maidenNames = null;
        PostalAddress[]? addresses = null;
        Telecom[]? telecoms = null;
        PatientIdentifier? account = null;
        PatientIdentifier[]? mothers = null;
        string[]? reliability = null;
        for (var tag = reader.Byte(); tag != End; tag = reader.Byte())
        {
            switch (tag)
            {
                case < Texts: texts[tag] = reader.Text(); break;
                case 32: names = reader.List(Name); break;
                case 33: maidenNames = reader.List(Name); break;
                case 34: addresses = reader.List(Address); break;
                case 35: telecoms = reader.List(Number); break;
                case 36: account = Identifier(ref reader); break;
                case 37: mothers = reader.List(Identifier); break;
                case 38: reliability = reader.List(static (ref ContentReader r) => r.Text()); break;
                default: throw new InvalidOperationException($"A field {tag} of demographics is not known here.");
            }
        }

        return new PatientDemographics
        {
            BirthDate = texts[1],
            Sex = texts[2],
            Race = texts[3],
            Language = texts[4],
            MaritalStatus = texts[5],
            Religion = texts[6],
            SocialSecurityNumber = texts[7],
            DriversLicense = texts[8],
            EthnicGroup = texts[9],
            BirthPlace = texts[10],
            MultipleBirth = texts[11],
            BirthOrder = texts[12],
            Citizenship = texts[13],
            DeathTime = texts[14],
            IsDead = texts[15],
            IdentityUnknown = texts[16],
            Names = names,
            MothersMaidenNames = maidenNames,
            Addresses = addresses,
            Telecoms = telecoms,
            AccountNumber = account,
            MothersIdentifiers = mothers,
            IdentityReliability = reliability,
        };
    }

    static void Write(ContentWriter writer, PatientVisit value)
    {
        writer.Field(1, value.PatientClass);
        writer.Field(2, value.HospitalService);
        writer.Field(3, value.AdmittedAt);
        writer.Field(4, value.DischargedAt);
        writer.Field(32, value.Location, Write);
        writer.Field(33, value.AttendingDoctors, Write);
        writer.Field(34, value.ReferringDoctors, Write);
        writer.Field(35, value.ConsultingDoctors, Write);
        writer.Field(36, value.AdmittingDoctors, Write);
        writer.Field(37, value.VisitNumber, Write);
        writer.Byte(End);
    }

    static PatientVisit Visit(ref ContentReader reader)
    {
        var texts = new string?[Texts];
        PatientLocation? location = null;
        PatientIdentifier? number = null;
        Practitioner[]? attending = null, referring = null, consulting = null, admitting = null;
        for (var tag = reader.Byte(); tag != End; tag = reader.Byte())
        {
            switch (tag)
            {
                case < Texts: texts[tag] = reader.Text(); break;
                case 32: location = Location(ref reader); break;
                case 33: attending = reader.List(Doctor); break;
                case 34: referring = reader.List(Doctor); break;
                case 35: consulting = reader.List(Doctor); break;
                case 36: admitting = reader.List(Doctor); break;
                case 37: number = Identifier(ref reader); break;
                default: throw new InvalidOperationException($"A field {tag} of a visit is not known here.");
            }
        }

        return new PatientVisit
        {
            PatientClass = texts[1],
            HospitalService = texts[2],
            AdmittedAt = texts[3],
            DischargedAt = texts[4],
            Location = location,
            AttendingDoctors = attending,
            ReferringDoctors = referring,
            ConsultingDoctors = consulting,
            AdmittingDoctors = admitting,
            VisitNumber = number,
        };
    }

    static void Write(ContentWriter writer, PersonName value) => Write(
        writer, value.Family, value.Given, value.Middle, value.Suffix, value.Prefix, value.Type, value.Representation);

    static PersonName Name(ref ContentReader reader) => new(
        reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text());

    static void Write(ContentWriter writer, PostalAddress value) => Write(
        writer, value.Street, value.OtherDesignation, value.City, value.State, value.PostalCode, value.Country, value.Type);

    static PostalAddress Address(ref ContentReader reader) => new(
        reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text());

    static void Write(ContentWriter writer, Telecom value) => Write(writer, value.Number, value.Use, value.Equipment);

    static Telecom Number(ref ContentReader reader) => new(reader.Text(), reader.Text(), reader.Text());

    static void Write(ContentWriter writer, PatientIdentifier value)
    {
        writer.Text(value.Id);
        Write(writer, value.Authority);
        writer.Text(value.TypeCode);
    }

    static PatientIdentifier Identifier(ref ContentReader reader) => new(reader.Text(), Designator(ref reader), reader.Text());

    static void Write(ContentWriter writer, HierarchicDesignator value) =>
        Write(writer, value.NamespaceId, value.UniversalId, value.UniversalIdType);

    static HierarchicDesignator Designator(ref ContentReader reader) => new(reader.Text(), reader.Text(), reader.Text());

    static void Write(ContentWriter writer, PatientLocation value)
    {
        Write(writer, value.PointOfCare, value.Room, value.Bed);
        Write(writer, value.Facility);
        Write(writer, value.Building, value.Floor);
    }

    static PatientLocation Location(ref ContentReader reader) => new(
        reader.Text(), reader.Text(), reader.Text(), Designator(ref reader), reader.Text(), reader.Text());

    static void Write(ContentWriter writer, Practitioner value)
    {
        writer.Text(value.Id);
        Write(writer, value.Name);
    }

    static Practitioner Doctor(ref ContentReader reader) => new(reader.Text(), Name(ref reader));

    static void Write(ContentWriter writer, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) writer.Text(text);
    }
}
