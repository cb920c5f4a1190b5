using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>An Association that the registry holds, with its ends.</summary>
/// <param name="Object">The Association itself.</param>
/// <param name="Type">Its type.</param>
/// <param name="Source">Its source.</param>
/// <param name="Target">Its target.</param>
/// <param name="Fragment">Its fragment, opaque to the store.</param>
public sealed record KnownAssociation(
    KnownObject Object, AssociationType Type, KnownObject Source, KnownObject Target, ReadOnlyMemory<byte> Fragment);
