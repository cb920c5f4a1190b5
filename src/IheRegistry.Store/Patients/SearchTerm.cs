namespace IheRegistry.Store.Patients;

/// <summary>A key that is searched for.</summary>
/// <param name="Kind">Which field it is of.</param>
/// <param name="Text">The text, or what it begins with.</param>
/// <param name="IsPrefix">Whatever begins with the text is found.</param>
public readonly record struct SearchTerm(byte Kind, string Text, bool IsPrefix);
