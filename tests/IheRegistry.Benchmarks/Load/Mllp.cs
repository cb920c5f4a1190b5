using System.Text;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Load;

/// <summary>HL7 v2 messages on a connection.</summary>
static class Mllp
{
    /// <summary>Sends a message whose answer must accept it.</summary>
    internal static void MustSucceed(TcpConnection connection, byte[] frame) => MustAnswer(connection, frame, "MSA|AA|"u8);

    /// <summary>Sends a message whose answer must hold some bytes.</summary>
    internal static void MustAnswer(TcpConnection connection, byte[] frame, ReadOnlySpan<byte> expected)
    {
        var answer = connection.Exchange(frame, Feed.End);
        if (answer.IndexOf(expected) < 0) throw new InvalidOperationException($"The answer is not a success: {Encoding.UTF8.GetString(answer)}");
    }
}
