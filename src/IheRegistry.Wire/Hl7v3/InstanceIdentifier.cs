using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>HL7 V3's data type II (ITI TF-2 appendix E.2). Parts that are not there are empty.</summary>
/// <param name="Root">An OID or a UUID.</param>
/// <param name="Extension">The identifier within the root; without it the root itself identifies.</param>
/// <param name="AuthorityName">The assigning authority's name, which HL7 v2 calls its namespace id.</param>
public sealed record InstanceIdentifier(string Root, string Extension = "", string AuthorityName = "")
{
    const string Oid = "ISO";

    /// <summary>No identifier.</summary>
    public static InstanceIdentifier None { get; } = new("");

    /// <summary>True when nothing is identified.</summary>
    public bool IsEmpty => Root.Length == 0 && Extension.Length == 0;

    /// <summary>Root and name as the designator of an authority or a system: HL7 v2's data type HD.</summary>
    public HierarchicDesignator Authority =>
        Root.Length == 0 && AuthorityName.Length == 0 ? HierarchicDesignator.None : new(AuthorityName, Root, Root.Length == 0 ? "" : Oid);

    /// <summary>An identifier that no message had before.</summary>
    public static InstanceIdentifier New() => new(Guid.NewGuid().ToString());

    /// <summary>An identifier of HL7 v2 (ITI TF-2 appendix E.2): CX.4.2 is the root.</summary>
    public static InstanceIdentifier Of(PatientIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return new(identifier.Authority.UniversalId, identifier.Id, identifier.Authority.NamespaceId);
    }

    /// <summary>As an identifier of HL7 v2.</summary>
    public PatientIdentifier ToPatientIdentifier() => new(Extension, Authority, "");

    /// <summary><c>root^extension</c>, the form in which the audit and the queries name a message or a query; without extension the root.</summary>
    public override string ToString() => Extension.Length == 0 ? Root : $"{Root}^{Extension}";
}
