namespace IheRegistry.Model.Metadata.Queries;

/// <summary>A Registry Stored Query as asked, whatever the wire (ITI TF-2 3.18.4.1.2.3).</summary>
/// <param name="QueryId">The query's UUID as a URN (<see cref="StoredQueryIds"/>).</param>
/// <param name="ReturnType">References or whole objects.</param>
/// <param name="Parameters">The parameters in the order sent.</param>
/// <param name="Home">homeCommunityId if one was given; a registry accepts any (ITI TF-2 3.18.4.1.3).</param>
public sealed record StoredQueryRequest(
    string QueryId, ReturnType ReturnType, IReadOnlyList<QueryParameter> Parameters, string? Home = null);
