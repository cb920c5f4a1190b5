using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>
/// Reads the parameters of a stored query and reports what is wrong with them, all of it. A query asks for the parameters it knows;
/// every other one, the withdrawn <c>...Scheme</c> ones among them, is ignored. After an error the values are of no use.
/// </summary>
sealed class ParameterReader(StoredQueryRequest request, ErrorList errors)
{
    readonly List<PatientId> _patients = [];

    /// <summary>The patients asked for, in the order of the parameters.</summary>
    internal IReadOnlyList<PatientId> Patients => _patients;

    /// <summary>The required patient id; null after an error.</summary>
    internal PatientId? Patient(string name)
    {
        if (Required(name, Single(name)) is not { } text) return null;
        return Add(name, text);
    }

    /// <summary>Optional patient ids, any number of them (ITI TF-2 3.51.4.1.2.1).</summary>
    internal IReadOnlyList<PatientId> AnyPatients(string name)
    {
        foreach (var text in Values(name)) Add(name, text);
        return _patients;
    }

    /// <summary>
    /// Required availabilityStatus values. One that is not understood is as if it were not there, so that nothing else leaves the
    /// parameter missing (ITI TF-2 3.18.4.1.2.3.6).
    /// </summary>
    internal IReadOnlyList<AvailabilityStatus> Statuses(string name)
    {
        if (Many(name) is not { } values) return Required<AvailabilityStatus>(name);
        var statuses = Understood(values);
        if (statuses.Count == 0 && values.Count > 0) Missing(name, "has no availabilityStatus among its values that XDS knows, which leaves it without any");
        return statuses;
    }

    /// <summary>$XDSAssociationStatus; approved when it is not given.</summary>
    internal IReadOnlyList<AvailabilityStatus> AssociationStatuses()
    {
        if (Many(ParameterNames.AssociationStatus) is not { } values) return [AvailabilityStatus.Approved];
        var statuses = Understood(values);
        if (statuses.Count == 0 && values.Count > 0) Refuse(ParameterNames.AssociationStatus, "has no availabilityStatus among its values that XDS knows");
        return statuses;
    }

    /// <summary>Optional codes, one of which must match.</summary>
    internal IReadOnlyList<Code> Codes(string name) => Many(name) is { } values ? ToCodes(name, values) : [];

    /// <summary>Optional codes with AND over slots and OR inside a slot.</summary>
    internal IReadOnlyList<IReadOnlyList<Code>> CodeGroups(string name)
    {
        List<IReadOnlyList<Code>>? groups = null;
        foreach (var slot in request.Parameters)
            if (IsSlot(slot, name))
                (groups ??= []).Add(ToCodes(name, slot.Values));
        return groups ?? (IReadOnlyList<IReadOnlyList<Code>>)[];
    }

    /// <summary>Optional values, one of which must match.</summary>
    internal IReadOnlyList<string> Values(string name) => Many(name) ?? [];

    /// <summary>Required values, one of which must match.</summary>
    internal IReadOnlyList<string> RequiredValues(string name) => Many(name) ?? Required<string>(name);

    /// <summary>Optional values with AND over slots and OR inside a slot.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Groups(string name)
    {
        var groups = new List<IReadOnlyList<string>>();
        foreach (var slot in request.Parameters)
            if (IsSlot(slot, name))
                groups.Add(slot.Values);
        return groups;
    }

    /// <summary>Required values with AND over slots and OR inside a slot.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> RequiredGroups(string name) =>
        Groups(name) is { Count: > 0 } groups ? groups : Required<IReadOnlyList<string>>(name);

