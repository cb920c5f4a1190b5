namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>documentAvailability: Online or Offline (ITI TF-3 table 4.2.3.2-1).</summary>
static class DocumentAvailability
{
    public const string Online = "urn:ihe:iti:2010:DocumentAvailability:Online";
    public const string Offline = "urn:ihe:iti:2010:DocumentAvailability:Offline";

    public static string? Problem(string value) => value is Online or Offline ? null : $"is neither {Online} nor {Offline}";
}
