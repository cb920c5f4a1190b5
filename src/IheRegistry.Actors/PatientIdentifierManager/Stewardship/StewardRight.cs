namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>What a caller may do with who is who.</summary>
public enum StewardRight
{
    /// <summary>See persons, reviews and events.</summary>
    Read,

    /// <summary>Link, reject, split and undo.</summary>
    Decide,

    /// <summary>See which consumers were not told of changes, and have it sent again.</summary>
    Operate,
}
