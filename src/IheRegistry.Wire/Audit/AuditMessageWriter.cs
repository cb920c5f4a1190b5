using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Wire.Audit;

/// <summary>Writes an event as the AuditMessage of DICOM PS3.15 A.5, elements in the schema's order, on one line of UTF-8.</summary>
public static class AuditMessageWriter
{
    // An ITI-18 event with its query takes about 2 kB; larger ones grow.
    const int InitialCapacity = 4096;

    /// <summary>The message's bytes, without a byte order mark (ITI TF-2 3.20.4.1.2).</summary>
    /// <param name="audited">The event.</param>
    public static byte[] Write(AuditEvent audited)
    {
        ArgumentNullException.ThrowIfNull(audited);
        var xml = new XmlUtf8Buffer(InitialCapacity);
        try
        {
            WriteMessage(ref xml, audited);
            return xml.Written.ToArray();
        }
        finally
        {
            xml.Dispose();
        }
    }

    static void WriteMessage(ref XmlUtf8Buffer xml, AuditEvent audited)
    {
        xml.Raw("""<?xml version="1.0" encoding="UTF-8"?><AuditMessage>"""u8);
        WriteEvent(ref xml, audited);
        foreach (var participant in audited.ActiveParticipants)
            WriteParticipant(ref xml, participant);
        WriteSource(ref xml, audited.Source);
        foreach (var item in audited.ParticipantObjects)
            WriteObject(ref xml, item);
        xml.Raw("</AuditMessage>"u8);
    }

    static void WriteEvent(ref XmlUtf8Buffer xml, AuditEvent audited)
    {
        xml.Raw("<EventIdentification"u8);
        if (audited.Action is { } action)
            xml.Attribute(" EventActionCode=\""u8, EventActionCode.Of(action));
        xml.Raw(" EventDateTime=\""u8);
        xml.Instant(audited.At);
        xml.Raw("\""u8);
        xml.Attribute(" EventOutcomeIndicator=\""u8, (int)audited.Outcome);
        xml.Raw(">"u8);
        WriteCode(ref xml, "<EventID"u8, audited.EventId);
        WriteCodes(ref xml, "<EventTypeCode"u8, audited.EventTypeCodes);
        WriteElement(ref xml, "<EventOutcomeDescription>"u8, audited.OutcomeDescription, "</EventOutcomeDescription>"u8);
        WriteCodes(ref xml, "<PurposeOfUse"u8, audited.PurposesOfUse);
        xml.Raw("</EventIdentification>"u8);
    }

    static void WriteParticipant(ref XmlUtf8Buffer xml, ActiveParticipant participant)
    {
        xml.Raw("<ActiveParticipant"u8);
        xml.Attribute(" UserID=\""u8, participant.UserId);
        xml.Attribute(" AlternativeUserID=\""u8, participant.AlternativeUserId);
        xml.Attribute(" UserName=\""u8, participant.UserName);
        xml.Raw(participant.UserIsRequestor ? " UserIsRequestor=\"true\""u8 : " UserIsRequestor=\"false\""u8);
        if (participant.NetworkAccessPoint is { } point)
        {
            xml.Attribute(" NetworkAccessPointID=\""u8, point.Id);
            if (point.Type is { } type)
                xml.Attribute(" NetworkAccessPointTypeCode=\""u8, (int)type);
        }

        xml.Raw(">"u8);
        WriteCodes(ref xml, "<RoleIDCode"u8, participant.RoleIdCodes);
        xml.Raw("</ActiveParticipant>"u8);
    }

    static void WriteSource(ref XmlUtf8Buffer xml, AuditSource source)
    {
        xml.Raw("<AuditSourceIdentification"u8);
        xml.Attribute(" AuditEnterpriseSiteID=\""u8, source.EnterpriseSiteId);
        xml.Attribute(" AuditSourceID=\""u8, source.Id);
        xml.Raw(">"u8);
        WriteCodes(ref xml, "<AuditSourceTypeCode"u8, source.TypeCodes);
        xml.Raw("</AuditSourceIdentification>"u8);
    }

    static void WriteObject(ref XmlUtf8Buffer xml, ParticipantObject item)
    {
        xml.Raw("<ParticipantObjectIdentification"u8);
        xml.Attribute(" ParticipantObjectID=\""u8, item.Id);
        if (item.Type is { } type)
            xml.Attribute(" ParticipantObjectTypeCode=\""u8, (int)type);
        if (item.Role is { } role)
            xml.Attribute(" ParticipantObjectTypeCodeRole=\""u8, (int)role);
        xml.Attribute(" ParticipantObjectSensitivity=\""u8, item.Sensitivity);
        xml.Raw(">"u8);
        WriteCode(ref xml, "<ParticipantObjectIDTypeCode"u8, item.IdTypeCode);
        WriteNameOrQuery(ref xml, item);
        foreach (var detail in item.Details)
            WriteDetail(ref xml, detail);
        xml.Raw("</ParticipantObjectIdentification>"u8);
    }

    static void WriteNameOrQuery(ref XmlUtf8Buffer xml, ParticipantObject item)
    {
        if (item.Query is { } query)
        {
            xml.Raw("<ParticipantObjectQuery>"u8);
            xml.Base64(query.Span);
            xml.Raw("</ParticipantObjectQuery>"u8);
            return;
        }

        WriteElement(ref xml, "<ParticipantObjectName>"u8, item.Name, "</ParticipantObjectName>"u8);
    }

    static void WriteDetail(ref XmlUtf8Buffer xml, ParticipantObjectDetail detail)
    {
        xml.Raw("<ParticipantObjectDetail"u8);
        xml.Attribute(" type=\""u8, detail.Type);
        xml.Raw(" value=\""u8);
        xml.Base64(detail.Value);
        xml.Raw("\"/>"u8);
    }

    static void WriteCodes(ref XmlUtf8Buffer xml, scoped ReadOnlySpan<byte> opening, ImmutableArray<AuditCode> codes)
    {
        foreach (var code in codes)
            WriteCode(ref xml, opening, code);
    }

    static void WriteCode(ref XmlUtf8Buffer xml, scoped ReadOnlySpan<byte> opening, AuditCode code)
    {
        xml.Raw(opening);
        xml.Attribute(" csd-code=\""u8, code.Code);
        xml.Attribute(" codeSystemName=\""u8, code.CodeSystemName);
        xml.Attribute(" displayName=\""u8, code.DisplayName);
        xml.Attribute(" originalText=\""u8, code.OriginalText);
        xml.Raw("/>"u8);
    }

    static void WriteElement(ref XmlUtf8Buffer xml, scoped ReadOnlySpan<byte> opening, string? text, scoped ReadOnlySpan<byte> closing)
    {
        if (text is null)
            return;
        xml.Raw(opening);
        xml.Text(text);
        xml.Raw(closing);
    }
}
