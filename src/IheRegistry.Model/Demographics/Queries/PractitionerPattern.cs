namespace IheRegistry.Model.Demographics.Queries;

/// <summary>A doctor that is asked for: both parts of one doctor. Null is not asked for.</summary>
/// <param name="Id">XCN.1 (<c>@PV1.7.1</c>).</param>
/// <param name="Name">XCN.2 to XCN.6, where the family name is <c>@PV1.7.2.1</c> and the given <c>@PV1.7.3</c>.</param>
public sealed record PractitionerPattern(TextPattern? Id, NamePattern? Name);
