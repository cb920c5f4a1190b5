using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>External identifiers of an object: each that its kind has exactly once, well-formed (ITI TF-3 4.2.3.1.3).</summary>
static class ExternalIdentifierRules
{
    public static void Check(SubmittedObject item, AttributeTable table, SubmissionKind kind, ErrorList errors)
    {
        var rows = table.Identifiers;
        Span<int> counts = stackalloc int[rows.Length];
        foreach (var identifier in item.Source.ExternalIdentifiers)
        {
            CheckOwner(item, identifier, errors);
            CheckIdentifier(item, identifier, rows, counts, errors);
        }

        for (var row = 0; row < rows.Length; row++)
        {
            if (counts[row] == 0 && !IsOptional(rows[row], kind)) errors.Breach(item.Place.At(rows[row].Name), "is required but absent", Tf.Usage);
            if (counts[row] > 1) errors.Breach(item.Place.At(rows[row].Name), $"is given {counts[row]} times but may be given once", Tf.Usage);
        }
    }

    // The one identifier that a Metadata-Limited Document Source may not know.
    static bool IsOptional(IdentifierAttribute identifier, SubmissionKind kind) =>
        kind == SubmissionKind.ProvideLimited && identifier.Name == "patientId";

    static void CheckOwner(SubmittedObject item, ExternalIdentifier identifier, ErrorList errors)
    {
        if (identifier.RegistryObject is { } owner && owner != item.Source.Id)
            errors.Breach(
                item.Place.At("ExternalIdentifier"),
                $"has registryObject {Quoted.Text(owner)}, which is not the object it is in",
                Tf.ExternalIdentifier);
    }

    static void CheckIdentifier(
        SubmittedObject item, ExternalIdentifier identifier, IdentifierAttribute[] rows, Span<int> counts, ErrorList errors)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Scheme != identifier.Scheme) continue;
            counts[row]++;
            CheckValue(item.Place.At(rows[row].Name), identifier.Value, rows[row].Check, errors);
            return;
        }

        errors.Breach(
            item.Place.At("ExternalIdentifier"),
            $"has an identificationScheme that objects of this kind do not have, {Quoted.Text(identifier.Scheme)}",
            Tf.ExternalIdentifier);
    }

    static void CheckValue(in Place place, string? value, ValueCheck check, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(value)) errors.Breach(place, "is empty", Tf.ExternalIdentifier);
        else if (check(value) is { } problem) errors.Breach(place, $"{Quoted.Text(value)} {problem}", Tf.DataTypes);
        else if (value.Length > SlotRules.MaxLength) errors.Breach(place, $"has more than {SlotRules.MaxLength} characters, {Quoted.Text(value)}", Tf.Schema);
    }
}
