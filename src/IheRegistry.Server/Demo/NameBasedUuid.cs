using System.Security.Cryptography;
using System.Text;

namespace IheRegistry.Server.Demo;

/// <summary>UUIDs made of names, always the same ones (RFC 9562 section 5.5, version 5).</summary>
static class NameBasedUuid
{
    // The namespace of OIDs (RFC 9562 section 6.6).
    static readonly Guid OidNamespace = new("6ba7b812-9dad-11d1-80b4-00c04fd430c8");

    internal static Guid OfOid(string oid)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // the RFC's algorithm; nothing rests on its strength
        SHA1.HashData([.. OidNamespace.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(oid)], hash);
#pragma warning restore CA5350
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
