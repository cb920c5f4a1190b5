using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>CX as patient identifiers use it: <c>id^^^&amp;oid&amp;ISO</c>.</summary>
static class Cx
{
    public static string? Problem(string value) => PatientId.TryParse(value, out _, out var problem) ? null : problem;
}
