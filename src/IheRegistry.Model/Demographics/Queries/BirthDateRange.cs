namespace IheRegistry.Model.Demographics.Queries;

/// <summary>
/// When a patient was born, both ends included: <c>@PID.7</c>, V3's LivingSubjectBirthTime. Each end is an HL7 timestamp of any precision,
/// <c>YYYY[MM[DD[HHMM...]]]</c>; one of lower precision stands for all of that year or month or day.
/// </summary>
/// <param name="From">The first; empty when there is none.</param>
/// <param name="To">The last; empty when there is none. The same as the first for one date.</param>
public sealed record BirthDateRange(string From, string To);
