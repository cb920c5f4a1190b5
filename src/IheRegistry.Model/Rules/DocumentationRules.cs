using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>Documentation of an association is for relationships between documents only (ITI TF-3 4.2.2.2).</summary>
static class DocumentationRules
{
    public static void Check(Link link, ErrorList errors)
    {
        if (link.Type != AssociationType.HasMember) return;
        foreach (var classification in link.Association.Source.Classifications)
        {
            if (classification.Scheme == SchemeUuids.AssociationDocumentation)
                errors.Breach(link.Place.At("associationDocumentation"), "is not allowed on a HasMember Association", Tf.Relationship);
        }
    }
}
