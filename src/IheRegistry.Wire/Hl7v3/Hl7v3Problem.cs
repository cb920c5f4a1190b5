using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>One thing that is wrong with a message: an acknowledgementDetail.</summary>
/// <param name="Code">A code of HL7 v2 table 0357, as IHE uses it in V3, too (ITI TF-2 3.45.4.2.3).</param>
/// <param name="Location">An XPath expression from the message's root, the prefix hl7 standing for the namespace; empty where there is none.</param>
/// <param name="Text">For the reader at the sender; without values of the patient's data.</param>
/// <param name="Severity">typeCode.</param>
public sealed record Hl7v3Problem(Hl7ErrorCode Code, string Location, string Text, Hl7Severity Severity = Hl7Severity.Error)
{
    /// <summary>A problem that was found in what was read from a message, at the place that it has in V3.</summary>
    /// <param name="interaction">The message's.</param>
    /// <param name="problem">The problem, its place named as in HL7 v2.</param>
    public static Hl7v3Problem Of(string interaction, Hl7Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(problem.Code, Hl7v3Locations.Of(interaction, problem.Location), problem.Text, problem.Severity);
    }
}
