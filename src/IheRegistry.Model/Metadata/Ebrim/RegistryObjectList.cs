namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>rim:RegistryObjectList of a submission, as read from the message.</summary>
/// <param name="Objects">ExtrinsicObjects, RegistryPackages and Associations in the order sent, top-level Classifications folded in.</param>
/// <param name="Stray">Top-level Classifications that name no object of the list: a rule refuses them.</param>
/// <param name="Unknown">Local names of elements that XDS has no use for; a rule refuses them.</param>
public sealed record RegistryObjectList(
    IReadOnlyList<RegistryObject> Objects, IReadOnlyList<Classification> Stray, IReadOnlyList<string> Unknown);
