namespace IheRegistry.Model.Identity;

/// <summary>homeCommunityId: an OID as a URN, <c>urn:oid:1.2.3</c> (ITI TF-3 4.2.3.2.12).</summary>
public static class HomeCommunityId
{
    const string Prefix = "urn:oid:";

    /// <summary>True for <c>urn:oid:</c> followed by a valid OID.</summary>
    public static bool IsValid(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && Oid.IsValid(text.AsSpan(Prefix.Length));
}
