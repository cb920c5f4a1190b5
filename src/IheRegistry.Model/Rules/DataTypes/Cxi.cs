namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>CXi of referenceIdList: an id, its authority if there is one, and the identifier type code (ITI TF-3 4.2.3.2.28).</summary>
static class Cxi
{
    public static string? Problem(string value)
    {
        if (Hl7Notation.Component(value, 1).IsEmpty) return "has no id (CX.1)";
        if (!Hl7Notation.Component(value, 2).IsEmpty || !Hl7Notation.Component(value, 3).IsEmpty)
            return "has a check digit (CX.2, CX.3), which XDS forbids";
        if (!IsAuthority(Hl7Notation.Component(value, 4))) return "has an assigning authority (CX.4) that names nobody";
        if (Hl7Notation.Component(value, 5).IsEmpty) return "has no identifier type code (CX.5)";
        return Hl7Notation.AnyBeyond(value, 6) ? "has components after the home community (CX.6)" : null;
    }

    // The authority may be known by a name only, or by a universal id of any type, such as the URI of a workflow's owner.
    static bool IsAuthority(ReadOnlySpan<char> authority) =>
        authority.IsEmpty || !Hl7Notation.SubComponent(authority, 1).IsEmpty
        || (!Hl7Notation.SubComponent(authority, 2).IsEmpty && !Hl7Notation.SubComponent(authority, 3).IsEmpty);
}
