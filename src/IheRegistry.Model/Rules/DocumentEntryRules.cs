using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules.DataTypes;

namespace IheRegistry.Model.Rules;

/// <summary>The attributes of a DocumentEntry that are XML attributes: objectType and mimeType (ITI TF-3 table 4.2.3.2-1).</summary>
static class DocumentEntryRules
{
    public static void Check(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        CheckObjectType(item, context.Kind, errors);
        CheckMimeType(item, context.Domain, errors);
    }

    static void CheckObjectType(SubmittedObject item, SubmissionKind kind, ErrorList errors)
    {
        var expected = kind == SubmissionKind.RegisterOnDemand ? SchemeUuids.OnDemandDocumentEntry : SchemeUuids.StableDocumentEntry;
        if (item.Source.ObjectType != expected)
            errors.Breach(
                item.Place.At("objectType"), $"{Quoted.Text(item.Source.ObjectType)} is not {expected}, as this transaction asks", Tf.Usage);
    }

    static void CheckMimeType(SubmittedObject item, AffinityDomain domain, ErrorList errors)
    {
        var place = item.Place.At("mimeType");
        var mimeType = item.Source.MimeType;
        if (string.IsNullOrWhiteSpace(mimeType)) errors.Breach(place, "is required but absent", Tf.Usage);
        else if (MimeType.Problem(mimeType) is { } problem) errors.Breach(place, $"{Quoted.Text(mimeType)} {problem}", Tf.DataTypes);
        else if (domain.MimeTypeCheck != CheckLevel.Off && !domain.IsKnownMimeType(MimeType.WithoutParameters(mimeType)))
            CodeRules.NotListed(place, Quoted.Text(mimeType), domain.MimeTypeCheck, errors);
    }
}
