using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>
/// Writes Patient Registry Record Added, Record Revised and Duplicates Resolved (ITI TF-2 3.44.4); Record Revised with nothing but identifiers and
/// names is a PIXV3 Update Notification (3.46.4.1.2).
/// </summary>
public static class PatientFeedWriter
{
    /// <summary>Writes a message.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="message">The wrapper, which says the interaction.</param>
    /// <param name="patient">The patient; of a merge the one that survives with the identifier that is subsumed.</param>
    public static void Write(Utf8XmlWriter xml, Transmission message, PatientFeedEntry patient)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(patient);
        var organization = message.Sender.Organization.IsEmpty ? message.Sender.Id : message.Sender.Organization;
        TransmissionWriter.Start(xml, message, TransmissionWriter.Always);
        TransmissionWriter.StartControlAct(xml, message.Interaction);
        RegistrationWriter.Start(xml);
        PatientWriter.Start(xml, patient.Identifiers, patient.Demographics, patient.AlternateIdentifiers);
        PatientWriter.Provider(xml, organization);
        PatientWriter.End(xml);
        RegistrationWriter.Custodian(xml, message.Sender.Id);
        // "There SHALL be a single PriorRegisteredRole.id attribute" (table 3.44.4.2.2.2-1): who merges more sends more messages.
        if (message.Interaction == Interactions.DuplicatesResolved) RegistrationWriter.Replacement(xml, InstanceIdentifier.Of(patient.PriorIdentifiers[0]));
        RegistrationWriter.End(xml);
        TransmissionWriter.EndControlAct(xml);
        TransmissionWriter.End(xml, message);
    }
}
