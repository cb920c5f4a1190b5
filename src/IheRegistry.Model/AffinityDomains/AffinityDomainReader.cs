using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Json;
using IheRegistry.Model.Metadata;
using CommunityId = IheRegistry.Model.Identity.HomeCommunityId;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>Walks the parsed file from top to bottom and collects every problem.</summary>
sealed partial class AffinityDomainReader(List<JsonProblem> problems)
{
    internal AffinityDomainDefinition? Read(LocatedJson root)
    {
        var file = new ObjectReader(root, problems);
        var schema = file.OptionalText("$schema");
        var name = file.RequiredText("name");
        var home = Checked(file.Required("homeCommunityId"), CommunityId.IsValid, "is not a homeCommunityId, urn:oid: and an OID");
        var repositories = ReadList(file.Required("repositoryUniqueIds"), ReadOid, Same);
        var checks = ReadChecks(file.Optional("checks"));
        var updates = ReadWord(file.Optional("restrictedUpdates"), AffinityDomainNames.PermissionsByName) ?? UpdatePermission.Any;
        var authorities = ReadAuthorities(file.Required("assigningAuthorities"));
        var institutions = ReadInstitutions(file.Optional("institutions"));
        var mimeTypes = ReadList(file.Required("mimeTypes"), ReadMimeType, type => type.ToLowerInvariant());
        var codes = ReadCodes(file.Required("codes"), checks);
        file.Done();
        if (problems.Count > 0 || name is null || home is null)
            return null;

        RefuseEmpty(root, repositories, authorities, mimeTypes, checks);
        return new AffinityDomainDefinition(name, home, repositories, checks, authorities, institutions, mimeTypes, codes)
        {
            Schema = schema,
            RestrictedUpdates = updates,
        };
    }

    // Said only when all else is right: a list that is empty because its items are wrong needs no second message.
    void RefuseEmpty(
        LocatedJson root, List<string> repositories, List<AssigningAuthority> authorities, List<string> mimeTypes, CheckLevels checks)
    {
        if (repositories.Count == 0)
            problems.Add(At(root, "repositoryUniqueIds", "at least one is needed, for new documents"));
        if (authorities.All(authority => authority.Kind != AuthorityKind.PatientId))
            problems.Add(At(root, "assigningAuthorities", "one of kind patient-id is needed, or no patient could be registered"));
        if (mimeTypes.Count == 0 && checks.MimeTypes == CheckLevel.Reject)
            problems.Add(At(root, "mimeTypes", "empty while checks.mimeTypes is reject: every document would be refused"));
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
        value is null ? null : ReadWord(value, AffinityDomainNames.LevelsByName) ?? CheckLevel.Off;

    List<AssigningAuthority> ReadAuthorities(LocatedJson? value)
    {
        // A namespace that is another authority's too would make a lookup ambiguous.
        var names = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return ReadList(value, item => ReadAuthority(item, names), authority => authority.Oid);
    }

    AssigningAuthority? ReadAuthority(LocatedJson item, Dictionary<string, LocatedJson> names)
    {
        var authority = new ObjectReader(item, problems);
        var oid = Checked(authority.Required("oid"), IsOid, NotAnOid);
        var name = Checked(authority.Optional("namespace"), text => !IsOid(text), "is an OID, not a namespace id");
        var kind = ReadWord(authority.Required("kind"), AffinityDomainNames.KindsByName);
        var title = authority.OptionalText("name");
        authority.Done();
        if (name is not null && !names.TryAdd(name, item))
            problems.Add(item.Problem($"the namespace \"{name}\" is used in line {names[name].Line} already"));
        return oid is null || kind is null ? null : new AssigningAuthority(oid, kind.Value, name, title);
    }

    List<Institution> ReadInstitutions(LocatedJson? value)
    {
        var sources = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return ReadList(value, item => ReadInstitution(item, sources), institution => institution.Id);
    }

    Institution? ReadInstitution(LocatedJson item, Dictionary<string, LocatedJson> sources)
    {
        var institution = new ObjectReader(item, problems);
        var id = institution.RequiredText("id");
        var name = institution.RequiredText("name");
        var oid = Checked(institution.Optional("oid"), IsOid, NotAnOid);
        var sourceIds = ReadList(institution.Optional("sourceIds"), ReadOid, Same);
        var updates = ReadWord(institution.Optional("restrictedUpdates"), AffinityDomainNames.PermissionsByName);
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
                codes.Add(attribute, ReadList(list, ReadCode, code => code.ToString()));
            if (list is null or { Type: JsonTokenType.StartArray, Items.Count: 0 } && checks.Of(attribute) == CheckLevel.Reject)
                problems.Add(At(value, name, $"no codes while unknown ones are rejected; list some or set checks.{name} to off"));
        }
        attributes.Done();
        return codes;
    }

    Code? ReadCode(LocatedJson item)
    {
        var code = new ObjectReader(item, problems);
        var value = Checked(code.Required("code"), IsQueryable, NotQueryable);
        var scheme = Checked(code.Required("codingScheme"), IsQueryable, NotQueryable);
        var display = code.OptionalText("display");
        code.Done();
        return value is null || scheme is null ? null : new Code(value, scheme, display);
    }

    string? ReadMimeType(LocatedJson item) => Checked(item, text => MimeType().IsMatch(text), "is not a mime type such as text/xml");

    string? ReadOid(LocatedJson item) => Checked(item, IsOid, NotAnOid);

    List<T> ReadList<T>(LocatedJson? list, Func<LocatedJson, T?> read, Func<T, string> key)
        where T : class
    {
        var values = new List<T>();
        if (list is null)
            return values;
        if (list.Type != JsonTokenType.StartArray)
            problems.Add(list.Problem("expected an array"));

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (read(item) is not { } value)
                continue;
            if (lines.TryAdd(key(value), item.Line))
                values.Add(value);
            else
                problems.Add(item.Problem($"{key(value)} is in line {lines[key(value)]} already"));
        }
        return values;
    }

    T? ReadWord<T>(LocatedJson? value, FrozenDictionary<string, T> words)
        where T : struct
    {
        if (value is null || ObjectReader.TextOf(value, problems) is not { } text)
            return null;
        if (words.TryGetValue(text, out var word))
            return word;
        problems.Add(value.Problem($"\"{text}\" is not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}"));
        return null;
    }

    string? Checked(LocatedJson? value, Func<string, bool> isRight, string message)
    {
        if (value is null || ObjectReader.TextOf(value, problems) is not { } text)
            return null;
        if (isRight(text))
            return text;
        problems.Add(value.Problem($"\"{text}\" {message}"));
        return null;
    }

    const string NotAnOid = "is not an OID of at most 64 characters";
    const string NotQueryable = "contains ^, which separates code^^codingScheme in stored queries";

    static bool IsOid(string text) => Oid.IsValid(text);

    static bool IsQueryable(string text) => !text.Contains('^', StringComparison.Ordinal);

    static string Same(string text) => text;

    static JsonProblem At(LocatedJson parent, string name, string message)
    {
        var property = parent.Properties.FirstOrDefault(property => property.Name == name);
        return new JsonProblem(property?.Line ?? parent.Line, $"{parent.Path}.{name}", message);
    }

    // type "/" subtype of RFC 6838 section 4.2, without parameters.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\z")]
    private static partial Regex MimeType();
}
