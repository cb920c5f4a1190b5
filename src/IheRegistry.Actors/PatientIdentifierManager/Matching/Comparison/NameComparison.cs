using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares names: of all pairs of two records' names the one that agrees best, also with family and given name the wrong way round.</summary>
sealed class NameComparison(MatchWeights weights, NameFrequencies frequencies)
{
    /// <summary>Bits that agreement loses where family and given name had to be exchanged for it.</summary>
    const double CostOfExchange = 1.5;

    /// <summary>In shorter names one letter more or less makes another name.</summary>
    const int ShortestForSlip = 4;

    public readonly record struct Result(AgreementLevel Family, double FamilyWeight, AgreementLevel Given, double GivenWeight, bool IsInitial)
    {
        public double Score => FamilyWeight + GivenWeight;

        /// <summary>Between equal scores the levels decide, so that it is of no matter in which order names come.</summary>
        public bool IsBetterThan(Result other) => (Score.CompareTo(other.Score), Family.CompareTo(other.Family), Given.CompareTo(other.Given)) switch
        {
            (not 0 and var byScore, _, _) => byScore > 0,
            (_, not 0 and var byFamily, _) => byFamily > 0,
            var (_, _, byGiven) => byGiven > 0,
        };
    }

    public Result Best(NormalisedName[] ours, NormalisedName[] theirs)
    {
        var best = new Result(Missing, double.NegativeInfinity, Missing, 0, false);
        foreach (var our in ours)
            foreach (var their in theirs)
            {
                var result = Compare(our, their);
                if (result.IsBetterThan(best)) best = result;
            }
        return double.IsNegativeInfinity(best.Score) ? default : best;
    }

    Result Compare(NormalisedName our, NormalisedName their)
    {
        var family = Family(our, their);
        var given = Given(our, their, out var isInitial);
        var straight = new Result(family, FamilyWeight(family, our, their), given, GivenWeight(given, our, their), isInitial);
        if (family != Different || given != Different || !IsExchanged(our, their)) return straight;
        var (ours, theirs) = (Exchanged(our), Exchanged(their));
        return ours.Score <= theirs.Score ? ours : theirs;
    }

    static bool IsExchanged(NormalisedName our, NormalisedName their) =>
        Agree(our.Family, our.FamilySounds, their.Given, their.GivenSounds) && Agree(our.Given, our.GivenSounds, their.Family, their.FamilySounds);

    static bool Agree(string a, IReadOnlyList<string> soundsOfA, string b, IReadOnlyList<string> soundsOfB) => a == b || ShareOne(soundsOfA, soundsOfB) is not null;

    /// <summary>What is the family name is not known: the commoner reading counts.</summary>
    Result Exchanged(NormalisedName name)
    {
        var family = Math.Log2(weights.ProbabilitiesOf(MatchField.Family, Exact).M / frequencies.OfFamilySound(name.FamilySounds[0]));
        var given = Math.Log2(weights.ProbabilitiesOf(MatchField.Given, Exact).M / frequencies.OfGivenSound(name.GivenSounds[0]));
        return new Result(Sounds, family - CostOfExchange, Sounds, given - CostOfExchange, false);
    }

    static AgreementLevel Family(NormalisedName our, NormalisedName their)
    {
        var (a, b) = (our.Family, their.Family);
        if (a.Length == 0 || b.Length == 0) return Missing;
        if (a == b) return Exact;
        if (ShareOne(our.FamilySounds, their.FamilySounds) is not null) return Sounds;
        if (IsSlip(our.FamilySounds, their.FamilySounds, our.IsHan && their.IsHan)) return Close;
        return !our.IsHan && !their.IsHan && HasInIt(a, b) ? Partial : Different;
    }

