using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>Where in a submission a finding is: the object by kind and id, and the attribute or part of it.</summary>
readonly record struct Place(ObjectKind? Kind, EbrimElement Element, string? Id, string? Part = null)
{
    // Ids of XDS are shorter by far. A longer one, repeated in finding after finding, would make the answer many times the question.
    const int MaxId = 256;

    /// <summary>The finding's location: object id, and the part behind a slash.</summary>
    public string Location => Part is null ? ShortId : $"{ShortId}/{Part}";

    string ShortId => Id is { Length: > MaxId } ? Id[..MaxId] : Id ?? "";

    public Place At(string part) => this with { Part = Part is null ? part : $"{Part}/{part}" };

    public override string ToString()
    {
        var name = Kind is { } kind ? kind.ToString() : Element.ToString();
        var of = Id is null ? $"{name} without id" : $"{name} {Quoted.Text(Id)}";
        return Part is null ? of : $"{of}: {Part}";
    }
}
