using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>
/// What share of the population bears a name: agreement in a common surname says less than agreement in a rare one.
/// </summary>
public sealed class NameFrequencies
{
    /// <summary>Shares below this are not told apart: a name so rare may be a slip of the hand.</summary>
    const double Rarest = 0.00005;

    readonly Dictionary<string, double> _families;
    readonly Dictionary<string, double> _familySounds = [];
    readonly Dictionary<string, double> _givens;
    readonly Dictionary<string, double> _givenSounds = [];

    /// <summary>Frequencies from shares (0 to 1) by name, in any spelling.</summary>
    public NameFrequencies(IReadOnlyDictionary<string, double> families, IReadOnlyDictionary<string, double> givens)
    {
        _families = Folded(families);
        _givens = Folded(givens);
        foreach (var (name, share) in _families) Add(_familySounds, Surnames.Readings(name), share);
        foreach (var (name, share) in _givens) Add(_givenSounds, Readable.Of(name), share);
    }

    /// <summary>The commonest surnames of China and of the English-speaking countries, as censuses and registers publish them, rounded.</summary>
    public static NameFrequencies Default { get; } = new(DefaultFrequencies.Families, DefaultFrequencies.Givens);

    /// <summary>Frequencies counted in a sample of the site's own records.</summary>
    public static NameFrequencies Count(IEnumerable<NormalisedPatient> sample) => NameCount.Of(sample);

    /// <summary>The shares of family names, as they are compared.</summary>
    public IReadOnlyDictionary<string, double> Families => _families;

    /// <summary>The shares of given names, as they are compared.</summary>
    public IReadOnlyDictionary<string, double> Givens => _givens;

    internal double OfFamily(string family) => Math.Max(_families.GetValueOrDefault(family, Rarest), Rarest);

    internal double OfFamilySound(string sound) => Math.Max(_familySounds.GetValueOrDefault(sound, Rarest * 2), Rarest);

    internal double OfGiven(string given) => Math.Max(_givens.GetValueOrDefault(given), UsualGiven(given));

    internal double OfGivenSound(string sound) => Math.Max(_givenSounds.GetValueOrDefault(sound), UsualSound(sound));

    /// <summary>Given names of one character are few; those of two are many; those in Latin letters are between.</summary>
    static double UsualGiven(string given) => !Folding.HasHan(given) ? 0.001 : given.Length == 1 ? 0.002 : 0.0002;

    /// <summary>Up to five letters are mostly one syllable.</summary>
    static double UsualSound(string sound) => sound.Length <= 5 ? 0.004 : 0.0008;

    static Dictionary<string, double> Folded(IReadOnlyDictionary<string, double> shares)
    {
        var folded = new Dictionary<string, double>(shares.Count);
        foreach (var (name, share) in shares) Add(folded, [Folding.Compact(name)], share);
        return folded;
    }

    static void Add(Dictionary<string, double> shares, IReadOnlyList<string> names, double share)
    {
        foreach (var name in names) shares[name] = shares.GetValueOrDefault(name) + share;
    }
}
