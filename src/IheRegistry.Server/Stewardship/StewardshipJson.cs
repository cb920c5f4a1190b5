using System.Text.Json;
using System.Text.Json.Serialization;

namespace IheRegistry.Server.Stewardship;

/// <summary>What the addresses below <c>/pix</c> read and write.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(VerdictRequest))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(RejectRequest))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(ResendRequest))]
[JsonSerializable(typeof(OutcomeJson))]
[JsonSerializable(typeof(PersonJson))]
[JsonSerializable(typeof(ComparisonJson))]
[JsonSerializable(typeof(ReviewsJson))]
[JsonSerializable(typeof(ReviewJson))]
[JsonSerializable(typeof(EventsJson))]
[JsonSerializable(typeof(CrossReferenceJson))]
[JsonSerializable(typeof(ConsumersJson))]
[JsonSerializable(typeof(NotificationsJson))]
[JsonSerializable(typeof(ResentJson))]
sealed partial class StewardshipJson : JsonSerializerContext;
