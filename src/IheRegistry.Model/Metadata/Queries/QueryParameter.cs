namespace IheRegistry.Model.Metadata.Queries;

/// <summary>One Slot of a stored query: its values are OR; several Slots of one name are AND (ITI TF-2 3.18.4.1.2.3.5).</summary>
/// <param name="Name">The parameter's name with its dollar sign, such as <c>$XDSDocumentEntryStatus</c>.</param>
/// <param name="Values">The values, quotes and parentheses taken off.</param>
/// <param name="Problem">What is wrong with the coding of the values, or null; matters only where the query knows the parameter.</param>
public sealed record QueryParameter(string Name, IReadOnlyList<string> Values, string? Problem = null);
