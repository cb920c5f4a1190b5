using System.Text;
using System.Text.Json;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Writes a decision as the ledger keeps it. Levels and weights, no values: those are in the records.</summary>
static class MatchDecisionJson
{
    /// <summary>Hundredths of a bit decide nothing.</summary>
    const int Digits = 2;

    public static string Write(MatchDecision decision)
    {
        using var stream = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(stream)) Write(json, decision);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void Write(Utf8JsonWriter json, MatchDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("outcome"u8, Name(decision.Outcome.ToString()));
        json.WriteString("rule"u8, Name(decision.Rule.ToString()));
        if (decision.Person is { } person) json.WriteNumber("person"u8, person);
        if (decision.Mother is { } mother) json.WriteNumber("mother"u8, mother);
        WritePersons(json, "joins", decision.Joins);
        WritePersons(json, "reviews", decision.Reviews);
        if (decision.FurtherReviews > 0) json.WriteNumber("furtherReviews"u8, decision.FurtherReviews);
        WriteNames(json, "flags", decision.Flags);
        WriteNames(json, "cappedKeys", decision.CappedKeys);
        json.WriteNumber("linkThreshold"u8, decision.LinkThreshold);
        json.WriteNumber("reviewThreshold"u8, decision.ReviewThreshold);
        json.WriteNumber("comparedPersons"u8, decision.ComparedPersons);
        json.WriteStartArray("compared"u8);
        foreach (var comparison in decision.Compared) Write(json, comparison);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WritePersons(Utf8JsonWriter json, string property, IReadOnlyList<long> persons)
    {
        if (persons.Count == 0) return;
        json.WriteStartArray(property);
        foreach (var person in persons) json.WriteNumberValue(person);
        json.WriteEndArray();
    }

    static void WriteNames<T>(Utf8JsonWriter json, string property, IReadOnlyList<T> values) where T : struct, Enum
    {
        if (values.Count == 0) return;
        json.WriteStartArray(property);
        foreach (var value in values) json.WriteStringValue(Name(value.ToString()));
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, PersonComparison comparison)
    {
        json.WriteStartObject();
        json.WriteNumber("person"u8, comparison.Person);
        json.WriteString("record"u8, comparison.Record.Id);
        json.WriteString("authority"u8, comparison.Record.Authority);
        json.WriteString("outcome"u8, Name(comparison.Outcome.ToString()));
        json.WriteString("rule"u8, Name(comparison.Rule.ToString()));
        json.WriteNumber("score"u8, Math.Round(comparison.Score, Digits));
        json.WriteStartArray("fields"u8);
        foreach (var field in comparison.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, Name(field.Field.ToString()));
            json.WriteString("level"u8, Name(field.Level.ToString()));
            json.WriteNumber("weight"u8, Math.Round(field.Weight, Digits));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
