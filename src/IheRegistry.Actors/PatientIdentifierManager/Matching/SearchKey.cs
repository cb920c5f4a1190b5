namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>A text under which a record is found by a demographics query.</summary>
/// <param name="Field">The parameter that asks for it.</param>
/// <param name="Text">The value in the form that <see cref="SearchTexts"/> gives a query's value too.</param>
public readonly record struct SearchKey(SearchField Field, string Text);
