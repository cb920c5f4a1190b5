using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Writes the subject of a control act: a registration event around a patient (MFMI_MT700701UV01, MFMI_MT700711UV01).</summary>
static class RegistrationWriter
{
    /// <summary>Starts a subject up to its patient.</summary>
    internal static void Start(Utf8XmlWriter xml)
    {
        xml.StartElement("subject"u8);
        xml.Attribute("typeCode"u8, "SUBJ"u8);
        xml.Attribute("contextConductionInd"u8, "false"u8);
        xml.StartElement("registrationEvent"u8);
        xml.Attribute("classCode"u8, "REG"u8);
        xml.Attribute("moodCode"u8, "EVN"u8);
        DataTypeWriter.Attribute(xml, "id"u8, "nullFlavor"u8, "NA");
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, "active");
        xml.StartElement("subject1"u8);
        xml.Attribute("typeCode"u8, "SBJ"u8);
    }

    /// <summary>Goes on behind the patient with the custodian.</summary>
    internal static void Custodian(Utf8XmlWriter xml, InstanceIdentifier custodian)
    {
        xml.EndElement("subject1"u8);
        xml.StartElement("custodian"u8);
        xml.Attribute("typeCode"u8, "CST"u8);
        xml.StartElement("assignedEntity"u8);
        xml.Attribute("classCode"u8, "ASSIGNED"u8);
        DataTypeWriter.Identifier(xml, "id"u8, custodian);
        xml.EndElement("assignedEntity"u8);
        xml.EndElement("custodian"u8);
    }

    /// <summary>Writes the identifier that is subsumed.</summary>
    internal static void Replacement(Utf8XmlWriter xml, InstanceIdentifier subsumed)
    {
        xml.StartElement("replacementOf"u8);
        xml.Attribute("typeCode"u8, "RPLC"u8);
        xml.StartElement("priorRegistration"u8);
        xml.Attribute("classCode"u8, "REG"u8);
        xml.Attribute("moodCode"u8, "EVN"u8);
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, "obsolete");
        xml.StartElement("subject1"u8);
        xml.Attribute("typeCode"u8, "SBJ"u8);
        xml.StartElement("priorRegisteredRole"u8);
        xml.Attribute("classCode"u8, "PAT"u8);
        DataTypeWriter.Identifier(xml, "id"u8, subsumed);
        xml.EndElement("priorRegisteredRole"u8);
        xml.EndElement("subject1"u8);
        xml.EndElement("priorRegistration"u8);
        xml.EndElement("replacementOf"u8);
    }

    /// <summary>Ends it.</summary>
    internal static void End(Utf8XmlWriter xml)
    {
        xml.EndElement("registrationEvent"u8);
        xml.EndElement("subject"u8);
    }
}
