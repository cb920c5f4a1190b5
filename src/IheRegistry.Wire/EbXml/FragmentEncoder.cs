using System.Buffers;
using System.Buffers.Binary;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Makes the fragment that the registry stores: the object as submitted, in canonical form, without what can change.
/// Layout: number of cuts (1 byte), then a kind (1 byte) and an offset (4 bytes, little endian) for each, then the XML.
/// </summary>
public sealed class FragmentEncoder
{
    internal const int CutSize = 5;

    readonly ArrayBufferWriter<byte> _buffer = new(4096);
    readonly List<(FragmentCut Kind, int Offset)> _cuts = new(4);
    readonly Utf8XmlWriter _xml;

    /// <summary>An encoder; it may be used for one object after another, by one thread at a time.</summary>
    public FragmentEncoder() => _xml = new Utf8XmlWriter(_buffer);

    /// <summary>The fragment of an object. <paramref name="kind"/> says what is spliced into it later.</summary>
    public byte[] Encode(RegistryObject item, ObjectKind kind)
    {
        _buffer.ResetWrittenCount();
        _cuts.Clear();
        Write(item, kind);
        _xml.Flush();
        return Assemble();
    }

    void Write(RegistryObject item, ObjectKind kind)
    {
        var name = RegistryObjectWriter.ElementName(item.Element);
        CutAfterName(FragmentCut.ObjectAttributes, name);
        RegistryObjectWriter.WriteAttributes(_xml, item);
        foreach (var slot in item.Slots)
            if (kind != ObjectKind.Folder || slot.Name != SlotNames.LastUpdateTime) RegistryObjectWriter.WriteSlot(_xml, slot);
        if (kind == ObjectKind.Folder) WriteLastUpdateTime();
        RegistryObjectWriter.WriteTexts(_xml, item);
        CutAfterName(FragmentCut.Version, "rim:VersionInfo"u8);
        _xml.EndElement("rim:VersionInfo"u8);
        foreach (var classification in item.Classifications) RegistryObjectWriter.WriteClassification(_xml, classification);
        foreach (var identifier in item.ExternalIdentifiers) WriteIdentifier(identifier, kind);
        _xml.EndElement(name);
    }

    void WriteLastUpdateTime()
    {
        _xml.Raw("<rim:Slot name=\"lastUpdateTime\"><rim:ValueList><rim:Value>"u8);
        _xml.Flush();
        _cuts.Add((FragmentCut.LastUpdateTime, _buffer.WrittenCount));
        _xml.Raw("</rim:Value></rim:ValueList></rim:Slot>"u8);
    }

    void WriteIdentifier(ExternalIdentifier identifier, ObjectKind kind)
    {
        if (identifier.Scheme == PatientIdScheme(kind))
        {
            CutAfterName(FragmentCut.PatientId, "rim:ExternalIdentifier"u8);
        }
        else
        {
            _xml.StartElement("rim:ExternalIdentifier"u8);
            _xml.Attribute("value"u8, identifier.Value);
        }

        RegistryObjectWriter.WriteIdentifierRest(_xml, identifier);
    }

    static string? PatientIdScheme(ObjectKind kind) => kind switch
    {
        ObjectKind.DocumentEntry => SchemeUuids.DocumentEntryPatientId,
        ObjectKind.SubmissionSet => SchemeUuids.SubmissionSetPatientId,
        ObjectKind.Folder => SchemeUuids.FolderPatientId,
        _ => null,
    };

    void CutAfterName(FragmentCut kind, ReadOnlySpan<byte> name)
    {
        _xml.Flush();
        _cuts.Add((kind, _buffer.WrittenCount + 1 + name.Length));
        _xml.StartElement(name);
    }

    byte[] Assemble()
    {
        var fragment = new byte[1 + (_cuts.Count * CutSize) + _buffer.WrittenCount];
        fragment[0] = (byte)_cuts.Count;
        var head = fragment.AsSpan(1);
        foreach (var (kind, offset) in _cuts)
        {
            head[0] = (byte)kind;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], offset);
            head = head[CutSize..];
        }

        _buffer.WrittenSpan.CopyTo(head);
        return fragment;
    }
}
