using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Codes and their rim:Classifications (ITI TF-3 4.2.3.1.2).</summary>
static class CodeMapping
{
    public static Code? Code(this RegistryObject item, string scheme)
    {
        foreach (var classification in item.Classifications)
            if (classification.Scheme == scheme) return Read(classification);
        return null;
    }

    public static IReadOnlyList<Code> Codes(this RegistryObject item, string scheme)
    {
        List<Code>? codes = null;
        foreach (var classification in item.Classifications)
            if (classification.Scheme == scheme) (codes ??= []).Add(Read(classification));
        return codes ?? (IReadOnlyList<Code>)[];
    }

    public static Classification ToEbrim(this Code code, string owner, string scheme) => new()
    {
        Id = EntryUuid.New(),
        ClassifiedObject = owner,
        Scheme = scheme,
        NodeRepresentation = code.Value,
        Slots = [new Slot(SlotNames.CodingScheme, code.Scheme)],
        Name = Texts.Of(code.Display),
    };

    public static void Add(this List<Classification> classifications, string owner, string scheme, Code? code)
    {
        if (code is not null) classifications.Add(code.ToEbrim(owner, scheme));
    }

    /// <summary>The classification that says what a package is.</summary>
    public static Classification Mark(string owner, string node) => new() { Id = EntryUuid.New(), ClassifiedObject = owner, Node = node };

    static Code Read(Classification classification) =>
        new(classification.NodeRepresentation!, classification.SlotValues(SlotNames.CodingScheme)![0], classification.Name.First());
}
