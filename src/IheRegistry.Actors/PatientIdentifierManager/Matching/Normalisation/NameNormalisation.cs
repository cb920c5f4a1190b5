using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>
/// Brings names to one form: all representations (ideographic, alphabetic, phonetic), whole names in one field cut into family and given name.
/// </summary>
sealed class NameNormalisation(StopList stopList, List<MatchFlag> flags)
{
    /// <summary>Names of a patient that are compared; more are seen only in hostile input, and every pair of names costs.</summary>
    const int MostNames = 8;

    readonly List<NormalisedName> _names = [];

    public NormalisedName[] Names => [.. _names];

    /// <summary>True when one of the names was that of a child without a name.</summary>
    public bool HasNewbornName { get; private set; }

    public void Add(IReadOnlyList<PersonName>? names)
    {
        foreach (var name in names ?? [])
            if (_names.Count < MostNames) Add(name);
    }

    void Add(PersonName name)
    {
        var family = Folding.Words(name.Family);
        var given = Folding.Words(name.Given);
        var middle = Folding.Words(name.Middle);
        if (IsNobody(family, given)) return;
        if (family.Length > 0 && given.Length + middle.Length > 0) AddParts(family, given, middle);
        else if (name.Family.Contains(',', StringComparison.Ordinal)) AddAtComma(name.Family);
        else AddWhole((family + ' ' + given + ' ' + middle).Trim());
    }

    bool IsNobody(string family, string given)
    {
        var whole = family + given;
        if (whole.Length == 0) return true;
        if (NewbornNames.IsOne(given.Length > 0 ? given : family) || NewbornNames.IsOne(family)) HasNewbornName = true;
        else if (stopList.HasName(whole.Replace(" ", "", StringComparison.Ordinal)) || IsPlaceholder(family, given)) Flag(MatchFlag.Placeholder);
        else return false;
        return true;
    }

    bool IsPlaceholder(string family, string given) =>
        (family.Length == 0 || stopList.HasName(family)) && (given.Length == 0 || stopList.HasName(given));

    void Flag(MatchFlag flag)
    {
        if (!flags.Contains(flag)) flags.Add(flag);
    }

    void AddAtComma(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        AddParts(Folding.Words(text[..comma]), Folding.Words(text[(comma + 1)..]), "");
    }

    /// <summary>王小明, wangxiaoming, Wang Xiaoming, Xiaoming Wang, John Smith: where both orders are possible, both are kept.</summary>
    void AddWhole(string words)
    {
        if (Folding.HasHan(words)) AddWholeHan(words.Replace(" ", "", StringComparison.Ordinal));
        else if (!words.Contains(' ', StringComparison.Ordinal)) AddWholeWord(words);
        else AddWholeWords(words);
    }

    void AddWholeHan(string name)
    {
        var length = Surnames.LengthIn(name);
        AddParts(name[..length], name[length..], "");
    }

    void AddWholeWord(string word)
    {
        var length = PinyinText.FamilyLengthIn(word);
        if (length > 0) AddParts(word[..length], word[length..], "");
        else AddParts(word, "", "");
    }

    void AddWholeWords(string words)
    {
        var first = words.IndexOf(' ', StringComparison.Ordinal);
        var last = words.LastIndexOf(' ');
        var isFamilyFirst = Surnames.IsPinyin(words[..first]) && PinyinText.IsPinyin(words[first..].Replace(" ", "", StringComparison.Ordinal));
        var isFamilyLast = !isFamilyFirst || Surnames.IsPinyin(words[(last + 1)..]);
        if (isFamilyFirst) AddParts(words[..first], words[(first + 1)..], "");
        if (isFamilyLast) AddParts(words[(last + 1)..], words[..last], "");
    }

    void AddParts(string family, string given, string middle)
    {
        var all = middle.Length == 0 ? given : (given + ' ' + middle).Trim();
        var compactFamily = Spelling(family);
        var compactGiven = Spelling(all);
        var isHan = Folding.HasHan(compactFamily) || Folding.HasHan(compactGiven);
        var name = new NormalisedName(
            isHan, compactFamily, compactGiven, FirstOf(all, compactGiven),
            compactFamily.Length == 0 ? [] : Surnames.Readings(compactFamily), Readable.Of(compactGiven));
        if (!_names.Contains(name)) _names.Add(name);
    }

    /// <summary>Given names in pinyin are one whether or not the syllables are set apart.</summary>
    static string FirstOf(string words, string compact)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || Folding.HasHan(compact) || PinyinText.IsPinyin(compact) ? compact : words[..space];
    }

    static string Spelling(string words) => PinyinText.Spelled(words.Replace(" ", "", StringComparison.Ordinal));
}
