namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>How much it says when two identifiers of one scope differ.</summary>
enum IdentifierClass
{
    /// <summary>A person has one.</summary>
    National,

    /// <summary>A person may have had several cards.</summary>
    Card,

    /// <summary>A record number: a person may have several.</summary>
    Record,
}
