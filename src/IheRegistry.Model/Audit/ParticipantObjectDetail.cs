namespace IheRegistry.Model.Audit;

/// <summary>A named value of an object: ParticipantObjectDetail (DICOM PS3.15 A.5.2.4).</summary>
/// <param name="Type">The name.</param>
/// <param name="Value">The value; the message carries its UTF-8 bytes in base64.</param>
public readonly record struct ParticipantObjectDetail(string Type, string Value);
