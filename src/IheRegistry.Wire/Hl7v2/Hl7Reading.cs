namespace IheRegistry.Wire.Hl7v2;

/// <summary>What a message means: the value when nothing is in error, and all problems.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Value">The value, or null when a problem is an error.</param>
/// <param name="Problems">Everything found, with its location, to be reported in the answer.</param>
public sealed record Hl7Reading<T>(T? Value, IReadOnlyList<Hl7Problem> Problems) where T : class;
