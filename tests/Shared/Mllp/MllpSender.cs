using System.Net.Sockets;
using System.Text;

namespace IheRegistry.Tests.Shared.Mllp;

/// <summary>Sends HL7 v2 messages in MLLP frames, a connection each, without the product's codecs.</summary>
public static class MllpSender
{
    /// <summary>Sends a message in UTF-8 and gives the acknowledgement.</summary>
    public static Task<string> SendAsync(int port, string message) => SendAsync(port, Encoding.UTF8.GetBytes(message));

    /// <summary>Sends a message and gives the acknowledgement, read as UTF-8.</summary>
    public static async Task<string> SendAsync(int port, byte[] message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        byte[] frame = [0x0B, .. message, 0x1C, 0x0D];
        await stream.WriteAsync(frame);
        var answer = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != 0x1C) answer.Add(one[0]);
        return Encoding.UTF8.GetString([.. answer.SkipWhile(b => b == 0x0B)]);
    }

    /// <summary>A feed message; PID-3 (and MRG-1 for a merge) as given.</summary>
    public static string Adt(string triggerEvent, string pid3, string? mrg1 = null) =>
        $"MSH|^~\\&|ADT|PEER|REGISTRY|TEST|20260102030405||ADT^{triggerEvent}|{Guid.NewGuid().ToString("N")[..20]}|P|2.3.1||||||UNICODE UTF-8\r"
        + $"EVN|{triggerEvent}|20260102030405\rPID|||{pid3}||Testpatient^Tom||19700101|M\r"
        + (mrg1 is null ? "PV1||O\r" : $"MRG|{mrg1}\r");
}
