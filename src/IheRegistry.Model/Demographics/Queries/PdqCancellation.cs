namespace IheRegistry.Model.Demographics.Queries;

/// <summary>The consumer asks for no more of an answer: QCN^J01 (ITI TF-2 3.21.4.2.3), V3's QUQI_IN000003UV01_Cancel with statusCode <c>aborted</c>.</summary>
/// <param name="QueryId">QID-1, the queryId: as <see cref="PdqQuery.QueryId"/>.</param>
public sealed record PdqCancellation(string QueryId);
