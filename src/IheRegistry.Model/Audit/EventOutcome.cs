namespace IheRegistry.Model.Audit;

/// <summary>How it went: EventOutcomeIndicator (DICOM PS3.15 A.5.2.1), with the standard's numbers.</summary>
public enum EventOutcome
{
    /// <summary>Success.</summary>
    Success = 0,

    /// <summary>Minor failure: what was asked may be tried again; in an alert, the defence held.</summary>
    MinorFailure = 4,

    /// <summary>Serious failure: the action was ended without its effect.</summary>
    SeriousFailure = 8,

    /// <summary>Major failure: the action is no longer available at all.</summary>
    MajorFailure = 12,
}
