using System.Collections.Frozen;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// The names of QPD-3's parameters, <c>@seg.field.component.subcomponent</c> (ITI TF-2 3.21.4.1.2.3). A name may leave out the
/// number of a first subcomponent, and the numbers of a field's first component.
/// </summary>
static class PdqParameterNames
{
    static readonly FrozenDictionary<string, (PdqField Field, PdqPart Part)> ByName = Table();

    /// <summary>What a name asks for; false when it is none of ours, or asks for a visit where only patients are asked for.</summary>
    public static bool TryFind(string name, bool withVisits, out PdqField field, out PdqPart part)
    {
        var isKnown = ByName.TryGetValue(name, out var found) && (withVisits || found.Field < PdqField.PatientClass);
        (field, part) = found;
        return isKnown;
    }

    /// <summary>True for a field of which a patient may have several, so that it may be asked for several times.</summary>
    public static bool MayRepeat(PdqField field) => field
        is PdqField.Identifier or PdqField.Name or PdqField.MothersMaidenName or PdqField.Address or PdqField.Telecom;

    static FrozenDictionary<string, (PdqField Field, PdqPart Part)> Table()
    {
        var table = new Dictionary<string, (PdqField, PdqPart)>(StringComparer.OrdinalIgnoreCase);
        AddIdentifier("@PID.3", PdqField.Identifier);
        AddName("@PID.5", PdqField.Name);
        AddName("@PID.6", PdqField.MothersMaidenName);
        Add("@PID.7", PdqField.BirthDate, PdqPart.Value, "", ".1");
        Add("@PID.8", PdqField.Sex, PdqPart.Value, "", ".1");
        Add("@PID.11", PdqField.Address, PdqPart.Street, "", ".1", ".1.1");
        Add("@PID.11", PdqField.Address, PdqPart.OtherDesignation, ".2");
        Add("@PID.11", PdqField.Address, PdqPart.City, ".3");
        Add("@PID.11", PdqField.Address, PdqPart.State, ".4");
        Add("@PID.11", PdqField.Address, PdqPart.PostalCode, ".5");
        Add("@PID.11", PdqField.Address, PdqPart.Country, ".6");
        // XTN.1 is the number; XTN.4 an email address, XTN.7 and XTN.12 where newer versions have the number.
        Add("@PID.13", PdqField.Telecom, PdqPart.Value, "", ".1", ".4", ".7", ".12");
        AddIdentifier("@PID.18", PdqField.AccountNumber);
        Add("@PV1.2", PdqField.PatientClass, PdqPart.Value, "", ".1");
        Add("@PV1.3", PdqField.Location, PdqPart.PointOfCare, "", ".1", ".1.1");
        Add("@PV1.3", PdqField.Location, PdqPart.Room, ".2", ".2.1");
        Add("@PV1.3", PdqField.Location, PdqPart.Bed, ".3", ".3.1");
        Add("@PV1.3", PdqField.Location, PdqPart.Facility, ".4", ".4.1");
        AddDoctor("@PV1.7", PdqField.AttendingDoctor);
        AddDoctor("@PV1.8", PdqField.ReferringDoctor);
        AddDoctor("@PV1.9", PdqField.ConsultingDoctor);
        Add("@PV1.10", PdqField.HospitalService, PdqPart.Value, "", ".1");
        AddDoctor("@PV1.17", PdqField.AdmittingDoctor);
        AddIdentifier("@PV1.19", PdqField.VisitNumber);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string name, PdqField field, PdqPart part, params ReadOnlySpan<string> places)
        {
            foreach (var place in places) table.Add(name + place, (field, part));
        }

        void AddIdentifier(string name, PdqField field)
        {
            Add(name, field, PdqPart.Value, "", ".1");
            Add(name, field, PdqPart.Namespace, ".4", ".4.1");
            Add(name, field, PdqPart.UniversalId, ".4.2");
            Add(name, field, PdqPart.UniversalIdType, ".4.3");
        }

        void AddName(string name, PdqField field)
        {
            Add(name, field, PdqPart.Whole, "");
            AddNameParts(name, field, first: 1);
        }

        void AddDoctor(string name, PdqField field)
        {
            Add(name, field, PdqPart.Value, "", ".1");
            AddNameParts(name, field, first: 2);
        }

        void AddNameParts(string name, PdqField field, int first)
        {
            Add(name, field, PdqPart.Family, $".{first}", $".{first}.1");
            Add(name, field, PdqPart.Given, $".{first + 1}");
            Add(name, field, PdqPart.Middle, $".{first + 2}");
            Add(name, field, PdqPart.Suffix, $".{first + 3}");
            Add(name, field, PdqPart.Prefix, $".{first + 4}");
        }
    }
}
