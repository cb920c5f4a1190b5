namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>XCN: a person by identifier, by name or by both.</summary>
static class Xcn
{
    public static string? Problem(string value)
    {
        if (Hl7Notation.Component(value, 1).IsEmpty && Hl7Notation.Component(value, 2).IsEmpty && Hl7Notation.Component(value, 3).IsEmpty)
            return "has neither an identifier (XCN.1) nor a name (XCN.2, XCN.3)";
        var authority = Hl7Notation.Component(value, 9);
        return authority.IsEmpty || AssigningAuthority.IsOid(authority)
            ? null
            : "has an assigning authority (XCN.9) that is not of the form &oid&ISO";
    }
}
