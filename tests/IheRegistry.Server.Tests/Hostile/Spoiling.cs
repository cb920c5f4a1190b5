using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Spoiling texts.</summary>
static class Spoiling
{
    /// <summary>Replaces a text that must be there: an attack that changes nothing is none.</summary>
    public static string Swap(this string text, string old, string replacement)
    {
        Assert.That(text, Does.Contain(old));
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
