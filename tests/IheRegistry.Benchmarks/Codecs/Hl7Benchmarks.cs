using System.Buffers;
using BenchmarkDotNet.Attributes;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Benchmarks.Codecs;

/// <summary>P13: an ADT of some 350 bytes in process, against scanning the same bytes for its delimiters.</summary>
public class Hl7Benchmarks
{
    static readonly SearchValues<byte> Delimiters = SearchValues.Create("|^~\\&\r"u8);

    readonly byte[] _message = Feed.Bytes;
    readonly ArrayBufferWriter<byte> _answer = new(4096);
    readonly AcknowledgementWriter _acknowledgements = new(TimeProvider.System);

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true)]
    public int ScanDelimiters()
    {
        var count = 0;
        for (var rest = _message.AsSpan(); rest.IndexOfAny(Delimiters) is >= 0 and var at; rest = rest[(at + 1)..]) count++;
        return count;
    }

    /// <summary>A message whose fields can all be reached.</summary>
    [Benchmark]
    public Hl7Message Parse() => Hl7Message.TryRead(_message, Hl7ReadOptions.Default, out var message, out _) ? message : throw new InvalidOperationException();

    /// <summary>Parsed and checked as a Patient Identity Feed.</summary>
    [Benchmark]
    public PatientFeedReading ParseAndCheck() => PatientIdentityFeed.Read(Parse(), PatientFeedRules.Iti8);

    /// <summary>Parsed, checked, acknowledged.</summary>
    [Benchmark]
    public int ParseCheckAcknowledge()
    {
        var message = Parse();
        var reading = PatientIdentityFeed.Read(message, PatientFeedRules.Iti8);
        _answer.ResetWrittenCount();
        _acknowledgements.Write(_answer, message, Acknowledgement.Of(reading.Problems));
        return _answer.WrittenCount;
    }
}
