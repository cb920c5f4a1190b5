using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>XPath expressions for places in a message; hl7 is the prefix of its namespace.</summary>
static class Hl7v3Locations
{
    internal const string Prefix = "hl7";

    const string Subject = "controlActProcess/subject";

    /// <summary>A place below the root.</summary>
    /// <param name="interaction">The root element's name.</param>
    /// <param name="path">Element names with slashes between them, empty for the root itself.</param>
    internal static string Of(string interaction, string path = "")
    {
        var steps = path.Length == 0 ? [] : path.Split('/');
        return string.Concat(steps.Prepend(interaction).Select(step => step[0] == '@' ? $"/{step}" : $"/{Prefix}:{step}"));
    }

    /// <summary>Where a feed has in V3 what HL7 v2 has in a segment (ITI TF-2 3.44.4.1.2, 3.44.4.2.2).</summary>
    internal static string Of(string interaction, Hl7ErrorLocation location)
    {
        var subject = $"{Subject}[{Math.Max(location.SegmentSequence, 1)}]/registrationEvent";
        return location.Segment switch
        {
            "PID" => Of(interaction, $"{subject}/subject1/patient{OfPatient(location.Field)}"),
            "MRG" => Of(interaction, $"{subject}/replacementOf/priorRegistration/subject1/priorRegisteredRole/id"),
            "MSH" when location.Field is 3 or 4 => Of(interaction, "sender/device"),
            "MSH" when location.Field is 10 => Of(interaction, "id"),
            _ => Of(interaction),
        };
    }

    static string OfPatient(int field) => field switch
    {
        3 => "/id",
        5 => "/patientPerson/name",
        7 => "/patientPerson/birthTime",
        8 => "/patientPerson/administrativeGenderCode",
        11 => "/patientPerson/addr",
        2 or 4 or 19 => "/patientPerson/asOtherIDs/id",
        0 => "",
        _ => "/patientPerson",
    };
}
