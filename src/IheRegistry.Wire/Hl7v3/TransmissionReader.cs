using System.Xml;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads the transmission wrapper and hands on what stands in it.</summary>
sealed class TransmissionReader(string interaction, List<Hl7v3Problem> problems)
{
    InstanceIdentifier _id = InstanceIdentifier.None;
    MessageDevice _sender = MessageDevice.None;
    MessageDevice? _receiver;
    string _createdAt = "";
    string _processingCode = "P";
    bool _hasControlAct;

    /// <summary>Reads a message; the reader stands on its root and goes behind it.</summary>
    /// <param name="reader">The message.</param>
    /// <param name="controlAct">Reads controlActProcess.</param>
    /// <param name="acknowledgement">Reads acknowledgement, where the interaction has one.</param>
    internal Transmission Read(XmlReader reader, Action<XmlReader>? controlAct, Action<XmlReader>? acknowledgement = null)
    {
        reader.ForEachPart((child, name) =>
        {
            switch (name)
            {
                case "id": _id = DataTypeReader.Identifier(child); break;
                case "creationTime": _createdAt = child.TakeAttribute("value"); break;
                case "interactionId": ReadInteraction(child); break;
                case "processingCode": _processingCode = child.TakeAttribute("code"); break;
                case "sender": _sender = ReadDevice(child); break;
                case "receiver": AddReceiver(child); break;
                case "controlActProcess" when controlAct is not null: ReadControlAct(child, controlAct); break;
                case "acknowledgement" when acknowledgement is not null: acknowledgement(child); break;
                default: child.Skip(); break;
            }
        });
        if (_id.IsEmpty) Missing("id", "The message has no id");
        if (controlAct is not null && !_hasControlAct) Missing("controlActProcess", "The message has no controlActProcess");
        return new Transmission
        {
            Interaction = interaction,
            Id = _id,
            CreatedAt = _createdAt,
            ProcessingCode = _processingCode is "T" or "D" ? _processingCode : "P",
            Sender = _sender,
            Receiver = _receiver ?? MessageDevice.None,
        };
    }

    void ReadControlAct(XmlReader reader, Action<XmlReader> read)
    {
        if (_hasControlAct)
        {
            reader.Skip();
            problems.Add(new(Hl7ErrorCode.SegmentSequenceError, Hl7v3Locations.Of(interaction, "controlActProcess[2]"), "There is a second controlActProcess"));
            return;
        }

        _hasControlAct = true;
        read(reader);
    }

    // The root element decides; one that says something else about itself cannot be followed. Of the two elements of a continuation
    // there is one interaction id.
    void ReadInteraction(XmlReader reader)
    {
        var id = DataTypeReader.Identifier(reader);
        var expected = interaction == Interactions.QueryCancellation ? Interactions.QueryContinuation : interaction;
        if (id.Extension.Length > 0 && id.Extension != expected && id.Extension != interaction)
        {
            problems.Add(new(
                Hl7ErrorCode.UnsupportedMessageType, Hl7v3Locations.Of(interaction, "interactionId"), "interactionId names another interaction than the root element"));
        }
    }

    void AddReceiver(XmlReader reader)
    {
        var device = ReadDevice(reader);
        _receiver ??= device;
    }

    static MessageDevice ReadDevice(XmlReader reader)
    {
        var device = MessageDevice.None;
        reader.Into("device", child => child.ForEachPart((part, name) =>
        {
            switch (name)
            {
                case "id" when device.Id.IsEmpty: device = device with { Id = DataTypeReader.Identifier(part) }; break;
                case "name": device = device with { Name = DataTypeReader.Name(part).WholeText }; break;
                case "asAgent":
                    part.Into("representedOrganization", organization => organization.Into("id", id =>
                    {
                        var read = DataTypeReader.Identifier(id);
                        if (device.Organization.IsEmpty) device = device with { Organization = read };
                    }));
                    break;
                default: part.Skip(); break;
            }
        }));
        return device;
    }

    void Missing(string path, string text) =>
        problems.Add(new(Hl7ErrorCode.RequiredFieldMissing, Hl7v3Locations.Of(interaction, path), text));
}
