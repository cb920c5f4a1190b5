using System.Text.Json;
using System.Text.RegularExpressions;
using IheRegistry.Model.Json;
using IheRegistry.Model.Metadata;
using CommunityId = IheRegistry.Model.Identity.HomeCommunityId;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>Walks the parsed file from top to bottom and collects every problem.</summary>
sealed partial class AffinityDomainReader(List<JsonProblem> problems)
{
    readonly ValueReader _values = new(problems);

    internal AffinityDomainDefinition? Read(LocatedJson root)
    {
        var file = new ObjectReader(root, problems);
        var schema = file.OptionalText("$schema");
        var name = file.RequiredText("name");
        var home = _values.Checked(file.Required("homeCommunityId"), CommunityId.IsValid, "is not a homeCommunityId, urn:oid: and an OID");
        var repositories = _values.List(file.Required("repositoryUniqueIds"), _values.Oid, ValueReader.Itself);
        var checks = ReadChecks(file.Optional("checks"));
        var updates = _values.Word(file.Optional("restrictedUpdates"), AffinityDomainNames.PermissionsByName) ?? UpdatePermission.Any;
        var identities = new PatientIdentityReader(problems);
        var authorities = identities.ReadAuthorities(file.Required("assigningAuthorities"));
        var enterprise = identities.ReadEnterpriseAuthority(file.Optional("enterpriseAuthority"));
        var matching = identities.ReadMatching(file.Optional("matching"));
        var consumers = identities.ReadConsumers(file.Optional("updateConsumers"));
        var institutions = ReadInstitutions(file.Optional("institutions"));
        var mimeTypes = _values.List(file.Required("mimeTypes"), ReadMimeType, type => type.ToLowerInvariant());
        var codes = ReadCodes(file.Required("codes"), checks);
        file.Done();
        if (problems.Count > 0 || name is null || home is null)
            return null;

        RefuseEmpty(root, repositories, authorities, mimeTypes, checks);
        return new AffinityDomainDefinition(name, home, repositories, checks, authorities, institutions, mimeTypes, codes)
        {
            Schema = schema,
            RestrictedUpdates = updates,
            EnterpriseAuthority = enterprise,
            Matching = matching,
            UpdateConsumers = consumers,
        };
    }

    // Said only when all else is right: a list that is empty because its items are wrong needs no second message.
    void RefuseEmpty(
        LocatedJson root, List<string> repositories, List<AssigningAuthority> authorities, List<string> mimeTypes, CheckLevels checks)
    {
        if (repositories.Count == 0)
            problems.Add(ValueReader.At(root, "repositoryUniqueIds", "at least one is needed, for new documents"));
        if (!authorities.Any(authority => authority.CanBeEnterprise))
            problems.Add(ValueReader.At(root, "assigningAuthorities", "one of kind patient-id is needed, or no patient could be registered"));
        if (mimeTypes.Count == 0 && checks.MimeTypes == CheckLevel.Reject)
            problems.Add(ValueReader.At(root, "mimeTypes", "empty while checks.mimeTypes is reject: every document would be refused"));
    }

    CheckLevels ReadChecks(LocatedJson? value)
    {
        if (value is null)
            return CheckLevels.RejectAll;
        var checks = new ObjectReader(value, problems);
        var codes = ReadLevel(checks.Optional("codes")) ?? CheckLevel.Reject;
        var mimeTypes = ReadLevel(checks.Optional("mimeTypes")) ?? CheckLevel.Reject;
        var attributes = new Dictionary<CodedAttribute, CheckLevel>();
        foreach (var attribute in Enum.GetValues<CodedAttribute>())
        {
            if (ReadLevel(checks.Optional(AffinityDomainNames.Of(attribute))) is { } level)
                attributes.Add(attribute, level);
        }
        checks.Done();
        return new CheckLevels(codes, mimeTypes, attributes);
    }

    // A level that cannot be read counts as off, so that it draws no messages about what it would reject.
    CheckLevel? ReadLevel(LocatedJson? value) =>
        value is null ? null : _values.Word(value, AffinityDomainNames.LevelsByName) ?? CheckLevel.Off;

    List<Institution> ReadInstitutions(LocatedJson? value)
    {
        var sources = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return _values.List(value, item => ReadInstitution(item, sources), institution => institution.Id);
    }

    Institution? ReadInstitution(LocatedJson item, Dictionary<string, LocatedJson> sources)
    {
        var institution = new ObjectReader(item, problems);
        var id = institution.RequiredText("id");
        var name = institution.RequiredText("name");
        var oid = _values.OptionalOid(institution.Optional("oid"));
        var sourceIds = _values.List(institution.Optional("sourceIds"), _values.Oid, ValueReader.Itself);
        var updates = _values.Word(institution.Optional("restrictedUpdates"), AffinityDomainNames.PermissionsByName);
        institution.Done();
        foreach (var source in sourceIds.Where(source => !sources.TryAdd(source, item)))
            problems.Add(item.Problem($"the sourceId {source} belongs to the institution of line {sources[source].Line} already"));
        return id is null || name is null ? null : new Institution(id, name, oid, sourceIds) { RestrictedUpdates = updates };
    }

    Dictionary<CodedAttribute, IReadOnlyList<Code>> ReadCodes(LocatedJson? value, CheckLevels checks)
    {
        var codes = new Dictionary<CodedAttribute, IReadOnlyList<Code>>();
        if (value is null)
            return codes;
        var attributes = new ObjectReader(value, problems);
        foreach (var attribute in Enum.GetValues<CodedAttribute>())
        {
            var name = AffinityDomainNames.Of(attribute);
            var list = attributes.Optional(name);
            if (list is not null)
                codes.Add(attribute, _values.List(list, ReadCode, code => code.ToString()));
            if (list is null or { Type: JsonTokenType.StartArray, Items.Count: 0 } && checks.Of(attribute) == CheckLevel.Reject)
                problems.Add(ValueReader.At(value, name, $"no codes while unknown ones are rejected; list some or set checks.{name} to off"));
        }
        attributes.Done();
        return codes;
    }

    Code? ReadCode(LocatedJson item)
    {
        var code = new ObjectReader(item, problems);
        var value = _values.Checked(code.Required("code"), IsQueryable, NotQueryable);
        var scheme = _values.Checked(code.Required("codingScheme"), IsQueryable, NotQueryable);
        var display = code.OptionalText("display");
        code.Done();
        return value is null || scheme is null ? null : new Code(value, scheme, display);
    }

    string? ReadMimeType(LocatedJson item) => _values.Checked(item, text => MimeType().IsMatch(text), "is not a mime type such as text/xml");

    const string NotQueryable = "contains ^, which separates code^^codingScheme in stored queries";

    static bool IsQueryable(string text) => !text.Contains('^', StringComparison.Ordinal);

    // type "/" subtype of RFC 6838 section 4.2, without parameters.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\z")]
    private static partial Regex MimeType();
}
