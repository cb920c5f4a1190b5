namespace IheRegistry.Model.Demographics.Queries;

/// <summary>V3's General Query Activate Query Continue (QUQI_IN000003UV01, statusCode <c>waitContinuedQueryResponse</c>; ITI TF-2 3.47.4.3).</summary>
/// <param name="QueryId">The queryId of the query, as <see cref="PdqQuery.QueryId"/>.</param>
/// <param name="Start">startResultNumber, from 1; null for the one behind the last answer.</param>
/// <param name="Quantity">continuationQuantity; null for the query's own increment.</param>
public sealed record PdqContinuation(string QueryId, int? Start, int? Quantity);
