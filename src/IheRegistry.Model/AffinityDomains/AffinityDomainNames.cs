using System.Collections.Frozen;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>The words of the affinity domain file.</summary>
public static class AffinityDomainNames
{
    static readonly FrozenDictionary<CodedAttribute, string> Attributes = Enum.GetValues<CodedAttribute>()
        .ToFrozenDictionary(attribute => attribute, attribute => CamelCase(attribute.ToString()));

    static readonly FrozenDictionary<string, CodedAttribute> AttributesByName = Inverse(Attributes);

    static readonly FrozenDictionary<CheckLevel, string> Levels = new Dictionary<CheckLevel, string>
    {
        [CheckLevel.Reject] = "reject",
        [CheckLevel.Warn] = "warn",
        [CheckLevel.Off] = "off",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<AuthorityKind, string> Kinds = new Dictionary<AuthorityKind, string>
    {
        [AuthorityKind.PatientId] = "patient-id",
        [AuthorityKind.NationalId] = "national-id",
        [AuthorityKind.HealthCard] = "health-card",
        [AuthorityKind.Insurance] = "insurance",
        [AuthorityKind.Local] = "local",
        [AuthorityKind.Temporary] = "temporary",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<UpdatePermission, string> Permissions = new Dictionary<UpdatePermission, string>
    {
        [UpdatePermission.Any] = "any",
        [UpdatePermission.Own] = "own",
        [UpdatePermission.None] = "none",
    }.ToFrozenDictionary();

    internal static FrozenDictionary<string, UpdatePermission> PermissionsByName { get; } = Inverse(Permissions);

    internal static FrozenDictionary<string, CheckLevel> LevelsByName { get; } = Inverse(Levels);

    internal static FrozenDictionary<string, AuthorityKind> KindsByName { get; } = Inverse(Kinds);

    /// <summary>The attribute's name in the framework: <c>classCode</c>.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The name.</returns>
    public static string Of(CodedAttribute attribute) => Attributes[attribute];

    /// <summary>The attribute of a name.</summary>
    /// <param name="name">The name as the framework writes it.</param>
    /// <returns>The attribute; null when no coded attribute has this name.</returns>
    public static CodedAttribute? FindAttribute(string name) => AttributesByName.TryGetValue(name, out var attribute) ? attribute : null;

    internal static string Of(CheckLevel level) => Levels[level];

    internal static string Of(AuthorityKind kind) => Kinds[kind];

    internal static string Of(UpdatePermission permission) => Permissions[permission];

    static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static FrozenDictionary<string, T> Inverse<T>(FrozenDictionary<T, string> names)
        where T : notnull => names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);
}
