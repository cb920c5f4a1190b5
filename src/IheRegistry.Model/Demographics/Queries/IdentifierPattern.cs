namespace IheRegistry.Model.Demographics.Queries;

/// <summary>An identifier that is asked for: <c>@PID.3</c> or <c>@PID.18</c>; V3's LivingSubjectId.</summary>
/// <param name="Id">CX.1, V3's extension; null when any identifier of the authority will do.</param>
/// <param name="Authority">CX.4, V3's root; none when any authority's will do, which <c>@PID.18</c> allows and <c>@PID.3</c> does not.</param>
public sealed record IdentifierPattern(TextPattern? Id, HierarchicDesignator Authority);
