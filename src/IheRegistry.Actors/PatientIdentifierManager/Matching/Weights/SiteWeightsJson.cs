using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>A site's weights as JSON.</summary>
static class SiteWeightsJson
{
    /// <summary>Names are read by people, so that Han characters stay what they are; six digits tell all shares apart.</summary>
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    const int Digits = 9;

    sealed record Level(string Field, string Agreement, double M, double U);

    sealed record Document(IReadOnlyList<Level> Levels, IReadOnlyDictionary<string, double> FamilyNames, IReadOnlyDictionary<string, double> GivenNames);

    public static string Write(SiteWeights weights) => JsonSerializer.Serialize(
        new Document(
            [.. weights.Weights.Probabilities.OrderBy(p => p.Key).Select(p => Written(p.Key, p.Value))], Ordered(weights.Names.Families), Ordered(weights.Names.Givens)),
        Options);

    static Level Written((MatchField Field, AgreementLevel Level) key, LevelProbabilities probabilities) =>
        new(Name(key.Field), Name(key.Level), Rounded(probabilities.M), Rounded(probabilities.U));

    /// <summary>A share so small that it would be rounded to nothing is written as the smallest.</summary>
    static double Rounded(double share) => Math.Max(Math.Round(share, Digits), Math.Pow(10, -Digits));

    static Dictionary<string, double> Ordered(IReadOnlyDictionary<string, double> shares) =>
        shares.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => Rounded(s.Value));

    static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static bool TryRead(string json, [NotNullWhen(true)] out SiteWeights? weights, [NotNullWhen(false)] out string? problem)
    {
        weights = null;
        if (!TryParse(json, out var document, out problem)) return false;
        var probabilities = new Dictionary<(MatchField, AgreementLevel), LevelProbabilities>();
        foreach (var level in document.Levels)
        {
            problem = Problem(level, out var key);
            if (problem is null && !probabilities.TryAdd(key, new LevelProbabilities(level.M, level.U))) problem = $"level {level.Agreement} of {level.Field} is given twice";
            if (problem is not null) return false;
        }
        if (document.FamilyNames.Concat(document.GivenNames).FirstOrDefault(n => !IsShare(n.Value)) is { Key: { } name })
        {
            problem = $"the share of the name {name} is not above 0 and at most 1";
            return false;
        }
        weights = new SiteWeights(new MatchWeights(probabilities), new NameFrequencies(document.FamilyNames, document.GivenNames));
        return true;
    }

    static bool TryParse(string json, [NotNullWhen(true)] out Document? document, [NotNullWhen(false)] out string? problem)
    {
        document = null;
        problem = "is empty";
        try
        {
            document = JsonSerializer.Deserialize<Document>(json, Options);
            return document is not null;
        }
        catch (JsonException exception)
        {
            problem = $"is no file of weights: line {exception.LineNumber + 1}, {exception.Path}";
            return false;
        }
    }

    static string? Problem(Level level, out (MatchField Field, AgreementLevel Level) key)
    {
        key = default;
        if (!Enum.TryParse<MatchField>(level.Field, ignoreCase: true, out var field) || !Enum.IsDefined(field)) return $"there is no field {level.Field}";
        if (!Enum.TryParse<AgreementLevel>(level.Agreement, ignoreCase: true, out var agreement) || !Enum.IsDefined(agreement))
            return $"there is no agreement level {level.Agreement}";
        key = (field, agreement);
        return IsShare(level.M) && IsShare(level.U) ? null : $"m and u of level {level.Agreement} of {level.Field} are not above 0 and at most 1";
    }

    static bool IsShare(double share) => share is > 0 and <= 1;
}
