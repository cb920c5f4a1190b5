using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>The affinity domain's code sets as the rules see them (ITI TF-3 4.2.3.1.2: values come from the domain's sets).</summary>
/// <param name="Level">What happens to a value that is not listed.</param>
/// <param name="HasCode">Whether the set of a classification scheme (<see cref="SchemeUuids"/>) holds a code.</param>
/// <param name="HasMimeType">Whether a mimeType is listed.</param>
public sealed record CodeCheck(CodeCheckLevel Level, Func<string, Code, bool> HasCode, Func<string, bool> HasMimeType)
{
    /// <summary>Any code will do.</summary>
    public static CodeCheck Off { get; } = new(CodeCheckLevel.Off, static (_, _) => true, static _ => true);
}
