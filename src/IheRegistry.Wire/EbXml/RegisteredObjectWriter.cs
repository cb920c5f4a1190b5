using System.Buffers.Binary;
using IheRegistry.Model.Metadata;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Writes objects of the registry into an answer: the stored fragment, with what can change spliced in.</summary>
public static class RegisteredObjectWriter
{
    /// <summary>Writes one object.</summary>
    /// <param name="xml">The answer; it has declared the prefix <c>rim</c>.</param>
    /// <param name="item">The object with its fragment.</param>
    /// <param name="home">This community's homeCommunityId, or null to leave it out.</param>
    public static void Write(Utf8XmlWriter xml, RegisteredObject item, string? home)
    {
        var fragment = item.Fragment.Span;
        var cuts = fragment.Slice(1, fragment[0] * FragmentEncoder.CutSize);
        var body = fragment[(1 + cuts.Length)..];
        var written = 0;
        while (!cuts.IsEmpty)
        {
            var offset = BinaryPrimitives.ReadInt32LittleEndian(cuts[1..]);
            xml.Raw(body[written..offset]);
            Splice(xml, (FragmentCut)cuts[0], item, home);
            written = offset;
            cuts = cuts[FragmentEncoder.CutSize..];
        }

        xml.Raw(body[written..]);
    }

    /// <summary>Writes a rim:ObjectRef.</summary>
    public static void WriteRef(Utf8XmlWriter xml, string entryUuid, string? home)
    {
        xml.StartElement("rim:ObjectRef"u8);
        xml.Attribute("id"u8, entryUuid);
        if (home is not null) xml.Attribute("home"u8, home);
        xml.EndElement("rim:ObjectRef"u8);
    }

    static void Splice(Utf8XmlWriter xml, FragmentCut cut, RegisteredObject item, string? home)
    {
        switch (cut)
        {
            case FragmentCut.ObjectAttributes:
                xml.Attribute("status"u8, item.Status.ToUrn());
                if (home is not null) xml.Attribute("home"u8, home);
                break;
            case FragmentCut.Version:
                xml.Attribute("versionName"u8, item.Version);
                break;
            case FragmentCut.PatientId:
                xml.Attribute("value"u8, item.PatientId!.ToString());
                break;
            case FragmentCut.LastUpdateTime:
                xml.Text(item.LastUpdateTime);
                break;
        }
    }
}
