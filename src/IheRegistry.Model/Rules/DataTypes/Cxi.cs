namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// CXi of referenceIdList: an id, its authority if there is one, and the identifier type code, of which IHE defines some
/// (ITI TF-3 table 4.2.3.1.7-2).
/// </summary>
static class Cxi
{
    const string Iti = "urn:ihe:iti:";

    public static string? Problem(string value)
    {
        if (Hl7Notation.Component(value, 1).IsEmpty) return "has no id (CX.1)";
        if (!Hl7Notation.Component(value, 2).IsEmpty || !Hl7Notation.Component(value, 3).IsEmpty)
            return "has a check digit (CX.2, CX.3), which XDS forbids";
        var authority = Hl7Notation.Component(value, 4);
        if (!IsAuthority(authority)) return "has an assigning authority (CX.4) that names nobody";
        var type = Hl7Notation.Component(value, 5);
        if (type.IsEmpty) return "has no identifier type code (CX.5)";
        // Editions before 2017 put the home community into CX.6; it is read over.
        return Hl7Notation.AnyBeyond(value, 6) ? "has components after the home community (CX.6)" : TypeProblem(value, authority, type);
    }

    // The authority may be known by a name only, or by a universal id of any type.
    static bool IsAuthority(ReadOnlySpan<char> authority) =>
        authority.IsEmpty || !Hl7Notation.SubComponent(authority, 1).IsEmpty
        || (!Hl7Notation.SubComponent(authority, 2).IsEmpty && !Hl7Notation.SubComponent(authority, 3).IsEmpty);

    static string? TypeProblem(ReadOnlySpan<char> value, ReadOnlySpan<char> authority, ReadOnlySpan<char> type)
    {
        if (!type.StartsWith(Iti, StringComparison.Ordinal)) return null;
        switch (type[Iti.Length..])
        {
            case "xds:2013:referral" or "xds:2013:order" or "xds:2015:encounterId":
                return authority.IsEmpty ? "has no assigning authority (CX.4), which its type asks for" : null;
            case "xdw:2013:workflowInstanceId" or "xds:2016:studyInstanceUID":
                if (!authority.IsEmpty) return "has an assigning authority (CX.4), which its type forbids";
                return OidType.Problem(Hl7Notation.Component(value, 1).ToString());
            default:
                return null;
        }
    }
}
