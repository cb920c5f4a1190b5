namespace IheRegistry.Model.Demographics;

/// <summary>
/// An assigning authority or application by name, by universal id or both: HL7's data type HD. A feed may know an authority
/// by its namespace only (ITI TF-2 3.8.4.1.2.3), so nothing is required here.
/// </summary>
/// <param name="NamespaceId">HD.1, a name that is unique at the sender; empty when absent.</param>
/// <param name="UniversalId">HD.2, for IHE an OID; empty when absent.</param>
/// <param name="UniversalIdType">HD.3, for IHE <c>ISO</c>; empty when absent.</param>
public sealed record HierarchicDesignator(string NamespaceId, string UniversalId, string UniversalIdType)
{
    /// <summary>The designator of a sender that names none.</summary>
    public static HierarchicDesignator None { get; } = new("", "", "");

    /// <summary>True when neither a namespace nor a universal id is given.</summary>
    public bool IsEmpty => NamespaceId.Length == 0 && UniversalId.Length == 0;
}
