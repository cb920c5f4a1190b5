using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>
/// Values that senders fill in where they know none. A record is compared and found as if it did not carry them. Runs of one digit
/// and ascending digits need not be listed.
/// </summary>
public sealed class StopList
{
    readonly HashSet<string> _identifiers;
    readonly HashSet<string> _names;
    readonly HashSet<string> _telecoms;
    readonly HashSet<string> _birthDates;

    /// <summary>A list of these values, each in any form that a record may carry it in.</summary>
    public StopList(
        IEnumerable<string> identifiers, IEnumerable<string> names, IEnumerable<string> telecoms, IEnumerable<string> birthDates)
    {
        _identifiers = identifiers.Select(Folding.Compact).ToHashSet();
        _names = names.Select(Folding.Compact).ToHashSet();
        _telecoms = telecoms.Select(TelecomNormalisation.Normalise).ToHashSet();
        _birthDates = birthDates.Select(d => PartialDate.Parse(d).ToString()).ToHashSet();
    }

    /// <summary>What is filled in everywhere.</summary>
    public static StopList Default { get; } = new(
        ["0", "1", "unknown", "unk", "none", "null", "nil", "na", "n/a", "test", "无", "不详", "未知", "没有", "暂无", "未提供", "110101190001011009"],
        [
            "unknown", "unk", "none", "null", "na", "n/a", "test", "patient", "test patient", "patient test", "anonymous", "noname", "no name", "john doe", "jane doe",
            "doe john", "doe jane", "xxx", "无", "不详", "未知", "无名", "无名氏", "佚名", "匿名", "患者", "病人", "测试", "某某", "张某某", "未提供", "待查",
        ],
        ["13800138000", "13800000000", "13900000000", "13000000000", "10000000000", "01012345678", "02012345678", "02112345678", "5555555555", "5551212", "unknown@unknown"],
        ["19000101", "18991230", "18991231", "19010101", "11111111", "00010101", "99991231"]);

    /// <summary>A list with further values.</summary>
    public StopList With(
        IEnumerable<string> identifiers, IEnumerable<string> names, IEnumerable<string> telecoms, IEnumerable<string> birthDates) =>
        new(_identifiers.Concat(identifiers), _names.Concat(names), _telecoms.Concat(telecoms), _birthDates.Concat(birthDates));

    internal bool HasIdentifier(string compact) => _identifiers.Contains(compact) || DigitRuns.IsPlaceholder(compact);

    internal bool HasName(string compact) => _names.Contains(compact);

    internal bool HasTelecom(string number) => _telecoms.Contains(number) || DigitRuns.IsPlaceholder(number);

    internal bool HasBirthDate(PartialDate date) => _birthDates.Contains(date.ToString());
}
