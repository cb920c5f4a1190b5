namespace IheRegistry.Model.Metadata;

/// <summary>Association types on the wire.</summary>
public static class AssociationTypeUrn
{
    const string Ihe = "urn:ihe:iti:2007:AssociationType:";
    const string Oasis = "urn:oasis:names:tc:ebxml-regrep:AssociationType:";

    static readonly (AssociationType Type, string Urn)[] Table =
    [
        (AssociationType.HasMember, Oasis + "HasMember"),
        (AssociationType.Replace, Ihe + "RPLC"),
        (AssociationType.Transform, Ihe + "XFRM"),
        (AssociationType.Append, Ihe + "APND"),
        (AssociationType.TransformReplace, Ihe + "XFRM_RPLC"),
        (AssociationType.Signs, Ihe + "signs"),
        (AssociationType.IsSnapshotOf, "urn:ihe:iti:2010:AssociationType:IsSnapshotOf"),
        (AssociationType.UpdateAvailabilityStatus, "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus"),
        (AssociationType.SubmitAssociation, "urn:ihe:iti:2010:AssociationType:SubmitAssociation"),
    ];

    /// <summary>The URN of a type.</summary>
    public static string ToUrn(this AssociationType type) => Table[(int)type - 1].Urn;

    /// <summary>The type of a URN, or null when the framework has none of that name.</summary>
    public static AssociationType? Parse(string? urn)
    {
        foreach (var row in Table)
            if (row.Urn == urn) return row.Type;
        return null;
    }

    /// <summary>RPLC, XFRM, APND, XFRM_RPLC: a new document's relation to an older one (ITI TF-3 4.2.2.2).</summary>
    public static bool IsRelationship(this AssociationType type) =>
        type is AssociationType.Replace or AssociationType.Transform or AssociationType.Append or AssociationType.TransformReplace;

    /// <summary>RPLC and XFRM_RPLC deprecate what they replace (ITI TF-3 4.2.2.2.3).</summary>
    public static bool Replaces(this AssociationType type) => type is AssociationType.Replace or AssociationType.TransformReplace;
}
