using System.Text.RegularExpressions;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Reads QPD-3 (ITI TF-2 3.21.4.1.2.3). Parameters about the parts of one value stand in any order; a part that was given before
/// begins another value, where a patient may have several of them.
/// </summary>
sealed partial class PdqParameters
{
    // Several times all that there are to ask for.
    const int MaxParameters = 200;

    readonly List<PdqParameterGroup> _groups = [];

    PdqParameters()
    {
    }

    /// <summary>What is asked for.</summary>
    public PdqCriteria Criteria { get; private set; } = new();

    /// <summary>Where an identifier of the criteria is in QPD-3, from 1; identifiers are counted from 1 too.</summary>
    public int PlaceOfIdentifier(int number) => Groups(PdqField.Identifier).ElementAt(number - 1).Repetition;

    /// <summary>Reads the field; what is not understood is reported, since leaving it out would find others than those asked for.</summary>
    public static PdqParameters Read(Hl7Field field, bool withVisits, List<Hl7Problem> problems)
    {
        var parameters = new PdqParameters();
        var number = 0;
        foreach (var repetition in field.Repetitions)
        {
            if (++number > MaxParameters) break;
            parameters.Take(repetition, number, withVisits, problems);
        }

        if (number > MaxParameters)
            problems.Add(QuerySegments.At(3, number, Hl7ErrorCode.DataTypeError, "There are more parameters than are taken"));
        parameters.Check(problems);
        parameters.Criteria = parameters.Compose();
        return parameters;
    }

    void Take(Hl7Repetition parameter, int number, bool withVisits, List<Hl7Problem> problems)
    {
        var name = parameter[1].Text;
        // Consumers send all fields of a form, those that were left empty too.
        if ((parameter[2].IsEmpty || parameter[2].IsNull) && name.StartsWith('@')) return;
        if (!PdqParameterNames.TryFind(name, withVisits, out var field, out var part))
        {
            problems.Add(QuerySegments.At(3, number, Hl7ErrorCode.UnknownKeyIdentifier, "The parameter is not supported", 1));
            return;
        }

        if (_groups.FindLast(group => group.Field == field) is { } open && open.TryAdd(part, parameter[2].Text)) return;
        if (!PdqParameterNames.MayRepeat(field) && Groups(field).Any())
            problems.Add(QuerySegments.At(3, number, Hl7ErrorCode.DataTypeError, "The parameter is given more than once", 1));
        var another = new PdqParameterGroup(field, number);
        another.TryAdd(part, parameter[2].Text);
        _groups.Add(another);
    }

    void Check(List<Hl7Problem> problems)
    {
        foreach (var group in Groups(PdqField.Identifier))
            if (group.Identifier().Authority.IsEmpty)
                problems.Add(QuerySegments.At(3, group.Repetition, Hl7ErrorCode.RequiredFieldMissing, "@PID.3.1 is given without its assigning authority, @PID.3.4"));
        if (Single(PdqField.BirthDate) is { } birth && !Date().IsMatch(birth.Text(PdqPart.Value)))
            problems.Add(QuerySegments.At(3, birth.Repetition, Hl7ErrorCode.DataTypeError, "The date is not YYYY[MM[DD[HHMM[SS]]]]", 2));
    }

    // HL7 data type TS, to the precision wanted.
    [GeneratedRegex(@"^[0-9]{4}([0-9]{2}){0,5}(\.[0-9]{1,4})?([+-][0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    PdqCriteria Compose()
    {
        var birthDate = Single(PdqField.BirthDate)?.Text(PdqPart.Value);
        return new()
        {
            Identifiers = [.. Groups(PdqField.Identifier).Select(group => group.Identifier())],
            Names = [.. Groups(PdqField.Name).Select(group => group.Name())],
            MothersMaidenNames = [.. Groups(PdqField.MothersMaidenName).Select(group => group.Name())],
            BirthDate = birthDate is null ? null : new BirthDateRange(birthDate, birthDate),
            Sex = Single(PdqField.Sex)?.Text(PdqPart.Value),
            Addresses = [.. Groups(PdqField.Address).Select(group => group.Address())],
            Telecoms = [.. Groups(PdqField.Telecom).Select(group => group.Pattern(PdqPart.Value)!)],
            AccountNumber = Single(PdqField.AccountNumber)?.Identifier(),
            Visit = ComposeVisit() is { IsEmpty: false } visit ? visit : null,
        };
    }

    VisitPattern ComposeVisit()
    {
        var location = Single(PdqField.Location);
        return new()
        {
            PatientClass = Single(PdqField.PatientClass)?.Pattern(PdqPart.Value),
            PointOfCare = location?.Pattern(PdqPart.PointOfCare),
            Room = location?.Pattern(PdqPart.Room),
            Bed = location?.Pattern(PdqPart.Bed),
            Facility = location?.Pattern(PdqPart.Facility),
            AttendingDoctor = Single(PdqField.AttendingDoctor)?.Practitioner(),
            ReferringDoctor = Single(PdqField.ReferringDoctor)?.Practitioner(),
            ConsultingDoctor = Single(PdqField.ConsultingDoctor)?.Practitioner(),
            HospitalService = Single(PdqField.HospitalService)?.Pattern(PdqPart.Value),
            AdmittingDoctor = Single(PdqField.AdmittingDoctor)?.Practitioner(),
            VisitNumber = Single(PdqField.VisitNumber)?.Identifier(),
        };
    }

    IEnumerable<PdqParameterGroup> Groups(PdqField field) => _groups.Where(group => group.Field == field);

    PdqParameterGroup? Single(PdqField field) => _groups.Find(group => group.Field == field);
}
