using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Explanations of changes that no matching decided: what rule applied to which ids.</summary>
static class FeedRule
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message said so by its event.</summary>
    internal static string OfEvent(string code, params IEnumerable<PatientId> ids) => Of("event", ("event", code), ids);

    /// <summary>A message names several identifiers as one patient's.</summary>
    internal static string SameMessage(params IEnumerable<PatientId> ids) => Of("same-message", null, ids);

    /// <summary>A steward said so.</summary>
    internal static string Steward(string operation, string comment, params IEnumerable<PatientId> ids) =>
        Of("steward", ("operation", operation), ids, comment);

    /// <summary>Two persons cannot be joined without a steward.</summary>
    internal static string Conflict(string reason, params IEnumerable<PatientId> ids) => Of("conflict", ("reason", reason), ids);

    static string Of(string rule, (string Name, string Value)? detail, IEnumerable<PatientId> ids, string comment = "")
    {
        var json = new JsonObject { ["rule"] = rule };
        if (detail is { } named) json[named.Name] = named.Value;
        json["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id.ToString()))]);
        if (comment.Length > 0) json["comment"] = comment;
        return json.ToJsonString(Readable);
    }
}
