namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>What becomes of a record.</summary>
public enum MatchOutcome
{
    /// <summary>It is of a person not known yet.</summary>
    New,

    /// <summary>It is of a person not known yet until a steward has looked.</summary>
    Review,

    /// <summary>It is of a known person.</summary>
    Link,
}
