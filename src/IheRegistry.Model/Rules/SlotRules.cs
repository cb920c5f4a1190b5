using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Slots of an object or classification (ITI TF-3 4.2.3.1.8): known by name or extra metadata, each once, with as many values
/// of the right type as the attribute takes, present or absent as ITI TF-3 table 4.3.1-3 says.
/// </summary>
static class SlotRules
{
    /// <summary>Bound on names and values: LongName of the ebRIM schema (ITI TF-3 4.2.3.1.1).</summary>
    public const int MaxLength = 256;

    public static void Check(IReadOnlyList<Slot> slots, SlotTable table, SubmissionKind kind, in Place place, ErrorList errors)
    {
        var seen = 0UL;
        Dictionary<string, Slot>? extra = null;
        Slot?[]? known = null;
        foreach (var slot in slots)
        {
            CheckValues(slot, place, errors);
            var row = table.Find(slot.Name);
            if (row < 0)
            {
                CheckExtra(slot, place, errors);
                extra ??= new Dictionary<string, Slot>(StringComparer.Ordinal);
                if (!extra.TryAdd(slot.Name, slot)) CheckRepeated(slot, extra[slot.Name], place, errors);
                continue;
            }

            known ??= new Slot?[table.Rows.Length];
            if (known[row] is { } first) CheckRepeated(slot, first, place, errors);
            known[row] ??= slot;
            seen |= 1UL << row;
            CheckKnown(slot, table.Rows[row], kind, place, errors);
        }

        CheckRequired(table, seen, kind, place, errors);
    }

    static void CheckValues(Slot slot, in Place place, ErrorList errors)
    {
        if (slot.Values.Count == 0) errors.Breach(place.At(slot.Name), "is a slot without values", Tf.Slot);
        foreach (var value in slot.Values)
        {
            if (string.IsNullOrWhiteSpace(value)) errors.Breach(place.At(slot.Name), "has an empty value", Tf.Slot);
            else if (value.Length > MaxLength)
                errors.Breach(place.At(slot.Name), $"has a value of more than {MaxLength} characters, {Quoted.Text(value)}", Tf.Schema);
        }
    }

    // Other systems' attributes are kept and returned; names below urn:ihe: are IHE's to define, others without urn: nobody's.
    static void CheckExtra(Slot slot, in Place place, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(slot.Name)) errors.Breach(place, "has a slot without name", Tf.Slot);
        else if (slot.Name.Length > MaxLength)
            errors.Breach(place.At(Quoted.Text(slot.Name)), $"is a slot name of more than {MaxLength} characters", Tf.Schema);
        else if (slot.Name.StartsWith("urn:ihe:", StringComparison.OrdinalIgnoreCase))
            errors.Breach(place.At(slot.Name), "is a slot that IHE does not define here", Tf.ExtraMetadata);
        else if (!UrnType.IsUrn(slot.Name))
            errors.Breach(place.At(slot.Name), "is a slot that XDS does not define here, and its name is no URN, as extra metadata's must be", Tf.ExtraMetadata);
    }

    static void CheckKnown(Slot slot, SlotAttribute attribute, SubmissionKind kind, in Place place, ErrorList errors)
    {
        if (attribute.Usages.In(kind) == Usage.Forbidden)
        {
            errors.Breach(place.At(slot.Name), $"must not be submitted with {NameOf(kind)}", Tf.Usage);
            return;
        }

        if (slot.Values.Count > 1) CheckMultiplicity(slot, attribute, place, errors);
        foreach (var value in slot.Values)
        {
            if (!string.IsNullOrWhiteSpace(value) && attribute.Check(value) is { } problem)
                errors.Breach(place.At(slot.Name), $"{Quoted.Text(value)} {problem}", Tf.DataTypes);
        }
    }

    static void CheckMultiplicity(Slot slot, SlotAttribute attribute, in Place place, ErrorList errors)
    {
        if (attribute.Multiplicity == Multiplicity.One)
            errors.Breach(place.At(slot.Name), $"has {slot.Values.Count} values but takes one", Tf.Usage);
        if (attribute.Multiplicity != Multiplicity.Pieces) return;
        foreach (var value in slot.Values)
        {
            if (UriType.PieceStart(value) == 0)
                errors.Breach(place.At(slot.Name), $"has several values, of which {Quoted.Text(value)} is no numbered piece", Tf.DataTypes);
        }
    }

    static void CheckRequired(SlotTable table, ulong seen, SubmissionKind kind, in Place place, ErrorList errors)
    {
        var rows = table.Rows;
        for (var row = 0; row < rows.Length; row++)
        {
            if ((seen & (1UL << row)) == 0 && rows[row].Usages.In(kind) == Usage.Required)
                errors.Breach(place.At(rows[row].Name), $"is required in {NameOf(kind)} but absent", Tf.Usage);
        }
    }

    // A slot sent twice with the same values says nothing twice; it is dropped when ids are assigned.
    static void CheckRepeated(Slot slot, Slot first, in Place place, ErrorList errors)
    {
        if (!first.Values.SequenceEqual(slot.Values))
            errors.Breach(place.At(slot.Name), "is given by more than one slot with different values", Tf.Slot);
    }

    static string NameOf(SubmissionKind kind) => kind switch
    {
        SubmissionKind.ProvideAndRegister or SubmissionKind.ProvideToRecipient or SubmissionKind.ProvideLimited => "Provide and Register Document Set-b (ITI-41)",
        SubmissionKind.Register => "Register Document Set-b (ITI-42)",
        SubmissionKind.Update => "Update Document Set (ITI-57)",
        SubmissionKind.RestrictedUpdate => "Restricted Update Document Set (ITI-92)",
        _ => "Register On-Demand Document Entry (ITI-61)",
    };
}
