using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Names of children that have none yet: Baby of Anna, 王丽之子, 新生儿. They are the mother's or nobody's name, not the child's.</summary>
static class NewbornNames
{
    static readonly string[] HanEndings = ["之子", "之女", "之婴", "之儿", "之宝", "新生儿", "婴儿", "宝宝", "毛毛", "大毛", "小毛", "双胞胎"];

    /// <summary>What follows the ending: 大, 小, 1, A, 甲.</summary>
    static readonly string[] HanSequences = ["大", "小", "一", "二", "三", "甲", "乙", "丙"];

    static readonly HashSet<string> Words = ["baby", "babyboy", "babygirl", "bb", "newborn", "neonate", "infant", "twin", "twina", "twinb", "bg"];

    public static bool IsOne(string words)
    {
        if (words.Length == 0) return false;
        if (Folding.HasHan(words)) return IsHan(Folding.Compact(words));
        var first = words.AsSpan();
        foreach (var range in first.Split(' '))
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first[range])) return true;
        return false;
    }

    static bool IsHan(string name)
    {
        var end = name.TrimEnd('1', '2', '3', '4', 'a', 'b', 'c');
        foreach (var sequence in HanSequences)
            if (end.Length > 2 && EndsLikeOne(end[..^1]) && end.EndsWith(sequence, StringComparison.Ordinal)) return true;
        return EndsLikeOne(end);
    }

    static bool EndsLikeOne(string name) => HanEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal));
}
