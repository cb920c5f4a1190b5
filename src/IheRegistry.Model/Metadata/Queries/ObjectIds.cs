namespace IheRegistry.Model.Metadata.Queries;

/// <summary>The objects that a Get query names, all by the same kind of identifier.</summary>
/// <param name="Kind">The kind of identifier.</param>
/// <param name="Values">The identifiers; one that names nothing is no error.</param>
public sealed record ObjectIds(ObjectIdKind Kind, IReadOnlyList<string> Values);
