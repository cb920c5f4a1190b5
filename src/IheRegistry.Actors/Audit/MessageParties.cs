using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.Audit;

/// <summary>Who sent an HL7 v2 message, and to whom.</summary>
/// <param name="SendingFacility">MSH-4.</param>
/// <param name="SendingApplication">MSH-3.</param>
/// <param name="ReceivingFacility">MSH-6.</param>
/// <param name="ReceivingApplication">MSH-5.</param>
public sealed record MessageParties(string SendingFacility, string SendingApplication, string ReceivingFacility, string ReceivingApplication)
{
    /// <summary>
    /// "The identity of the … facility and sending application from the HL7 message; concatenated together, separated by the | character."
    /// </summary>
    internal string Sender => $"{SendingFacility}|{SendingApplication}";

    /// <summary>The same of the receiver.</summary>
    internal string Receiver => $"{ReceivingFacility}|{ReceivingApplication}";

    /// <summary>The parties of a message, each by its namespace id, else by its universal id.</summary>
    /// <param name="sendingFacility">MSH-4.</param>
    /// <param name="sendingApplication">MSH-3.</param>
    /// <param name="receivingFacility">MSH-6.</param>
    /// <param name="receivingApplication">MSH-5.</param>
    public static MessageParties Of(
        HierarchicDesignator sendingFacility,
        HierarchicDesignator sendingApplication,
        HierarchicDesignator receivingFacility,
        HierarchicDesignator receivingApplication) =>
        new(Name(sendingFacility), Name(sendingApplication), Name(receivingFacility), Name(receivingApplication));

    static string Name(HierarchicDesignator designator)
    {
        ArgumentNullException.ThrowIfNull(designator);
        return designator.NamespaceId.Length > 0 ? designator.NamespaceId : designator.UniversalId;
    }
}
