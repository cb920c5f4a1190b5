using IheRegistry.Model.Json;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>Reads what the file says of identifiers of persons: who assigns them, how they are matched, who is told of changes.</summary>
sealed class PatientIdentityReader(List<JsonProblem> problems)
{
    readonly ValueReader _values = new(problems);
    readonly Dictionary<string, AssigningAuthority> _authorities = new(StringComparer.Ordinal);

    // An authority that could not be read needs no second message where it is named.
    bool _isComplete;

    internal List<AssigningAuthority> ReadAuthorities(LocatedJson? value)
    {
        // A namespace that is another authority's too would make a lookup ambiguous.
        var names = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        var authorities = _values.List(value, item => ReadAuthority(item, names), authority => authority.Oid);
        foreach (var authority in authorities)
            _authorities.Add(authority.Oid, authority);
        _isComplete = authorities.Count == value?.Items.Count;
        return authorities;
    }

    /// <summary>Only after the authorities have been read.</summary>
    internal string? ReadEnterpriseAuthority(LocatedJson? value)
    {
        if (_values.OptionalOid(value) is not { } oid)
            return null;
        if (FindListed(value!, oid) is not { } authority)
            return oid;
        if (!authority.IsPatientIdDomain)
            problems.Add(value!.Problem($"{oid} is no patient id domain, so the registry would not know the enterprise's ids"));
        else if (authority.Kind == AuthorityKind.Temporary)
            problems.Add(value!.Problem($"{oid} gives out temporary ids, which never stand for a person"));
        return oid;
    }

    internal MatchingPolicy ReadMatching(LocatedJson? value)
    {
        if (value is null)
            return MatchingPolicy.Standard;
        var matching = new ObjectReader(value, problems);
        var link = _values.Number(matching.Optional("linkThreshold"));
        var review = _values.Number(matching.Optional("reviewThreshold"));
        var stopList = _values.List(matching.Optional("stopList"), _values.Text, ValueReader.Itself);
        var weights = matching.OptionalText("weightsFile");
        matching.Done();
        if (link <= review)
            problems.Add(ValueReader.At(value, "reviewThreshold", "must be below linkThreshold, or nothing would be reviewed"));
        return new MatchingPolicy(link, review, stopList, weights);
    }

    /// <summary>Only after the authorities have been read.</summary>
    internal List<UpdateConsumer> ReadConsumers(LocatedJson? value) => _values.List(value, ReadConsumer, consumer => consumer.Name);

    AssigningAuthority? ReadAuthority(LocatedJson item, Dictionary<string, LocatedJson> names)
    {
        var authority = new ObjectReader(item, problems);
        var oid = _values.OptionalOid(authority.Required("oid"));
        var name = _values.Checked(authority.Optional("namespace"), text => !ValueReader.IsOid(text), "is an OID, not a namespace id");
        var kind = _values.Word(authority.Required("kind"), AffinityDomainNames.KindsByName);
        var isPatientIdDomain = _values.Flag(authority.Optional("patientIdDomain"));
        var isTrusted = _values.Flag(authority.Optional("trusted"));
        var assigners = _values.List(authority.Optional("assigners"), ReadAssigner, assigner => assigner.ToString());
        var title = authority.OptionalText("name");
        authority.Done();
        if (name is not null && !names.TryAdd(name, item))
            problems.Add(item.Problem($"the namespace \"{name}\" is used in line {names[name].Line} already"));
        RefuseContradictions(item, kind, isPatientIdDomain, isTrusted);
        if (oid is null || kind is null)
            return null;
        return new AssigningAuthority(oid, kind.Value, name, title)
        {
            IsPatientIdDomain = isPatientIdDomain ?? kind == AuthorityKind.PatientId,
            IsTrusted = isTrusted ?? false,
            Assigners = assigners,
        };
    }

    void RefuseContradictions(LocatedJson item, AuthorityKind? kind, bool? isPatientIdDomain, bool? isTrusted)
    {
        if (kind == AuthorityKind.PatientId && isPatientIdDomain == false)
            problems.Add(ValueReader.At(item, "patientIdDomain", "identifiers of kind patient-id are those of a patient id domain"));
        if (kind == AuthorityKind.Temporary && isTrusted == true)
            problems.Add(ValueReader.At(item, "trusted", "temporary identifiers are given to persons that are not known: nobody is linked by them"));
    }

    Assigner? ReadAssigner(LocatedJson item)
    {
        var assigner = new ObjectReader(item, problems);
        var facility = assigner.OptionalText("facility");
        var application = assigner.OptionalText("application");
        assigner.Done();
        if (facility is not null || application is not null)
            return new Assigner(facility, application);
        problems.Add(item.Problem("a facility or an application is needed; without \"assigners\" anyone may assign"));
        return null;
    }

    UpdateConsumer? ReadConsumer(LocatedJson item)
    {
        var consumer = new ObjectReader(item, problems);
        var name = consumer.RequiredText("name");
        var given = consumer.Required("address");
        var address = ReadAddress(given);
        var application = consumer.Required("application");
        var applicationName = application is null ? null : _values.Text(application);
        var facility = consumer.OptionalText("facility");
        var domains = _values.List(consumer.Optional("domains"), ReadDomain, ValueReader.Itself);
        var connections = _values.Whole(consumer.Optional("connections"), 1, UpdateConsumer.MaxConnections);
        consumer.Done();
        if (name is null || address is null || applicationName is null)
            return null;

        // HL7 v3 knows the receiving device by an OID (ITI TF-2 appendix O.1.1), version 2 by names, facility and application both (appendix C.2.2).
        if (address.Scheme == UpdateConsumer.Mllp && facility is null)
            problems.Add(ValueReader.At(item, "facility", "missing: a version 2 message names the receiving facility"));
        if (address.Scheme != UpdateConsumer.Mllp && !ValueReader.IsOid(applicationName))
            problems.Add(application!.Problem("must be the OID of the receiving device, since the address is one for HL7 V3"));
        if (address.Scheme != UpdateConsumer.Mllp && facility is not null && !ValueReader.IsOid(facility))
            problems.Add(ValueReader.At(item, "facility", "must be the OID of the receiving organization, since the address is one for HL7 V3"));
        return new UpdateConsumer(name, address, applicationName, facility, domains) { Connections = connections ?? 1 };
    }

    Uri? ReadAddress(LocatedJson? value)
    {
        if (_values.Checked(value, text => ParseAddress(text) is not null, NotAnAddress) is not { } text)
            return null;
        return ParseAddress(text);
    }

    static Uri? ParseAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsAddress(address) ? address : null;

    static bool IsAddress(Uri address) => address.UserInfo.Length == 0 && address.Fragment.Length == 0 && address.Host.Length > 0 && address.Scheme switch
    {
        UpdateConsumer.Mllp => address.Port > 0 && address.PathAndQuery is "" or "/",
        "http" or "https" => true,
        _ => false,
    };

    string? ReadDomain(LocatedJson item)
    {
        if (_values.Oid(item) is not { } oid)
            return null;
        FindListed(item, oid);
        return oid;
    }

    AssigningAuthority? FindListed(LocatedJson item, string oid)
    {
        if (_authorities.TryGetValue(oid, out var authority))
            return authority;
        if (_isComplete)
            problems.Add(item.Problem($"{oid} is not among the assigningAuthorities"));
        return null;
    }

    const string NotAnAddress = "is not an address: mllp://host:port for HL7 version 2, an http or https URL for HL7 V3";
}
