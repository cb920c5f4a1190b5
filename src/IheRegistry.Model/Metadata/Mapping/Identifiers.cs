using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>External identifiers of new objects.</summary>
static class Identifiers
{
    /// <summary>An identifier under the name that the framework gives it.</summary>
    public static ExternalIdentifier New(string owner, string scheme, string name, string value) => new()
    {
        Id = EntryUuid.New(),
        RegistryObject = owner,
        Scheme = scheme,
        Value = value,
        Name = Texts.Of(name),
    };
}
