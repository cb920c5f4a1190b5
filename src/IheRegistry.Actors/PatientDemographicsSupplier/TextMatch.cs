using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>Compares texts as they are indexed: without case, diacritics, width of characters and separators.</summary>
static class TextMatch
{
    internal static bool IsLike(SearchField field, string known, TextPattern? asked) =>
        asked is null || asked.Select(piece => Fold(field, piece)).Matches(Fold(field, known));

    static string Fold(SearchField field, string text) => SearchTexts.Of(field, text.Replace('*', ' ') + "*").TrimEnd('*');
}
