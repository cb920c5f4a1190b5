using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata;

/// <summary>
/// A fingerprint of metadata as submitted, by which a retry is told from another submission under the same SubmissionSet.uniqueId.
/// It covers every value in the order sent and nothing of how the XML was written: whitespace, prefixes, attribute order, packaging.
/// Order counts, although ebRIM gives it no meaning mostly, because a retry sends what was built before, and a mistaken match would
/// answer Success to metadata that were never stored, while a mistaken mismatch is only a refusal that says why.
/// </summary>
public static class SubmissionDigest
{
    /// <summary>SHA-256 of the list in 64 lower-case hexadecimal digits.</summary>
    public static string Of(RegistryObjectList submitted)
    {
        var text = new ArrayBufferWriter<byte>(16 * 1024);
        Each(text, submitted.Objects, WriteObject);
        Each(text, submitted.Stray, WriteClassification);
        Each(text, submitted.Unknown, Write);
        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    static void WriteObject(ArrayBufferWriter<byte> text, RegistryObject item)
    {
        WriteNumber(text, (int)item.Element);
        Write(text, item.Id);
        Write(text, item.LogicalId);
        Write(text, item.ObjectType);
        Write(text, item.Status);
        Write(text, item.Home);
        Write(text, item.MimeType);
        Write(text, item.AssociationType);
        Write(text, item.SourceObject);
        Write(text, item.TargetObject);
        Write(text, item.VersionName);
        Each(text, item.Slots, WriteSlot);
        Each(text, item.Name, WriteText);
        Each(text, item.Description, WriteText);
        Each(text, item.Classifications, WriteClassification);
        Each(text, item.ExternalIdentifiers, WriteIdentifier);
    }

    static void WriteClassification(ArrayBufferWriter<byte> text, Classification item)
    {
        Write(text, item.Id);
        Write(text, item.ClassifiedObject);
        Write(text, item.Scheme);
        Write(text, item.Node);
        Write(text, item.NodeRepresentation);
        Each(text, item.Slots, WriteSlot);
        Each(text, item.Name, WriteText);
    }

    static void WriteIdentifier(ArrayBufferWriter<byte> text, ExternalIdentifier item)
    {
        Write(text, item.Id);
        Write(text, item.RegistryObject);
        Write(text, item.Scheme);
        Write(text, item.Value);
        Each(text, item.Name, WriteText);
    }

    static void WriteSlot(ArrayBufferWriter<byte> text, Slot slot)
    {
        Write(text, slot.Name);
        Each(text, slot.Values, Write);
    }

    static void WriteText(ArrayBufferWriter<byte> text, LocalizedText value)
    {
        Write(text, value.Value);
        Write(text, value.Language);
        Write(text, value.Charset);
    }

    // Counts before lists and lengths before texts: no two lists can write the same bytes.
    static void Each<T>(ArrayBufferWriter<byte> text, IReadOnlyList<T> items, Action<ArrayBufferWriter<byte>, T> write)
    {
        WriteNumber(text, items.Count);
        foreach (var item in items) write(text, item);
    }

    static void Write(ArrayBufferWriter<byte> text, string? value)
    {
        if (value is null)
        {
            WriteNumber(text, -1);
            return;
        }

        WriteNumber(text, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, text);
    }

    static void WriteNumber(ArrayBufferWriter<byte> text, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(text.GetSpan(sizeof(int)), number);
        text.Advance(sizeof(int));
    }
}