    /// <summary>At least one of the parameters must be given with a value.</summary>
    internal void RequireOneOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (HasValue(name)) return;
        errors.Add(XdsErrorCode.XDSStoredQueryMissingParam, $"The query needs at least one of {string.Join(", ", names)}.", names[0]);
    }

    /// <summary>A parameter and its excluding twin shut each other out (CP-ITI-1323).</summary>
    internal void RequireNotBoth(string name)
    {
        var twin = ParameterNames.Exclude(name);
        if (Has(name) && Has(twin)) TooMany(twin, $"The query takes only one of {name}, {twin}.");
    }

    /// <summary>An optional single value.</summary>
    internal IReadOnlyList<string> AtMostOne(string name) => Single(name) is { } value ? [value] : [];

    /// <summary>A time range, each side optional.</summary>
    internal TimeRange Times(string from, string to) => new(Time(from), Time(to));

    /// <summary>$XDSDocumentEntryType; stable entries when it is not given (ITI TF-2 3.18.4.1.2.3.6.2).</summary>
    internal DocumentEntryTypes Types() => Types(ParameterNames.DocumentEntryType) ?? DocumentEntryTypes.Stable;

    /// <summary>The types of a parameter such as $XDSDocumentEntryType, null when it is not given.</summary>
    internal DocumentEntryTypes? Types(string name)
    {
        if (Many(name) is not { } values) return null;
        DocumentEntryTypes types = 0;
        foreach (var value in values)
        {
            if (value == SchemeUuids.StableDocumentEntry) types |= DocumentEntryTypes.Stable;
            else if (value == SchemeUuids.OnDemandDocumentEntry) types |= DocumentEntryTypes.OnDemand;
            else Refuse(name, $"\"{value}\" is not an objectType of DocumentEntries");
        }

        return types;
    }

    /// <summary>$XDSDocumentEntryDocumentAvailability: true for Offline, false for Online, null for either.</summary>
    internal bool? Offline()
    {
        const string Urn = "urn:ihe:iti:2010:DocumentAvailability:";

        if (Many(ParameterNames.DocumentEntryDocumentAvailability) is not { } values) return null;
        foreach (var value in values)
            if (value is not (Urn + "Online" or Urn + "Offline"))
                Refuse(ParameterNames.DocumentEntryDocumentAvailability, $"\"{value}\" is not a documentAvailability");
        return values.Distinct().Count() == 1 ? values[0] == Urn + "Offline" : null;
    }

    /// <summary>$MetadataLevel, 1 when it is not given.</summary>
    internal MetadataLevel Level()
    {
        switch (Single(ParameterNames.MetadataLevel))
        {
            case null or "1":
                return MetadataLevel.One;
            case "2":
                return MetadataLevel.Two;
            case var other:
                Refuse(ParameterNames.MetadataLevel, $"\"{other}\" is not a level; 1 and 2 are");
                return MetadataLevel.One;
        }
    }

    /// <summary>What a query for contents asks of documents.</summary>
    internal DocumentFilter Documents() => new()
    {
        Types = Types(),
        FormatCodes = Codes(ParameterNames.DocumentEntryFormatCode),
        ConfidentialityCodes = CodeGroups(ParameterNames.DocumentEntryConfidentialityCode),
    };

    /// <summary>The identifiers of one object: exactly one of the parameters, with one value.</summary>
    internal ObjectIds? Id(params ReadOnlySpan<(string Name, ObjectIdKind Kind)> choices) => Choose(choices, single: true);

    /// <summary>The identifiers of objects: exactly one of the parameters, with any number of values.</summary>
    internal ObjectIds? Ids(params ReadOnlySpan<(string Name, ObjectIdKind Kind)> choices) => Choose(choices, single: false);

    static List<AvailabilityStatus> Understood(IReadOnlyList<string> values)
    {
        var statuses = new List<AvailabilityStatus>(2);
        foreach (var value in values)
            if (AvailabilityStatusUrn.Parse(value) is { } status && !statuses.Contains(status))
                statuses.Add(status);
        statuses.Sort();
        return statuses;
    }

    static string Names(ReadOnlySpan<(string Name, ObjectIdKind Kind)> choices)
    {
        var names = new List<string>();
        foreach (var (name, _) in choices) names.Add(name);
        return string.Join(", ", names);
    }

    ObjectIds? Choose(ReadOnlySpan<(string Name, ObjectIdKind Kind)> choices, bool single)
    {
        ObjectIds? chosen = null;
        var given = 0;
        foreach (var (name, kind) in choices)
        {
            if (!Has(name)) continue;
            given++;
            var values = single ? AtMostOne(name) : Values(name);
            chosen = new ObjectIds(kind, values);
        }

        if (given == 0) errors.Add(XdsErrorCode.XDSStoredQueryMissingParam, $"The query needs one of {Names(choices)}.", choices[0].Name);
        if (given > 1) TooMany(choices[0].Name, $"The query takes only one of {Names(choices)}.");
        return chosen;
    }

    List<Code> ToCodes(string name, IReadOnlyList<string> values)
    {
        var codes = new List<Code>(values.Count);
        foreach (var value in values)
        {
            var parts = value.Split('^');
            if (parts is [{ Length: > 0 } code, "", { Length: > 0 } scheme]) codes.Add(new Code(code, scheme));
            else Refuse(name, $"\"{value}\" is not of the form code^^scheme (ITI TF-2 3.18.4.1.2.3.4)");
        }

        return codes;
    }

    long? Time(string name)
    {
        if (Single(name) is not { } text) return null;
        if (Dtm.TryToKey(text, out var key)) return key;
        Refuse(name, $"\"{text}\" is not a time of 4, 6, 8, 10, 12 or 14 digits");
        return null;
    }

    PatientId? Add(string name, string text)
    {
        if (PatientId.TryParse(text, out var patient, out var problem)) _patients.Add(patient);
        else Refuse(name, $"\"{text}\" {problem}");
        return patient;
    }

    bool HasValue(string name)
    {
        foreach (var parameter in request.Parameters)
            if (parameter.Name == name && parameter.Values.Count > 0) return true;
        return false;
    }

    bool Has(string name)
    {
        foreach (var parameter in request.Parameters)
            if (parameter.Name == name) return true;
        return false;
    }

    string? Single(string name)
    {
        if (Many(name) is not { Count: > 0 } values) return null;
        if (values.Count > 1) TooMany(name, $"{name} takes one value, not {values.Count}.");
        return values[0];
    }

    // A parameter without AND semantics: at most one slot of the name.
    IReadOnlyList<string>? Many(string name)
    {
        IReadOnlyList<string>? values = null;
        foreach (var slot in request.Parameters)
        {
            if (!IsSlot(slot, name)) continue;
            if (values is not null) TooMany(name, $"{name} may not be given more than once in this query.");
            values ??= slot.Values;
        }

        return values;
    }

    bool IsSlot(QueryParameter slot, string name)
    {
        if (slot.Name != name) return false;
        if (slot.Problem is not null) Refuse(name, slot.Problem);
        return true;
    }

    string? Required(string name, string? value)
    {
        if (value is null && !Has(name)) Missing(name, "is required and missing");
        return value;
    }

    IReadOnlyList<T> Required<T>(string name)
    {
        Missing(name, "is required and missing");
        return [];
    }

    void Missing(string name, string problem) => errors.Add(XdsErrorCode.XDSStoredQueryMissingParam, $"{name} {problem}.", name);

    void TooMany(string name, string context) => errors.Add(XdsErrorCode.XDSStoredQueryParamNumber, context, name);

    void Refuse(string name, string problem) => errors.Add(XdsErrorCode.XDSRegistryError, $"{name} {problem}.", name);
}
