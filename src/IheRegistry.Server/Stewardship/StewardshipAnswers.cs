using System.Text.Json;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Server.Stewardship;

/// <summary>Why a request was refused.</summary>
/// <param name="Error">The name of the reason, for programs.</param>
/// <param name="Problem">The reason, for people.</param>
sealed record ProblemJson(string Error, string Problem);

/// <summary>What came of a decision.</summary>
/// <param name="Status">done or alreadySo.</param>
/// <param name="Event">The event of the ledger that carried it out, with which it is undone.</param>
/// <param name="Records">The records that it changed, in CX form.</param>
/// <param name="Reviews">Review items that it has opened.</param>
sealed record OutcomeJson(string Status, long? Event, IReadOnlyList<string> Records, IReadOnlyList<long> Reviews);

/// <summary>A person.</summary>
/// <param name="Epid">The enterprise patient id, in CX form.</param>
/// <param name="Records">The records that are not subsumed, oldest first.</param>
/// <param name="Subsumed">Ids that lead to the person and are not used any more.</param>
/// <param name="Golden">The best that the records say together.</param>
sealed record PersonJson(string? Epid, IReadOnlyList<RecordJson> Records, IReadOnlyList<string> Subsumed, GoldenJson Golden);

/// <summary>A record.</summary>
/// <param name="Id">Its id, in CX form.</param>
/// <param name="Source">Facility and application of its last feed.</param>
/// <param name="IsTentative">It is not linked without a person's decision.</param>
/// <param name="FirstSeen">When it was first fed.</param>
/// <param name="LastFed">When it was last fed.</param>
/// <param name="LastEvent">The number of its last feed in the ledger.</param>
/// <param name="Demographics">What it says.</param>
/// <param name="Visit">The last visit.</param>
/// <param name="OtherIds">Identifiers of other domains that it names.</param>
sealed record RecordJson(
    string Id,
    string Source,
    bool IsTentative,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastFed,
    long LastEvent,
    PatientDemographics Demographics,
    PatientVisit? Visit,
    IReadOnlyList<PatientIdentifier> OtherIds);

/// <summary>A golden record.</summary>
/// <param name="Demographics">The best value of each field.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Sources">Where each value comes from.</param>
sealed record GoldenJson(PatientDemographics Demographics, PatientVisit? Visit, IReadOnlyList<SourceJson> Sources);

/// <summary>Where a value of a golden record comes from.</summary>
/// <param name="Field">The field.</param>
/// <param name="Record">The record that says it, in CX form.</param>
/// <param name="Source">Facility and application that fed it.</param>
/// <param name="At">When the record was last fed.</param>
sealed record SourceJson(string Field, string Record, string Source, DateTimeOffset At);

/// <summary>Two persons side by side.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Reasons">What matching says of them: fields, levels, weights, rule, thresholds.</param>
sealed record ComparisonJson(PersonJson First, PersonJson Second, JsonElement Reasons);

/// <summary>A page of review items.</summary>
/// <param name="Items">The items.</param>
sealed record ReviewsJson(IReadOnlyList<ReviewJson> Items);

/// <summary>A review item.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">waiting, linked, rejected or closed.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="AskedAt">When it arose.</param>
/// <param name="Record">The record that it is about, in CX form.</param>
/// <param name="Reasons">Why it is asked: the decision of matching, or the event that left it open.</param>
/// <param name="Decision">What was decided.</param>
sealed record ReviewJson(
    long Id, string State, string Kind, DateTimeOffset AskedAt, string Record, JsonElement? Reasons, DecisionJson? Decision)
{
    /// <summary>Of one item: the record's person beside each person that is concerned.</summary>
    public IReadOnlyList<ComparisonJson>? SideBySide { get; init; }
}

/// <summary>What a steward decided.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Comment">Why.</param>
/// <param name="Event">The event of the ledger that carried it out.</param>
sealed record DecisionJson(DateTimeOffset At, string By, string Comment, long? Event);

/// <summary>The events of the ledger that concern an id.</summary>
/// <param name="Events">The events, in their order.</param>
sealed record EventsJson(IReadOnlyList<EventJson> Events);

/// <summary>An event of the ledger.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Decision">The event with which it is undone; its own number where it stands alone.</param>
/// <param name="Kind">What it asserts.</param>
/// <param name="IsUndone">It has no effect today.</param>
/// <param name="At">When.</param>
/// <param name="By">Who brought it.</param>
/// <param name="Message">By which message.</param>
/// <param name="Record">The record that was fed, linked, moved, subsumed or kept apart.</param>
/// <param name="OtherRecord">The record that survives, or that the first is kept apart from.</param>
/// <param name="Epid">The EPID of the person that a record joined, or that was merged.</param>
/// <param name="OtherEpid">The EPID of the person that survives.</param>
/// <param name="Undoes">The event that was undone.</param>
/// <param name="Reasons">The decision that was taken.</param>
sealed record EventJson(
    long Number,
    long Decision,
    string Kind,
    bool IsUndone,
    DateTimeOffset At,
    string By,
    string Message,
    string? Record,
    string? OtherRecord,
    string? Epid,
    string? OtherEpid,
    long? Undoes,
    JsonElement? Reasons);

/// <summary>Whose an id was at a moment.</summary>
/// <param name="Epid">The person's enterprise patient id, in CX form.</param>
/// <param name="IsSubsumed">The id was merged into another then.</param>
/// <param name="Ids">The ids of the person's records.</param>
sealed record CrossReferenceJson(string? Epid, bool IsSubsumed, IReadOnlyList<string> Ids);
