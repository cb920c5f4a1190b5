namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>XCN: a person or a software agent by identifier (XCN.1), by last name (XCN.2) or by both (ITI TF-3 table 4.2.3.1.7-2).</summary>
static class Xcn
{
    public static string? Problem(string value)
    {
        if (Hl7Notation.Component(value, 1).IsEmpty && Hl7Notation.Component(value, 2).IsEmpty)
            return "has neither an identifier (XCN.1) nor a last name (XCN.2)";
        var authority = Hl7Notation.Component(value, 9);
        return authority.IsEmpty || AssigningAuthority.IsOid(authority)
            ? null
            : "has an assigning authority (XCN.9) that is not of the form &oid&ISO";
    }
}
