using System.Security.Cryptography;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Mtom;

/// <summary>The lines between the parts of an MTOM message.</summary>
sealed class MultipartWriter
{
    // 122 random bits: nobody who supplies a document can have put the boundary into it.
    readonly string _random = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The boundary parameter.</summary>
    internal string Boundary => "MIMEBoundary_" + _random;

    /// <summary>The root part's Content-ID, without brackets.</summary>
    internal string RootContentId => $"root.{_random}@iheregistry";

    internal void BeginRoot(Utf8XmlWriter output, string action)
    {
        output.Raw("--"u8);
        Line(output, Boundary);
        Field(output, "Content-ID: "u8, $"<{RootContentId}>");
        Field(output, "Content-Type: "u8, SoapContentType.MtomRoot(action));
        Field(output, "Content-Transfer-Encoding: "u8, "binary");
        output.Raw("\r\n"u8);
    }

    internal void BeginPart(Utf8XmlWriter output, string contentId, string contentType)
    {
        output.Raw("\r\n--"u8);
        Line(output, Boundary);
        Field(output, "Content-ID: "u8, $"<{contentId}>");
        Field(output, "Content-Type: "u8, contentType);
        Field(output, "Content-Transfer-Encoding: "u8, "binary");
        output.Raw("\r\n"u8);
    }

    internal void Close(Utf8XmlWriter output)
    {
        output.Raw("\r\n--"u8);
        Plain(output, Boundary);
        output.Raw("--\r\n"u8);
    }

    static void Field(Utf8XmlWriter output, ReadOnlySpan<byte> name, string value)
    {
        output.Raw(name);
        Line(output, value);
    }

    static void Line(Utf8XmlWriter output, string text)
    {
        Plain(output, text);
        output.Raw("\r\n"u8);
    }

    // Header fields are ASCII; what is not, and every control that could begin a field of its own, is dropped.
    static void Plain(Utf8XmlWriter output, string text)
    {
        var bytes = output.GetSpan(text.Length);
        var length = 0;
        foreach (var character in text)
        {
            if (character is >= ' ' and <= '~')
                bytes[length++] = (byte)character;
        }

        output.Advance(length);
    }
}
