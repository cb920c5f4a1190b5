namespace IheRegistry.Model.Demographics.Feeds;

/// <summary>The trigger event of a feed message.</summary>
/// <param name="Code">A code of HL7 table 0003, such as <c>A01</c>.</param>
/// <param name="Kind">What it does.</param>
public sealed record PatientFeedEvent(string Code, PatientFeedKind Kind)
{
    /// <summary>True when the message names the identifiers of before beside those that hold now.</summary>
    public bool HasPriorIdentifiers => Kind is PatientFeedKind.Merge or PatientFeedKind.ChangeId or PatientFeedKind.Move;
}
