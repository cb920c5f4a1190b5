using System.Buffers;
using System.Xml;
using BenchmarkDotNet.Attributes;
using IheRegistry.Actors.Audit;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model.Access;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Benchmarks.Codecs;

/// <summary>What the registry does with metadata, without its store: rules, fragments, audit messages.</summary>
public class RegistryBenchmarks
{
    readonly RegistryObjectList _submitted = Read();
    readonly FragmentEncoder _encoder = new();
    readonly RegisteredObject _entry;
    readonly ArrayBufferWriter<byte> _output = new(256 * 1024);
    readonly AuditContext _call = new(
        new AuditingNode(new AuditSource("benchmarks", null), "1"), new Caller("benchmarks", Caller.UnknownInstitution, "127.0.0.1"),
        DateTimeOffset.UnixEpoch, "http://localhost/xds/registry", "127.0.0.1");

    /// <summary>Prepares an entry as the store gives it.</summary>
    public RegistryBenchmarks()
    {
        var entry = _submitted.Objects.First(o => o.Element == EbrimElement.ExtrinsicObject);
        _entry = new RegisteredObject(
            1, ObjectKind.DocumentEntry, "urn:uuid:00000000-0000-4000-8000-000000000001", _encoder.Encode(entry, ObjectKind.DocumentEntry),
            AvailabilityStatus.Approved, 1, new PatientId("BENCH0000001", Requests.Authority), null);
    }

    /// <summary>The rules of ITI TF-3 4.2 on a submission of one document.</summary>
    [Benchmark]
    public Submission Rules() =>
        SubmissionReader.Read(_submitted, new RuleContext(SubmissionKind.Register, TestDomain.Unchecked), new ErrorList())
        ?? throw new InvalidOperationException();

    /// <summary>The digest by which a retry is recognised.</summary>
    [Benchmark]
    public string Digest() => SubmissionDigest.Of(_submitted);

    /// <summary>An entry made the fragment that is stored.</summary>
    [Benchmark]
    public byte[] EncodeFragment() => _encoder.Encode(_submitted.Objects.First(o => o.Element == EbrimElement.ExtrinsicObject), ObjectKind.DocumentEntry);

    /// <summary>Ten stored fragments with what can change spliced in.</summary>
    [Benchmark]
    public int SpliceTenFragments()
    {
        _output.ResetWrittenCount();
        var xml = new Utf8XmlWriter(_output);
        for (var i = 0; i < 10; i++) RegisteredObjectWriter.Write(xml, _entry, "urn:oid:1.3.6.1.4.1.21367.2026.1");
        xml.Flush();
        return _output.WrittenCount;
    }

    /// <summary>The audit message of a registration.</summary>
    [Benchmark]
    public AuditRecord Audit() => AuditRecording.Of(Iti42RegisterDocumentSetAudit.ByRegistry(
        _call, new AuditedSubmission("2.25.1", "BENCH0000001^^^&1.3.6.1.4.1.21367.13.20.1000&ISO"), AuditOutcome.Success));

    static RegistryObjectList Read()
    {
        using var xml = XmlDictionaryReader.CreateTextReader(Requests.Iti42Envelope(Requests.Submitted, 1).Bytes, XmlDictionaryReaderQuotas.Max);
        xml.ReadToFollowing("SubmitObjectsRequest", EbXmlNamespaces.Lcm);
        return SubmitObjectsRequest.Read(xml)!;
    }
}
