using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>HasMember Associations that the registry itself makes.</summary>
static class HasMember
{
    /// <summary>An Association with a new entryUUID; <paramref name="original"/> is null where it is not from a SubmissionSet.</summary>
    internal static Association Of(string source, string target, bool? original)
    {
        var uuid = EntryUuid.New();
        return new Association
        {
            EntryUuid = uuid,
            Type = AssociationType.HasMember,
            Source = source,
            Target = target,
            Original = original,
            Object = new RegistryObject
            {
                Element = EbrimElement.Association,
                Id = uuid,
                ObjectType = "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association",
                AssociationType = AssociationType.HasMember.ToUrn(),
                SourceObject = source,
                TargetObject = target,
                Slots = original is null ? [] : [new Slot(SlotNames.SubmissionSetStatus, "Original")],
            },
        };
    }
}
