using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Authors and their rim:Classifications (ITI TF-3 4.2.3.1.4).</summary>
static class AuthorMapping
{
    public static IReadOnlyList<Author> Authors(this RegistryObject item, string scheme)
    {
        List<Author>? authors = null;
        foreach (var classification in item.Classifications)
            if (classification.Scheme == scheme) (authors ??= []).Add(Read(classification));
        return authors ?? (IReadOnlyList<Author>)[];
    }

    public static Classification ToEbrim(this Author author, string owner, string scheme)
    {
        var slots = new List<Slot>();
        slots.Add(SlotNames.AuthorPerson, author.Person);
        slots.Add(SlotNames.AuthorInstitution, author.Institutions);
        slots.Add(SlotNames.AuthorRole, author.Roles);
        slots.Add(SlotNames.AuthorSpecialty, author.Specialties);
        slots.Add(SlotNames.AuthorTelecommunication, author.Telecommunications);
        return new Classification
        {
            Id = EntryUuid.New(),
            ClassifiedObject = owner,
            Scheme = scheme,

            // An author has no code, but the schema of a classification by scheme asks for the attribute.
            NodeRepresentation = "",
            Slots = slots,
        };
    }

    static Author Read(Classification classification) => new()
    {
        Person = classification.SlotValues(SlotNames.AuthorPerson)?[0],
        Institutions = classification.SlotValues(SlotNames.AuthorInstitution) ?? [],
        Roles = classification.SlotValues(SlotNames.AuthorRole) ?? [],
        Specialties = classification.SlotValues(SlotNames.AuthorSpecialty) ?? [],
        Telecommunications = classification.SlotValues(SlotNames.AuthorTelecommunication) ?? [],
    };
}
