using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Rules;

/// <summary>A classification that carries an author: somebody must be named (ITI TF-3 4.2.3.1.4).</summary>
static class AuthorRules
{
    public static void Check(Classification classification, in Place place, SubmissionKind kind, ErrorList errors)
    {
        SlotRules.Check(classification.Slots, NestedSlots.OfAuthor, kind, place, errors);
        if (classification.SlotValues(SlotNames.AuthorPerson) is null
            && classification.SlotValues(SlotNames.AuthorInstitution) is null
            && classification.SlotValues(SlotNames.AuthorTelecommunication) is null)
            errors.Breach(place, "has neither authorPerson, nor authorInstitution, nor authorTelecommunication", Tf.Author);
    }
}
