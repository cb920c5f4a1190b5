namespace IheRegistry.Model.Demographics;

/// <summary>A doctor of a visit: the parts of HL7's data type XCN that name one.</summary>
/// <param name="Id">XCN.1; empty when absent.</param>
/// <param name="Name">XCN.2 to XCN.6 and XCN.10.</param>
public sealed record Practitioner(string Id, PersonName Name);
