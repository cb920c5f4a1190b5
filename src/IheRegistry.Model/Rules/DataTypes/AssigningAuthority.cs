using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>HD as a component of XCN and XON: an OID and ISO in sub-components 2 and 3 (ITI TF-3 table 4.2.3.1.7-2).</summary>
static class AssigningAuthority
{
    public static bool IsOid(ReadOnlySpan<char> component) =>
        Hl7Notation.SubComponent(component, 3) is "ISO" && Oid.IsValid(Hl7Notation.SubComponent(component, 2));
}
