using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>HL7 table 0001 and GB/T 2261.1 in two letters.</summary>
static class SexCodes
{
    /// <summary><c>m</c>, <c>f</c>, or the null character where nothing is said that two records could differ in.</summary>
    public static char Parse(string? text) => Folding.Compact(text) switch
    {
        "m" or "male" or "1" or "男" => 'm',
        "f" or "female" or "2" or "女" => 'f',
        _ => '\0',
    };
}
