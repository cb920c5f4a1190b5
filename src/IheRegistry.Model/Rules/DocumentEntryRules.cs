using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules;

/// <summary>
/// The attributes of a DocumentEntry that are XML attributes, objectType and mimeType (ITI TF-3 table 4.2.3.2-1), and what its slots
/// must be to each other.
/// </summary>
static class DocumentEntryRules
{
    static readonly string[] SingleFields = ["PID-7|", "PID-8|"];

    public static void Check(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        if (!context.IsUpdate) CheckObjectType(item, context.Kind, errors);
        else if (item.Source.ObjectType is not (SchemeUuids.StableDocumentEntry or SchemeUuids.OnDemandDocumentEntry))
            errors.Breach(item.Place.At("objectType"), $"{Quoted.Text(item.Source.ObjectType)} is neither stable nor on-demand", Tf.Usage);
        CheckMimeType(item, context, errors);
        CheckServiceTimes(item, errors);
        CheckPatientInfo(item, errors);
    }

    static void CheckObjectType(SubmittedObject item, SubmissionKind kind, ErrorList errors)
    {
        var expected = kind == SubmissionKind.RegisterOnDemand ? SchemeUuids.OnDemandDocumentEntry : SchemeUuids.StableDocumentEntry;
        if (item.Source.ObjectType != expected)
            errors.Breach(
                item.Place.At("objectType"), $"{Quoted.Text(item.Source.ObjectType)} is not {expected}, as this transaction asks", Tf.Usage);
    }

    static void CheckMimeType(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        var place = item.Place.At("mimeType");
        var mimeType = item.Source.MimeType;
        if (string.IsNullOrWhiteSpace(mimeType)) errors.Breach(place, "is required but absent", Tf.Usage);
        else if (MimeType.Problem(mimeType) is { } problem) errors.Breach(place, $"{Quoted.Text(mimeType)} {problem}", Tf.DataTypes);
        else if (context.ChecksCodes && context.Domain.MimeTypeCheck != CheckLevel.Off && !context.Domain.IsKnownMimeType(MimeType.WithoutParameters(mimeType)))
            CodeRules.NotListed(place, Quoted.Text(mimeType), context.Domain.MimeTypeCheck, errors);
    }

    // Times may differ in precision: 2026 is not after 202601, since neither may be earlier than the other (ITI TF-2 3.42.4.1.3.3.6).
    static void CheckServiceTimes(SubmittedObject item, ErrorList errors)
    {
        if (item.Source.SlotValues(SlotNames.ServiceStartTime) is not [var start, ..]
            || item.Source.SlotValues(SlotNames.ServiceStopTime) is not [var stop, ..]
            || !Dtm.IsValid(start) || !Dtm.IsValid(stop))
            return;
        var common = Math.Min(start.Length, stop.Length);
        if (string.CompareOrdinal(start, 0, stop, 0, common) > 0)
            errors.Breach(item.Place.At(SlotNames.ServiceStartTime), $"{Quoted.Text(start)} is after serviceStopTime {Quoted.Text(stop)}", Tf.ServiceTimes);
    }

    // Other fields repeat by several values (ITI TF-3 4.2.3.2.23).
    static void CheckPatientInfo(SubmittedObject item, ErrorList errors)
    {
        if (item.Source.SlotValues(SlotNames.SourcePatientInfo) is not { Count: > 1 } values) return;
        foreach (var field in SingleFields)
            if (values.Count(value => value.StartsWith(field, StringComparison.Ordinal)) > 1)
                errors.Breach(item.Place.At(SlotNames.SourcePatientInfo), $"gives {field[..^1]} more than once", Tf.PatientInfo);
    }
}
