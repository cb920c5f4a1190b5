using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>OID: <see cref="Oid"/>.</summary>
static class OidType
{
    public static string? Problem(string value) => Oid.IsValid(value) ? null : "is not an OID of at most 64 characters";
}
