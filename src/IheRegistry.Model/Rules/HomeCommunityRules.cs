using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules;

/// <summary>homeCommunityId, where it is given (ITI TF-3 4.2.3.2.12).</summary>
static class HomeCommunityRules
{
    public static void Check(SubmittedObject item, ErrorList errors)
    {
        if (item.Source.Home is { Length: > 0 } home && !HomeCommunityId.IsValid(home))
            errors.Breach(item.Place.At("homeCommunityId"), $"{Quoted.Text(home)} is not urn:oid: with an OID", Tf.HomeCommunity);
    }
}