    static AgreementLevel Given(NormalisedName our, NormalisedName their, out bool isInitial)
    {
        isInitial = false;
        var (a, b) = (our.Given, their.Given);
        if (a.Length == 0 || b.Length == 0) return Missing;
        if (a == b || our.FirstGiven == b || their.FirstGiven == a) return Exact;
        if (ShareOne(our.GivenSounds, their.GivenSounds) is not null) return Sounds;
        var areHan = our.IsHan && their.IsHan;
        if (IsSlip(our.GivenSounds, their.GivenSounds, areHan)) return Close;
        if (areHan) return ShareCharacter(a, b) ? Partial : Different;
        if (our.FirstGiven == their.FirstGiven || Nicknames.Agree(our.FirstGiven, their.FirstGiven)) return Close;
        if (EditDistance.IsAtMostOne(our.FirstGiven, their.FirstGiven) && Math.Min(our.FirstGiven.Length, their.FirstGiven.Length) >= ShortestForSlip) return Close;
        isInitial = !our.IsHan && !their.IsHan && a[0] == b[0] && (our.FirstGiven.Length == 1 || their.FirstGiven.Length == 1);
        return isInitial ? Partial : Different;
    }

    /// <summary>A reading that both may have, or null; of several the first by letters.</summary>
    static string? ShareOne(IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        string? shared = null;
        for (var i = 0; i < ours.Count; i++)
            for (var j = 0; j < theirs.Count; j++)
                if (ours[i] == theirs[j] && (shared is null || string.CompareOrdinal(ours[i], shared) < 0)) shared = ours[i];
        return shared;
    }

    /// <summary>Han characters: sounds that the south does not tell apart. Letters: one of them.</summary>
    static bool IsSlip(IReadOnlyList<string> ours, IReadOnlyList<string> theirs, bool areHan)
    {
        for (var i = 0; i < ours.Count; i++)
            for (var j = 0; j < theirs.Count; j++)
                if (areHan ? SoundKey.AreAlike(ours[i], theirs[j]) : IsSlip(ours[i], theirs[j])) return true;
        return false;
    }

    static bool IsSlip(string a, string b) => Math.Min(a.Length, b.Length) >= ShortestForSlip && EditDistance.IsAtMostOne(a, b);

    /// <summary>Double names, of which one record has but one.</summary>
    static bool HasInIt(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= ShortestForSlip &&
            (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal));
    }

    /// <summary>One of two characters at the same place, or one name within the other: a slip, or brothers and sisters.</summary>
    static bool ShareCharacter(string a, string b) =>
        a.Length == b.Length ? a.Length > 1 && a.AsSpan().CommonPrefixLength(b) + (a[^1] == b[^1] ? 1 : 0) >= a.Length - 1
            : a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    double FamilyWeight(AgreementLevel level, NormalisedName our, NormalisedName their) => level switch
    {
        Exact => Bits(MatchField.Family, Exact, ShareOfFamily(our.Family)),
        Sounds => Bits(MatchField.Family, LevelOfSound(our, their), frequencies.OfFamilySound(ShareOne(our.FamilySounds, their.FamilySounds)!)),
        _ => weights[MatchField.Family, level],
    };

    double GivenWeight(AgreementLevel level, NormalisedName our, NormalisedName their) => level switch
    {
        Exact => Bits(MatchField.Given, Exact, Math.Max(ShareOfGiven(our.FirstGiven), ShareOfGiven(their.FirstGiven))),
        Sounds => Bits(MatchField.Given, LevelOfSound(our, their), frequencies.OfGivenSound(ShareOne(our.GivenSounds, their.GivenSounds)!)),
        _ => weights[MatchField.Given, level],
    };

    /// <summary>Pinyin stands for all the names that are read so.</summary>
    double ShareOfFamily(string family) => Folding.HasHan(family) ? frequencies.OfFamily(family) : frequencies.OfFamilySound(family);

    double ShareOfGiven(string given) =>
        Folding.HasHan(given) || !PinyinText.IsPinyin(given) ? frequencies.OfGiven(given) : frequencies.OfGivenSound(given);

    /// <summary>Between Han and Latin letters, sounding alike is all the agreement there can be.</summary>
    static AgreementLevel LevelOfSound(NormalisedName our, NormalisedName their) => our.IsHan == their.IsHan ? Sounds : Exact;

    double Bits(MatchField field, AgreementLevel level, double share) => weights.ProbabilitiesOf(field, level).M is > 0 and var m ? Math.Log2(m / share) : 0;
}
