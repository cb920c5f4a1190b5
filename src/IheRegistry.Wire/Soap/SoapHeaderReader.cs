using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Reads the header blocks of one envelope: the WS-Addressing ones into properties, the others for mustUnderstand only.</summary>
sealed class SoapHeaderReader(XmlDictionaryReader xml, SoapLimits limits, IReadOnlySet<XmlQualifiedName> understood)
{
    const string RolePrefix = SoapNamespaces.Soap12 + "/role/";

    readonly List<XmlQualifiedName> _notUnderstood = [];
    SoapRejection? _rejection;
    bool _actionMustBeUnderstood;
    bool _hasFrom;
    string? _action;
    string? _messageId;
    string? _to;
    string? _replyTo;
    string? _faultTo;
    ReadOnlyMemory<byte> _replyToParameters;
    ReadOnlyMemory<byte> _faultToParameters;
    string? _relatesTo;

    internal string? MessageId => _messageId;

    /// <summary>From the Header's start tag to behind its end tag.</summary>
    internal void ReadHeader()
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        if (isEmpty)
            return;

        while (xml.MoveToContent() != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                ReadBlock();
            else
            {
                Reject(new SoapRejection(SoapRejectionReason.EnvelopeMalformed));
                xml.Read();
            }
        }

        xml.Read();
    }

    /// <summary>The properties, once all blocks are read, or why they are refused. mustUnderstand goes first (SOAP 1.2 part 1 section 2.6).</summary>
    internal SoapRejection? Check(SoapMessageKind kind, out WsAddressing addressing)
    {
        addressing = new WsAddressing
        {
            Action = _action ?? "",
            MessageId = _messageId,
            To = _to,
            ReplyTo = _replyTo,
            FaultTo = _faultTo,
            ReplyToParameters = _replyToParameters,
            FaultToParameters = _faultToParameters,
            RelatesTo = _relatesTo,
            ActionMustBeUnderstood = _actionMustBeUnderstood,
        };
        if (_notUnderstood.Count > 0)
            return new SoapRejection(SoapRejectionReason.HeaderNotUnderstood) { Headers = _notUnderstood };
        if (_rejection is not null)
            return _rejection;
        if (_action is null)
            return new SoapRejection(SoapRejectionReason.ActionMissing) { Headers = [Addressing("Action")] };
        if (_messageId is null && kind == SoapMessageKind.Request)
            return new SoapRejection(SoapRejectionReason.MessageIdMissing) { Headers = [Addressing("MessageID")] };
        return null;
    }

    static XmlQualifiedName Addressing(string name) => new(name, SoapNamespaces.Addressing);

    void ReadBlock()
    {
        var isForUs = IsForUs(xml.GetAttribute(SoapNames.Role, SoapNames.Soap12));
        var mustUnderstand = isForUs && MustUnderstand();
        if (!isForUs)
            xml.Skip();
        else if (!xml.IsNamespaceUri(SoapNames.Addressing) || !ReadAddressing(mustUnderstand))
            SkipUnknown(mustUnderstand);
    }

    // SOAP 1.2 part 1 section 2.2: we are the ultimate receiver, which also acts as "next", and never as "none".
    static bool IsForUs(string? role) =>
        role is null || role.Trim() is "" or RolePrefix + "next" or RolePrefix + "ultimateReceiver";

    bool MustUnderstand()
    {
        switch (xml.GetAttribute(SoapNames.MustUnderstand, SoapNames.Soap12)?.Trim())
        {
            case null or "0" or "false":
                return false;
            case "1" or "true":
                return true;
            default:
                Reject(new SoapRejection(SoapRejectionReason.MustUnderstandMalformed) { Headers = [new(xml.LocalName, xml.NamespaceURI)] });
                return false;
        }
    }

    void SkipUnknown(bool mustUnderstand)
    {
        if (mustUnderstand)
        {
            var name = new XmlQualifiedName(xml.LocalName, xml.NamespaceURI);
            if (!understood.Contains(name))
                _notUnderstood.Add(name);
        }

        xml.Skip();
    }

    bool ReadAddressing(bool mustUnderstand)
    {
        if (xml.IsLocalName(SoapNames.Action))
        {
            _actionMustBeUnderstood = mustUnderstand;
            ReadText("Action", ref _action);
        }
        else if (xml.IsLocalName(SoapNames.MessageId))
            ReadText("MessageID", ref _messageId);
        else if (xml.IsLocalName(SoapNames.To))
            ReadText("To", ref _to);
        else if (xml.IsLocalName(SoapNames.ReplyTo))
            ReadEndpoint("ReplyTo", ref _replyTo, ref _replyToParameters);
        else if (xml.IsLocalName(SoapNames.FaultTo))
            ReadEndpoint("FaultTo", ref _faultTo, ref _faultToParameters);
        else if (xml.IsLocalName(SoapNames.RelatesTo))
            ReadRelatesTo();
        else if (xml.IsLocalName(SoapNames.From))
            SkipFrom();
        else
            return false;
        return true;
    }

    void SkipFrom()
    {
        if (_hasFrom)
            Reject(SoapRejectionReason.AddressingHeaderRepeated, "From");
        _hasFrom = true;
        xml.Skip();
    }

    void ReadRelatesTo()
    {
        // The only one that may be repeated (WS-Addressing 1.0 core section 3.2).
        string? relatesTo = null;
        ReadText("RelatesTo", ref relatesTo);
        _relatesTo ??= relatesTo;
    }

    void ReadText(string name, ref string? value)
    {
        if (value is not null)
            Reject(SoapRejectionReason.AddressingHeaderRepeated, name);
        var text = ElementText();
        if (string.IsNullOrEmpty(text))
            Reject(SoapRejectionReason.AddressingHeaderMalformed, name);
        value ??= text;
    }

    void ReadEndpoint(string name, ref string? address, ref ReadOnlyMemory<byte> parameters)
    {
        if (address is not null)
            Reject(SoapRejectionReason.AddressingHeaderRepeated, name);

        string? found = null;
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        while (!isEmpty && xml.Depth > depth)
        {
            if (xml.IsStartElement(SoapNames.Address, SoapNames.Addressing))
                ReadText(name, ref found);
            else if (xml.IsStartElement(SoapNames.ReferenceParameters, SoapNames.Addressing))
                ReadParameters(name, ref parameters);
            else if (xml.NodeType == XmlNodeType.Element)
                xml.Skip();
            else
                xml.Read();
        }

        if (!isEmpty)
            xml.Read();
        if (found is null)
            Reject(SoapRejectionReason.AddressMissing, name);
        address ??= found;
    }

    void ReadParameters(string name, ref ReadOnlyMemory<byte> parameters)
    {
        if (!parameters.IsEmpty)
            Reject(SoapRejectionReason.AddressingHeaderRepeated, name);
        if (ReferenceParameters.Read(xml, limits.MaxReferenceParameterBytes) is { } blocks)
            parameters = blocks;
        else
            Reject(SoapRejectionReason.AddressingHeaderMalformed, name);
    }

    /// <summary>The trimmed text of the current element, which is passed; null when it has elements inside or too much text.</summary>
    string? ElementText()
    {
        var isEmpty = xml.IsEmptyElement;
        var depth = xml.Depth;
        xml.Read();
        if (isEmpty)
            return "";

        var text = "";
        var isPlain = true;
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                isPlain = false;
            else if (isPlain && text.Length <= limits.MaxAddressingCharacters && xml.NodeType != XmlNodeType.Comment)
                text += xml.Value;
            xml.Read();
        }

        xml.Read();
        return isPlain && text.Length <= limits.MaxAddressingCharacters ? text.Trim() : null;
    }

    void Reject(SoapRejectionReason reason, string name) => Reject(new SoapRejection(reason) { Headers = [Addressing(name)] });

    void Reject(SoapRejection rejection) => _rejection ??= rejection;
}
