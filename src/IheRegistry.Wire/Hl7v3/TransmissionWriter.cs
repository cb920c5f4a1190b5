using System.Text;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Writes the transmission wrapper (ITI TF-2 O.1).</summary>
static class TransmissionWriter
{
    /// <summary>The sender of the message waits for an accept acknowledgement.</summary>
    internal const string Always = "AL";

    /// <summary>It waits for none.</summary>
    internal const string Never = "NE";

    /// <summary>Starts a message up to where acknowledgement or controlActProcess follows.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="message">The wrapper.</param>
    /// <param name="acceptAcknowledgement">acceptAckCode.</param>
    internal static void Start(Utf8XmlWriter xml, Transmission message, string acceptAcknowledgement)
    {
        xml.StartElement(NameOf(message));
        xml.Attribute("xmlns"u8, Hl7v3Vocabulary.Namespace);
        xml.Attribute("ITSVersion"u8, "XML_1.0"u8);
        DataTypeWriter.Identifier(xml, "id"u8, message.Id);
        DataTypeWriter.Attribute(xml, "creationTime"u8, "value"u8, message.CreatedAt);
        var interaction = message.Interaction == Interactions.QueryCancellation ? Interactions.QueryContinuation : message.Interaction;
        DataTypeWriter.Identifier(xml, "interactionId"u8, new InstanceIdentifier(Hl7v3Vocabulary.InteractionRoot, interaction));
        DataTypeWriter.Attribute(xml, "processingCode"u8, "code"u8, message.ProcessingCode);
        DataTypeWriter.Attribute(xml, "processingModeCode"u8, "code"u8, "T");
        DataTypeWriter.Attribute(xml, "acceptAckCode"u8, "code"u8, acceptAcknowledgement);
        Party(xml, "receiver"u8, "RCV"u8, message.Receiver);
        Party(xml, "sender"u8, "SND"u8, message.Sender);
    }

    /// <summary>Ends it.</summary>
    internal static void End(Utf8XmlWriter xml, Transmission message) => xml.EndElement(NameOf(message));

    /// <summary>Writes acknowledgement.</summary>
    /// <param name="xml">The body.</param>
    /// <param name="typeCode">A code of AcknowledgementType.</param>
    /// <param name="target">The message that is acknowledged.</param>
    /// <param name="problems">What was found.</param>
    internal static void Acknowledgement(Utf8XmlWriter xml, string typeCode, InstanceIdentifier target, IReadOnlyList<Hl7v3Problem> problems)
    {
        xml.StartElement("acknowledgement"u8);
        DataTypeWriter.Attribute(xml, "typeCode"u8, "code"u8, typeCode);
        xml.StartElement("targetMessage"u8);
        DataTypeWriter.Identifier(xml, "id"u8, target);
        xml.EndElement("targetMessage"u8);
        foreach (var problem in problems) Detail(xml, problem);
        xml.EndElement("acknowledgement"u8);
    }

    /// <summary>Starts controlActProcess with its trigger event.</summary>
    internal static void StartControlAct(Utf8XmlWriter xml, string interaction)
    {
        xml.StartElement("controlActProcess"u8);
        xml.Attribute("classCode"u8, "CACT"u8);
        xml.Attribute("moodCode"u8, "EVN"u8);
        DataTypeWriter.Code(xml, "code"u8, Interactions.TriggerEventOf(interaction), Hl7v3Vocabulary.InteractionRoot);
    }

    /// <summary>Ends it.</summary>
    internal static void EndControlAct(Utf8XmlWriter xml) => xml.EndElement("controlActProcess"u8);

    static void Detail(Utf8XmlWriter xml, Hl7v3Problem problem)
    {
        xml.StartElement("acknowledgementDetail"u8);
        xml.Attribute("typeCode"u8, problem.Severity switch { Hl7Severity.Error => "E"u8, Hl7Severity.Warning => "W"u8, _ => "I"u8 });
        xml.StartElement("code"u8);
        xml.Attribute("code"u8, (long)problem.Code);
        xml.Attribute("codeSystem"u8, Hl7v3Vocabulary.ErrorCodes);
        xml.Attribute("displayName"u8, problem.Code.DisplayText());
        xml.EndElement("code"u8);
        DataTypeWriter.Part(xml, "text"u8, problem.Text);
        if (problem.Location.Length > 0)
        {
            xml.StartElement("location"u8);
            // What the prefix of the expression stands for.
            xml.Attribute("xmlns:hl7"u8, Hl7v3Vocabulary.Namespace);
            xml.Text(problem.Location);
            xml.EndElement("location"u8);
        }

        xml.EndElement("acknowledgementDetail"u8);
    }

    static void Party(Utf8XmlWriter xml, ReadOnlySpan<byte> element, ReadOnlySpan<byte> type, MessageDevice party)
    {
        xml.StartElement(element);
        xml.Attribute("typeCode"u8, type);
        xml.StartElement("device"u8);
        xml.Attribute("classCode"u8, "DEV"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        DataTypeWriter.Identifier(xml, "id"u8, party.Id);
        DataTypeWriter.Part(xml, "name"u8, party.Name);
        if (!party.Organization.IsEmpty) Organization(xml, party.Organization);
        xml.EndElement("device"u8);
        xml.EndElement(element);
    }

    static void Organization(Utf8XmlWriter xml, InstanceIdentifier organization)
    {
        xml.StartElement("asAgent"u8);
        xml.Attribute("classCode"u8, "AGNT"u8);
        xml.StartElement("representedOrganization"u8);
        xml.Attribute("classCode"u8, "ORG"u8);
        xml.Attribute("determinerCode"u8, "INSTANCE"u8);
        DataTypeWriter.Identifier(xml, "id"u8, organization);
        xml.EndElement("representedOrganization"u8);
        xml.EndElement("asAgent"u8);
    }

    static byte[] NameOf(Transmission message) => Encoding.UTF8.GetBytes(message.Interaction);
}
