using System.Diagnostics;
using System.Text;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>Sends and fetches one large document.</summary>
static class LargeDocument
{
    internal const long Megabyte = 1_000_000;
    const int PieceSize = 256 * 1024;

    static readonly byte[] Piece = Encoding.ASCII.GetBytes(new string('y', PieceSize));

    /// <summary>Submits a document by ITI-41; the answer is the number under which it can be fetched.</summary>
    internal static long Submit(int port, long size)
    {
        var request = Requests.Iti41(size, PieceSize);
        request.Put(Requests.PatientToken, Random.Shared.Next(Requests.SubmittedPatients));
        request.Put(Requests.SetToken, UniqueNumbers.Next());
        var number = UniqueNumbers.Next();
        request.Put(Requests.DocumentToken, number);
        using var connection = new HttpConnection(port);
        connection.Send(request.Bytes);
        SendRest(connection, size - PieceSize, Mtom.After);
        var answer = connection.ReadAnswer();
        if (!Requests.IsSuccess(answer)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        return number;
    }

    /// <summary>Sends as many bytes to an endpoint that drops them.</summary>
    internal static void Drain(int port, long size)
    {
        using var connection = new HttpConnection(port);
        connection.Send(Envelopes.Post("/drain", "application/octet-stream", [], size));
        SendRest(connection, size, []);
        connection.ReadAnswer();
    }

    /// <summary>Fetches a document by ITI-43; the answer is the number of bytes of the whole response.</summary>
    internal static long Retrieve(int port, long number)
    {
        var request = Requests.Iti43();
        request.Put(Requests.DocumentToken, number);
        using var connection = new HttpConnection(port);
        connection.Send(request.Bytes);
        return connection.DrainAnswer();
    }

    /// <summary>Seconds that something takes.</summary>
    internal static double Time(Action what)
    {
        var began = Stopwatch.GetTimestamp();
        what();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static void SendRest(HttpConnection connection, long size, ReadOnlySpan<byte> end)
    {
        for (var left = size; left > 0; left -= PieceSize) connection.Send(Piece.AsSpan(0, (int)Math.Min(left, PieceSize)));
        connection.Send(end);
    }
}
