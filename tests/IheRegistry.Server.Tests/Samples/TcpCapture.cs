using System.Buffers.Binary;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>Writes pieces of TCP connections into a capture file (pcap) as a packet each.</summary>
static class TcpCapture
{
    const int HeaderLength = 40;
    const uint RawIp = 101;

    /// <summary>What passed in one direction at one time.</summary>
    public sealed record Piece(int Connection, bool IsFromClient, byte[] Bytes);

    /// <summary>Writes the file; the server's port in it is as given.</summary>
    public static void Write(string path, ushort serverPort, IEnumerable<Piece> pieces)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(0xA1B2C3D4u);
        file.Write((ushort)2);
        file.Write((ushort)4);
        file.Write(0L);
        file.Write(65535u);
        file.Write(RawIp);
        var sent = new Dictionary<(int, bool), uint>();
        foreach (var piece in pieces)
        {
            var (own, other) = ((piece.Connection, piece.IsFromClient), (piece.Connection, !piece.IsFromClient));
            var packet = Packet(piece, serverPort, sent.GetValueOrDefault(own) + 1, sent.GetValueOrDefault(other) + 1);
            sent[own] = sent.GetValueOrDefault(own) + (uint)piece.Bytes.Length;
            file.Write(0L);
            file.Write((uint)packet.Length);
            file.Write((uint)packet.Length);
            file.Write(packet);
        }
    }

    // IPv4 and TCP without options; checksums are 0, as on a machine that leaves them to its network card.
    static byte[] Packet(Piece piece, ushort serverPort, uint sequence, uint acknowledged)
    {
        var packet = new byte[HeaderLength + piece.Bytes.Length];
        var clientPort = (ushort)(40_000 + piece.Connection);
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = 6;
        (packet[12], packet[15], packet[16], packet[19]) = (10, (byte)(piece.IsFromClient ? 1 : 2), 10, (byte)(piece.IsFromClient ? 2 : 1));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(20), piece.IsFromClient ? clientPort : serverPort);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(22), piece.IsFromClient ? serverPort : clientPort);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(24), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(28), acknowledged);
        // Five words of header, PSH and ACK.
        (packet[32], packet[33]) = (0x50, 0x18);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(34), ushort.MaxValue);
        piece.Bytes.CopyTo(packet, HeaderLength);
        return packet;
    }
}
