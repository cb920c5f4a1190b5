namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>A key under which a record is found when another is matched. Equal records have equal keys, on every machine and for ever.</summary>
/// <param name="Kind">What the key is made of.</param>
/// <param name="Hash">64 bits of kind and value.</param>
public readonly record struct BlockingKey(BlockingKeyKind Kind, long Hash);
