namespace IheRegistry.Store.Patients;

/// <summary>The texts that begin with a text, as an index finds them: from it, and before the first that does not.</summary>
static class PrefixRange
{
    /// <summary>What comes after all texts with a prefix in the order of their bytes: no character of Unicode is greater.</summary>
    internal static string End(string prefix) => prefix + char.ConvertFromUtf32(0x10FFFF);
}
