using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>
/// Tells the identifiers that a sender may assign from those that it only refers to. Patient ids, record numbers of institutions and temporary
/// numbers are the sender's own where the affinity domain lets it assign them; numbers of the state, of cards and insurances are so only where it
/// names the sender, or, where it names nobody, when the message has nothing else.
/// </summary>
sealed class SenderIds(AffinityDomain domain, PatientFeedMessage feed, List<Hl7Problem> problems)
{
    // Far more than one patient has: each is work for the one writer.
    const int MostIdentifiers = 100;

    /// <summary>Reads the identifiers of a field.</summary>
    /// <param name="identifiers">The field's.</param>
    /// <param name="alternates">Those of other fields, which the sender only refers to.</param>
    /// <param name="at">Where the field is.</param>
    internal EntryIds Read(IReadOnlyList<PatientIdentifier> identifiers, IReadOnlyList<PatientIdentifier> alternates, Hl7ErrorLocation at)
    {
        var before = problems.Count;
        var named = Named(identifiers, at);
        var own = named.FindAll(IsOwn);
        if (own.Count == 0 && named.Find(id => id.Authority.Assigners.Count == 0) is { } only) own.Add(only);
        if (own.Count == 0 && problems.Count == before) problems.Add(Refusal(named, at));
        var references = named.Except(own).Concat(Named(alternates, at)).Select(Reference).Distinct();
        return new EntryIds([.. own.OrderByDescending(IsEnterprise)], [.. references]);
    }

    /// <summary>An identifier with its authority as the affinity domain knows it; null where it does not.</summary>
    internal static NamedId? Resolve(PatientIdentifier identifier, AffinityDomain domain)
    {
        // By OID or by namespace; where both are given, they name the same authority (ITI TF-2 3.8.4.1.2.3), so the OID is enough.
        var designator = identifier.Authority;
        var authority = domain.FindAuthority(designator.UniversalId.Length > 0 ? designator.UniversalId : designator.NamespaceId);
        // Metadata carry the id in a CX, where HL7's own separators are escaped.
        return authority is null ? null : new NamedId(new PatientId(Hl7Delimiters.Default.EscapeText(identifier.Id.Trim()), authority.Oid), authority);
    }

    List<NamedId> Named(IReadOnlyList<PatientIdentifier> identifiers, Hl7ErrorLocation at)
    {
        if (identifiers.Count > MostIdentifiers)
        {
            problems.Add(new Hl7Problem(Hl7ErrorCode.DataTypeError, at with { Repetition = MostIdentifiers + 1 }, "There are more identifiers than are taken of one patient"));
            return [];
        }

        var named = new List<NamedId>(identifiers.Count);
        for (var i = 0; i < identifiers.Count; i++)
        {
            if (Resolve(identifiers[i], domain) is not { } id || named.Contains(id)) continue;
            if (id.Id.Id.Length > PatientId.MaxIdLength)
                problems.Add(new Hl7Problem(Hl7ErrorCode.DataTypeError, at with { Repetition = i + 1, Component = 1 }, "The id is too long"));
            else if (id.Id.Id.Length > 0)
                named.Add(id);
        }

        return named;
    }

    bool IsOwn(NamedId id)
    {
        var authority = id.Authority;
        return authority.MayBeAssignedBy(feed.SendingFacility, feed.SendingApplication)
            && (authority.Assigners.Count > 0 || authority.IsPatientIdDomain || authority.Kind is AuthorityKind.Local or AuthorityKind.Temporary);
    }

    bool IsEnterprise(NamedId id) => id.Authority.Oid == domain.EnterpriseAuthority.Oid;

    static PatientIdentifier Reference(NamedId id) => new(Hl7Delimiters.Default.UnescapeText(id.Id.Id), id.Authority.Designator, "");

    // Nothing was taken, and the sender must learn why.
    static Hl7Problem Refusal(List<NamedId> named, Hl7ErrorLocation at) => new(
        Hl7ErrorCode.UnknownKeyIdentifier,
        at,
        named.Count > 0
            ? "The sender may not assign identifiers of these assigning authorities"
            : "No identifier is of an assigning authority that this affinity domain knows");
}
