using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using IheRegistry.Model.Audit;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Audit;

/// <summary>Writes an event as the AuditMessage of DICOM PS3.15 A.5, elements in the schema's order, on one line of UTF-8.</summary>
public static class AuditMessageWriter
{
    // What a message takes beside its queries, as a rule; with more objects the buffer grows.
    const int UsualLength = 2560;

    /// <summary>The message's bytes, without a byte order mark (ITI TF-2 3.20.4.1.2).</summary>
    /// <param name="audited">The event.</param>
    public static ReadOnlyMemory<byte> Write(AuditEvent audited)
    {
        ArgumentNullException.ThrowIfNull(audited);
        var message = new ArrayBufferWriter<byte>(UsualLength + QueryLength(audited));
        var xml = new Utf8XmlWriter(message);
        xml.Raw("""<?xml version="1.0" encoding="UTF-8"?>"""u8);
        WriteMessage(xml, audited);
        xml.Flush();
        return message.WrittenMemory;
    }

    static int QueryLength(AuditEvent audited)
    {
        var length = 0;
        foreach (var item in audited.ParticipantObjects)
            length = checked(length + Base64.GetMaxEncodedToUtf8Length(item.Query.GetValueOrDefault().Length));
        return length;
    }

    static void WriteMessage(Utf8XmlWriter xml, AuditEvent audited)
    {
        xml.StartElement("AuditMessage"u8);
        WriteEvent(xml, audited);
        foreach (var participant in audited.ActiveParticipants)
            WriteParticipant(xml, participant);
        WriteSource(xml, audited.Source);
        foreach (var item in audited.ParticipantObjects)
            WriteObject(xml, item);
        xml.EndElement("AuditMessage"u8);
    }

    static void WriteEvent(Utf8XmlWriter xml, AuditEvent audited)
    {
        xml.StartElement("EventIdentification"u8);
        if (audited.Action is { } action)
            xml.Attribute("EventActionCode"u8, EventActionCode.Of(action));
        WriteInstant(xml, "EventDateTime"u8, audited.At);
        xml.Attribute("EventOutcomeIndicator"u8, (int)audited.Outcome);
        WriteCode(xml, "EventID"u8, audited.EventId);
        WriteCodes(xml, "EventTypeCode"u8, audited.EventTypeCodes);
        WriteElement(xml, "EventOutcomeDescription"u8, audited.OutcomeDescription);
        WriteCodes(xml, "PurposeOfUse"u8, audited.PurposesOfUse);
        xml.EndElement("EventIdentification"u8);
    }

    static void WriteParticipant(Utf8XmlWriter xml, ActiveParticipant participant)
    {
        xml.StartElement("ActiveParticipant"u8);
        WriteAttribute(xml, "UserID"u8, participant.UserId);
        WriteAttribute(xml, "AlternativeUserID"u8, participant.AlternativeUserId);
        WriteAttribute(xml, "UserName"u8, participant.UserName);
        xml.Attribute("UserIsRequestor"u8, participant.UserIsRequestor ? "true"u8 : "false"u8);
        WriteAttribute(xml, "NetworkAccessPointID"u8, participant.NetworkAccessPoint?.Id);
        if (participant.NetworkAccessPoint?.Type is { } type)
            xml.Attribute("NetworkAccessPointTypeCode"u8, (int)type);
        WriteCodes(xml, "RoleIDCode"u8, participant.RoleIdCodes);
        xml.EndElement("ActiveParticipant"u8);
    }

    static void WriteSource(Utf8XmlWriter xml, AuditSource source)
    {
        xml.StartElement("AuditSourceIdentification"u8);
        WriteAttribute(xml, "AuditEnterpriseSiteID"u8, source.EnterpriseSiteId);
        WriteAttribute(xml, "AuditSourceID"u8, source.Id);
        WriteCodes(xml, "AuditSourceTypeCode"u8, source.TypeCodes);
        xml.EndElement("AuditSourceIdentification"u8);
    }

    static void WriteObject(Utf8XmlWriter xml, ParticipantObject item)
    {
        xml.StartElement("ParticipantObjectIdentification"u8);
        WriteAttribute(xml, "ParticipantObjectID"u8, item.Id);
        if (item.Type is { } type)
            xml.Attribute("ParticipantObjectTypeCode"u8, (int)type);
        if (item.Role is { } role)
            xml.Attribute("ParticipantObjectTypeCodeRole"u8, (int)role);
        if (item.LifeCycle is { } lifeCycle)
            xml.Attribute("ParticipantObjectDataLifeCycle"u8, (int)lifeCycle);
        WriteAttribute(xml, "ParticipantObjectSensitivity"u8, item.Sensitivity);
        WriteCode(xml, "ParticipantObjectIDTypeCode"u8, item.IdTypeCode);
        WriteNameOrQuery(xml, item);
        foreach (var detail in item.Details)
            WriteDetail(xml, detail);
        xml.EndElement("ParticipantObjectIdentification"u8);
    }

    static void WriteNameOrQuery(Utf8XmlWriter xml, ParticipantObject item)
    {
        if (item.Query is not { } query)
        {
            WriteElement(xml, "ParticipantObjectName"u8, item.Name);
            return;
        }

        xml.StartElement("ParticipantObjectQuery"u8);
        xml.Base64(query.Span);
        xml.EndElement("ParticipantObjectQuery"u8);
    }

    static void WriteDetail(Utf8XmlWriter xml, ParticipantObjectDetail detail)
    {
        xml.StartElement("ParticipantObjectDetail"u8);
        WriteAttribute(xml, "type"u8, detail.Type);
        xml.Attribute("value"u8, Convert.ToBase64String(Encoding.UTF8.GetBytes(detail.Value)));
        xml.EndElement("ParticipantObjectDetail"u8);
    }

    static void WriteCodes(Utf8XmlWriter xml, ReadOnlySpan<byte> name, ImmutableArray<AuditCode> codes)
    {
        foreach (var code in codes)
            WriteCode(xml, name, code);
    }

    static void WriteCode(Utf8XmlWriter xml, ReadOnlySpan<byte> name, AuditCode code)
    {
        xml.StartElement(name);
        WriteAttribute(xml, "csd-code"u8, code.Code);
        WriteAttribute(xml, "codeSystemName"u8, code.CodeSystemName);
        WriteAttribute(xml, "displayName"u8, code.DisplayName);
        WriteAttribute(xml, "originalText"u8, code.OriginalText);
        xml.EndElement(name);
    }

    static void WriteInstant(Utf8XmlWriter xml, ReadOnlySpan<byte> name, DateTimeOffset instant)
    {
        // yyyy-MM-ddTHH:mm:ss.fffffffZ, which is an xs:dateTime.
        Span<byte> text = stackalloc byte[28];
        _ = Utf8Formatter.TryFormat(instant.UtcDateTime, text, out _, 'O');
        xml.Attribute(name, text);
    }

    static void WriteAttribute(Utf8XmlWriter xml, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            xml.Attribute(name, OneLine.Attribute(value));
    }

    static void WriteElement(Utf8XmlWriter xml, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            xml.Element(name, OneLine.Element(text));
    }
}
