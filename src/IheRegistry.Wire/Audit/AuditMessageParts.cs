using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Xml;
using IheRegistry.Model.Audit;

namespace IheRegistry.Wire.Audit;

/// <summary>
/// An event while its message is being read. No element name occurs at two places of the schema, so the name alone tells
/// where a part belongs: to the event, or to the participant or object begun last.
/// </summary>
sealed class AuditMessageParts
{
    readonly List<ActiveParticipant> _participants = [];
    readonly List<ParticipantObject> _objects = [];
    readonly List<AuditCode> _eventTypes = [];
    readonly List<AuditCode> _purposes = [];
    AuditCode? _eventId;
    EventAction? _action;
    DateTimeOffset? _at;
    EventOutcome? _outcome;
    string? _outcomeDescription;
    AuditSource? _source;

    /// <summary>Takes the element that the reader is on; true if that has moved the reader on.</summary>
    public bool TakesContent(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "EventIdentification": TakeEvent(xml); return false;
            case "EventID": _eventId = Code(xml); return false;
            case "EventTypeCode": _eventTypes.Add(Code(xml)); return false;
            case "PurposeOfUse": _purposes.Add(Code(xml)); return false;
            case "ActiveParticipant": _participants.Add(Participant(xml)); return false;
            case "RoleIDCode": Last(_participants, p => p with { RoleIdCodes = p.RoleIdCodes.Add(Code(xml)) }); return false;
            case "AuditSourceIdentification": TakeSource(xml); return false;
            case "AuditSourceTypeCode": TakeSourceType(xml); return false;
            case "ParticipantObjectIdentification": _objects.Add(Object(xml)); return false;
            case "ParticipantObjectIDTypeCode": Last(_objects, o => o with { IdTypeCode = Code(xml) }); return false;
            case "ParticipantObjectDetail": Last(_objects, o => o with { Details = o.Details.Add(Detail(xml)) }); return false;
            default: return TakesText(xml);
        }
    }

    /// <summary>The event, if all that must be there was there.</summary>
    public bool TryComplete([NotNullWhen(true)] out AuditEvent? audited, [NotNullWhen(false)] out string? problem)
    {
        audited = null;
        problem = Missing();
        if (problem is not null)
            return false;
        audited = new AuditEvent
        {
            EventId = _eventId!.Value,
            EventTypeCodes = [.. _eventTypes],
            Action = _action,
            At = _at!.Value,
            Outcome = _outcome!.Value,
            OutcomeDescription = _outcomeDescription,
            PurposesOfUse = [.. _purposes],
            ActiveParticipants = [.. _participants],
            Source = _source!,
            ParticipantObjects = [.. _objects],
        };
        return true;
    }

    string? Missing() => this switch
    {
        { _eventId: null } => "EventID is missing",
        { _at: null } => "EventDateTime is missing or no date and time",
        { _outcome: null } => "EventOutcomeIndicator is missing or none of 0, 4, 8, 12",
        { _participants.Count: 0 } => "ActiveParticipant is missing",
        { _source: null } => "AuditSourceIdentification is missing",
        _ => null,
    };

    bool TakesText(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "EventOutcomeDescription":
                _outcomeDescription = xml.ReadElementContentAsString();
                return true;
            case "ParticipantObjectName":
                var name = xml.ReadElementContentAsString();
                Last(_objects, o => o with { Name = name });
                return true;
            case "ParticipantObjectQuery":
                var query = Bytes(xml.ReadElementContentAsString());
                Last(_objects, o => o with { Query = query });
                return true;
            default:
                return false;
        }
    }

    void TakeEvent(XmlReader xml)
    {
        _action = EventActionCode.Parse(xml.GetAttribute("EventActionCode"));
        if (DateTimeOffset.TryParse(
            xml.GetAttribute("EventDateTime"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at))
            _at = at;
        if (Number<EventOutcome>(xml, "EventOutcomeIndicator") is { } outcome && Enum.IsDefined(outcome))
            _outcome = outcome;
    }

    void TakeSource(XmlReader xml) =>
        _source = new AuditSource(xml.GetAttribute("AuditSourceID") ?? "", xml.GetAttribute("AuditEnterpriseSiteID")) { TypeCodes = [] };

    void TakeSourceType(XmlReader xml)
    {
        if (_source is not null)
            _source = _source with { TypeCodes = _source.TypeCodes.Add(Code(xml)) };
    }

    static ActiveParticipant Participant(XmlReader xml) =>
        // RFC 3881 5.3.4: who is not said not to be the requestor is.
        new(xml.GetAttribute("UserID") ?? "", xml.GetAttribute("UserIsRequestor") is not ("false" or "0"))
        {
            AlternativeUserId = xml.GetAttribute("AlternativeUserID"),
            UserName = xml.GetAttribute("UserName"),
            NetworkAccessPoint = xml.GetAttribute("NetworkAccessPointID") is { } id
                ? new NetworkAccessPoint(id, Number<NetworkAccessPointType>(xml, "NetworkAccessPointTypeCode"))
                : null,
        };

    static ParticipantObject Object(XmlReader xml) => new(new AuditCode("", "", ""))
    {
        Id = xml.GetAttribute("ParticipantObjectID"),
        Type = Number<ParticipantObjectType>(xml, "ParticipantObjectTypeCode"),
        Role = Number<ParticipantObjectRole>(xml, "ParticipantObjectTypeCodeRole"),
        LifeCycle = Number<ParticipantObjectLifeCycle>(xml, "ParticipantObjectDataLifeCycle"),
        Sensitivity = xml.GetAttribute("ParticipantObjectSensitivity"),
    };

    // RFC 3881 wrote code and displayName where DICOM writes csd-code and originalText.
    static AuditCode Code(XmlReader xml) => new(
        xml.GetAttribute("csd-code") ?? xml.GetAttribute("code") ?? "",
        xml.GetAttribute("codeSystemName") ?? "",
        xml.GetAttribute("originalText") ?? "",
        xml.GetAttribute("displayName"));

    static ParticipantObjectDetail Detail(XmlReader xml) =>
        new(xml.GetAttribute("type") ?? "", Encoding.UTF8.GetString(Bytes(xml.GetAttribute("value") ?? "").Span));

    // Senders are known that put plain text where base64 belongs: then the text itself is what they said.
    static ReadOnlyMemory<byte> Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes.AsMemory(0, written) : Encoding.UTF8.GetBytes(base64);
    }

    static TEnum? Number<TEnum>(XmlReader xml, string attribute)
        where TEnum : struct, Enum =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (TEnum)Enum.ToObject(typeof(TEnum), number)
            : null;

    static void Last<T>(List<T> items, Func<T, T> change)
    {
        if (items.Count > 0)
            items[^1] = change(items[^1]);
    }
}
