namespace IheRegistry.Model.Demographics;

/// <summary>A postal address: HL7's data type XAD. Absent parts are empty.</summary>
/// <param name="Street">XAD.1.1.</param>
/// <param name="OtherDesignation">XAD.2.</param>
/// <param name="City">XAD.3.</param>
/// <param name="State">XAD.4, state or province.</param>
/// <param name="PostalCode">XAD.5.</param>
/// <param name="Country">XAD.6.</param>
/// <param name="Type">XAD.7, a code of HL7 table 0190 such as <c>H</c> (home).</param>
public sealed record PostalAddress(
    string Street, string OtherDesignation, string City, string State, string PostalCode, string Country, string Type);
