namespace IheRegistry.Store.Patients;

/// <summary>A normalised text by which a record is found.</summary>
/// <param name="Kind">Which field it is of; the numbers are the caller's, and stored.</param>
/// <param name="Text">The text.</param>
public readonly record struct SearchKey(byte Kind, string Text);
