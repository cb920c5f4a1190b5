using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>XON: an organisation's name (XON.1) and identifier (XON.10, with XON.6 where that is no OID); nothing else may be valued.</summary>
static class Xon
{
    public static string? Problem(string value)
    {
        if (Hl7Notation.Component(value, 1).IsEmpty) return "has no organization name (XON.1)";
        for (var number = 2; number <= 9; number++)
            if (number != 6 && !Hl7Notation.Component(value, number).IsEmpty) return $"has a value in XON.{number}, which XDS forbids";
        if (Hl7Notation.AnyBeyond(value, 10)) return "has components after the identifier (XON.10)";
        return IdentifierProblem(Hl7Notation.Component(value, 10), Hl7Notation.Component(value, 6));
    }

    static string? IdentifierProblem(ReadOnlySpan<char> identifier, ReadOnlySpan<char> authority)
    {
        if (!authority.IsEmpty && !AssigningAuthority.IsOid(authority))
            return "has an assigning authority (XON.6) that is not of the form &oid&ISO";
        return identifier.IsEmpty || !authority.IsEmpty || Oid.IsValid(identifier)
            ? null
            : "has an identifier (XON.10) that is no OID, but no assigning authority (XON.6)";
    }
}
