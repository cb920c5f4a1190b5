namespace IheRegistry.Wire.Hl7v2;

/// <summary>Where a problem is: HL7's data type ERL. A part that is 0 is not said.</summary>
/// <param name="Segment">The segment's name.</param>
/// <param name="SegmentSequence">Which of the segments of this name, from 1.</param>
/// <param name="Field">The field, from 1.</param>
/// <param name="Repetition">The field's repetition, from 1.</param>
/// <param name="Component">The component, from 1.</param>
/// <param name="Subcomponent">The subcomponent, from 1.</param>
public readonly record struct Hl7ErrorLocation(
    string Segment, int SegmentSequence, int Field = 0, int Repetition = 0, int Component = 0, int Subcomponent = 0);
