using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Gives the value of a demographics query the form in which records are indexed.</summary>
public static class SearchTexts
{
    /// <summary>
    /// The text to look up. An asterisk at the end, the wildcard of ITI TF-2 3.21.4.1.2.2.1, is kept; any other is left out.
    /// Empty when the value has neither letter nor digit: then it selects nothing.
    /// </summary>
    public static string Of(SearchField field, string value)
    {
        var pattern = Folding.Pattern(value);
        var isPrefix = pattern.EndsWith('*');
        var text = pattern.Replace("*", "", StringComparison.Ordinal);
        if (text.Length == 0) return "";
        return isPrefix ? Prefix(field, value, text) + '*' : Exact(field, value, text);
    }

    /// <summary>False for what whole cities have in common: a query with nothing else is refused.</summary>
    public static bool IsSelective(SearchField field) => field is not (SearchField.Sex or SearchField.State or SearchField.Country);

    static string Exact(SearchField field, string value, string compact) => field switch
    {
        SearchField.BirthDate => PartialDate.Parse(value) is { IsEmpty: false } date ? date.ToString() : compact,
        SearchField.Sex => SexCodes.Parse(value) is var sex and not '\0' ? sex.ToString() : compact,
        SearchField.Telecom => TelecomNormalisation.Normalise(value) is { Length: >= TelecomNormalisation.ShortestNumber } number ? number : compact,
        _ when IsName(field) => PinyinText.Spelled(compact),
        SearchField.Identifier or SearchField.SocialSecurityNumber => IdentityNumber.Read(compact)?.Value ?? compact,
        _ => compact,
    };

    static bool IsName(SearchField field) =>
        field is SearchField.FamilyName or SearchField.GivenName or SearchField.MiddleName or SearchField.MothersFamilyName or SearchField.MothersGivenName;

    /// <summary>The beginning of a number is not completed; of a telephone number the prefixes go as from a whole one.</summary>
    static string Prefix(SearchField field, string value, string compact) => field switch
    {
        SearchField.Telecom when TelecomNormalisation.IsEmail(value) => TelecomNormalisation.Email(value).Replace("*", "", StringComparison.Ordinal),
        _ when IsName(field) => PinyinText.Spelled(compact),
        SearchField.Telecom when compact.TrimStart('0') is { Length: > 0 } number => number,
        _ => compact,
    };
}
