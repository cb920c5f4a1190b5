using System.Text.Json;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Store.Patients;

namespace IheRegistry.Server.Stewardship;

/// <summary>Makes answers of what the actor gives.</summary>
static class StewardshipViews
{
    internal static PersonJson Of(PersonView view) => new(
        view.Person.Epid?.ToString(),
        [.. view.Person.Records.Select(Of)],
        [.. view.Person.Subsumed.Select(id => id.ToString())],
        new GoldenJson(
            view.Golden.Demographics,
            view.Golden.Visit,
            [.. view.Golden.Sources.Select(source => new SourceJson(NameOf(source.Field), source.Record.ToString(), source.Source, source.At))]));

    internal static ComparisonJson Of(Comparison comparison) =>
        new(Of(comparison.First), Of(comparison.Second), Parse(comparison.Reasons.ToJson())!.Value);

    internal static ReviewJson Of(ReviewItem item) => new(
        item.Row,
        NameOf(item.State.ToString()),
        NameOf(item.Question.Kind.ToString()),
        item.Question.At,
        item.Question.Record.ToString(),
        Parse(item.Question.Explanation),
        item.Decision is { } decision ? new DecisionJson(decision.At, decision.By, decision.Comment, decision.Event) : null);

    internal static EventJson Of(LedgerEvent item) => new(
        item.Number,
        item.Decision,
        NameOf(item.Kind.ToString()),
        item.IsUndone,
        item.Source.At,
        item.Source.By,
        item.Source.Message,
        item.Record?.ToString(),
        item.OtherRecord?.ToString(),
        item.Epid?.ToString(),
        item.OtherEpid?.ToString(),
        item.Undoes,
        Parse(item.Source.Explanation));

    internal static CrossReferenceJson Of(CrossReference ids) => new(ids.Epid?.ToString(), ids.IsSubsumed, [.. ids.Ids.Select(id => id.ToString())]);

    internal static OutcomeJson Of(StewardOutcome outcome) =>
        new(NameOf(outcome.Result.ToString()), outcome.Event, [.. outcome.Records.Select(id => id.ToString())], outcome.Reviews);

    /// <summary>How a value of an enumeration, or a property, is called in addresses and answers.</summary>
    internal static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    static RecordJson Of(PatientRecord record) => new(
        record.Id.ToString(), record.Source, record.IsTentative, record.FirstSeen, record.LastFed, record.LastEvent, record.Demographics, record.Visit, record.OtherIds);

    // The ledger keeps a decision as JSON, and nothing where none was taken.
    static JsonElement? Parse(string json)
    {
        if (json.Length == 0) return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
