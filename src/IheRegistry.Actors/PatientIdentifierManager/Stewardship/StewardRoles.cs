using IheRegistry.Model.Access;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>Which role gives which right: the one place that decides it.</summary>
public static class StewardRoles
{
    /// <summary>Sees who is who.</summary>
    public const string Reader = "identity-reader";

    /// <summary>Sees and decides.</summary>
    public const string Steward = "identity-steward";

    /// <summary>Looks after the running system.</summary>
    public const string Administrator = "administrator";

    /// <summary>
    /// Whether a caller has a right. A caller for whom nobody has asserted a role is one of a listener without authentication, which binds
    /// loopback unless told otherwise: such a caller may do all.
    /// </summary>
    /// <param name="right">The right.</param>
    /// <param name="caller">The caller.</param>
    /// <returns>True when the caller has it.</returns>
    public static bool IsGrantedTo(this StewardRight right, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Roles.Count == 0 || RolesWith(right).Intersect(caller.Roles, StringComparer.Ordinal).Any();
    }

    static string[] RolesWith(StewardRight right) => right switch
    {
        StewardRight.Read => [Reader, Steward],
        StewardRight.Decide => [Steward],
        _ => [Administrator],
    };
}
