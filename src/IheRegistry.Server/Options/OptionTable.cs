using System.Net;
using IheRegistry.Server.Outbox;

namespace IheRegistry.Server.Options;

/// <summary>
/// Every option of the server, once. The command line, the environment, the file, the help and the table in
/// docs/configuration.md all follow from it.
/// </summary>
public static class OptionTable
{
    // Listener

    /// <summary>The HTTP port. 8080 is the port other tools are told.</summary>
    public static OptionDescriptor<int> Http { get; } = new("--http", OptionSyntax.Port, 8080,
        "Port of SOAP over HTTP, health and pages; 0 takes a free one.");

    /// <summary>The MLLP port. 2575 is what IANA assigns to HL7.</summary>
    public static OptionDescriptor<int> Mllp { get; } = new("--mllp", OptionSyntax.Port, 2575,
        "Port of HL7 v2 over MLLP; 0 takes a free one.");

    /// <summary>The address that plain listeners bind. Loopback: nothing unencrypted leaves the machine by accident.</summary>
    public static OptionDescriptor<IPAddress> Bind { get; } = new("--bind", OptionSyntax.Address, IPAddress.Loopback,
        "Address that the listeners bind; one that is not loopback needs --insecure-plain.");

    /// <summary>The consent to plain listeners on the network.</summary>
    public static OptionDescriptor<bool> InsecurePlain { get; } = new("--insecure-plain", OptionSyntax.Flag, false,
        "Allow listeners without TLS on an address that other machines reach.");

    // Data

    /// <summary>The data folder.</summary>
    public static OptionDescriptor<string> Data { get; } = new("--data", OptionSyntax.Directory, "./data",
        "Folder of the databases and documents; made when absent, locked while in use.");

    /// <summary>How often every document is read again. A week finds bit rot before most backups rotate out.</summary>
    public static OptionDescriptor<TimeSpan?> Scrub { get; } = new("--scrub", OptionSyntax.DurationOrOff, TimeSpan.FromDays(7),
        "How often every stored document is hashed again in the background; off for never.");

    /// <summary>The free space below which nothing is written: what the databases need to finish and to be repaired.</summary>
    public static OptionDescriptor<long> LowDisk { get; } = new("--low-disk", OptionSyntax.Bytes, 512L << 20,
        "Free space in the data folder below which writes are refused and reads go on.");

    // Affinity domain

    /// <summary>The affinity domain file.</summary>
    public static OptionDescriptor<string?> AffinityDomain { get; } = new("--affinity-domain", OptionSyntax.File, null,
        "The affinity domain, reloaded when it changes; without it the IHE test domain that ships.");

    // On-demand documents

    /// <summary>The Persistence of Retrieved Documents Option. Off: each change of a patient's documents would add one more.</summary>
    public static OptionDescriptor<bool> OnDemandSnapshots { get; } = new("--on-demand-snapshots", OptionSyntax.Flag, false,
        "Keep and register what is assembled for an on-demand entry, each time that its content has changed.");

    // Demo

    /// <summary>The demo data.</summary>
    public static OptionDescriptor<bool> Demo { get; } = new("--demo", OptionSyntax.Flag, false,
        "Load synthetic patients and documents at start, so that there is something to query.");

    // Limits

    /// <summary>An entry takes about 6 KiB of ebRIM: 16 MiB is a submission of two and a half thousand documents.</summary>
    public static OptionDescriptor<long> SoapEnvelope { get; } = new("--soap-envelope", OptionSyntax.MemoryBytes, 16L << 20,
        "Most bytes of a SOAP envelope, documents inside it not counted.");

    /// <summary>Eight of the largest with documents in them, or thirty of the largest without, at once.</summary>
    public static OptionDescriptor<long> SoapMemory { get; } = new("--soap-memory", OptionSyntax.Bytes, 512L << 20,
        "Most bytes that SOAP envelopes of more than 1 MiB may take together.");

    /// <summary>ebRIM in SOAP nests about fifteen deep; 128 leaves room and a reader's stack has no trouble with it.</summary>
    public static OptionDescriptor<int> XmlDepth { get; } = new("--xml-depth", OptionSyntax.Whole("COUNT", 16, 1024), 128,
        "Most elements inside each other in any XML that comes in.");

    /// <summary>Held in memory with the envelope. Toolkits without MTOM send scans of some pages; what is larger should be an attachment.</summary>
    public static OptionDescriptor<long> InlineDocument { get; } = new("--inline-document", OptionSyntax.MemoryBytes, 32L << 20,
        "Most bytes of the documents sent as base64 inside one envelope.");

    /// <summary>Whole-slide images and long video fit; a part that never ends does end.</summary>
    public static OptionDescriptor<long> Document { get; } = new("--document", OptionSyntax.Bytes, 16L << 30,
        "Most bytes of one document.");

    /// <summary>One part a document; submissions of some hundred documents occur, and each part's Content-ID is kept in memory.</summary>
    public static OptionDescriptor<int> Parts { get; } = new("--parts", OptionSyntax.Whole("COUNT", 1, 100_000), 4096,
        "Most MIME parts of one message.");

    /// <summary>Parts rarely come before the metadata; a document of the largest common sizes does fit.</summary>
    public static OptionDescriptor<long> SpoolMessage { get; } = new("--spool-message", OptionSyntax.Bytes, 4L << 30,
        "Most bytes that one message may spool before its metadata has come.");

    /// <summary>Two such messages at once: a sender who never sends metadata cannot fill the disk.</summary>
    public static OptionDescriptor<long> Spool { get; } = new("--spool", OptionSyntax.Bytes, 8L << 30,
        "Most bytes that all messages together may spool.");

    /// <summary>Kestrel's own default, chosen there to outlive the two minutes of common load balancers.</summary>
    public static OptionDescriptor<TimeSpan> HttpIdle { get; } = new("--http-idle", OptionSyntax.Duration, TimeSpan.FromSeconds(130),
        "How long an HTTP connection without a request is kept.");

    /// <summary>Kestrel's own default; an honest client sends its headers in one packet.</summary>
    public static OptionDescriptor<TimeSpan> HttpHeaders { get; } = new("--http-headers", OptionSyntax.Duration, TimeSpan.FromSeconds(30),
        "How long the headers of an HTTP request may take.");

    /// <summary>Kestrel's own default in bytes a second, after five seconds of grace: below the slowest link in use.</summary>
    public static OptionDescriptor<long> HttpRate { get; } = new("--http-rate", OptionSyntax.Bytes, 240,
        "Least bytes a second at which a request body must come and an answer must be taken.");

    /// <summary>Each costs a few tens of KiB: a thousand stay below 64 MiB.</summary>
    public static OptionDescriptor<int> HttpConnections { get; } = new("--http-connections", OptionSyntax.Whole("COUNT", 1, 1_000_000), 1000,
        "Most HTTP connections at once.");

    /// <summary>Held in memory. A feed message has some hundred bytes; a merge of thousands of pairs still fits.</summary>
    public static OptionDescriptor<long> MllpMessage { get; } = new("--mllp-message", OptionSyntax.MemoryBytes, 1L << 20,
        "Most bytes of one MLLP message.");

    /// <summary>Interface engines keep a connection open for the day; one whose peer is gone without a word should not be kept for ever.</summary>
    public static OptionDescriptor<TimeSpan> MllpIdle { get; } = new("--mllp-idle", OptionSyntax.Duration, TimeSpan.FromMinutes(30),
        "How long an MLLP connection without a message is kept.");

    /// <summary>The largest message at 300 kbit/s.</summary>
    public static OptionDescriptor<TimeSpan> MllpTime { get; } = new("--mllp-time", OptionSyntax.Duration, TimeSpan.FromSeconds(30),
        "How long an MLLP message may take from its first byte to its last.");

    /// <summary>One or two a feeding system; 256 is more systems than a region has.</summary>
    public static OptionDescriptor<int> MllpConnections { get; } = new("--mllp-connections", OptionSyntax.Whole("COUNT", 1, 1_000_000), 256,
        "Most MLLP connections at once.");

    /// <summary>What an orchestrator's usual grace of thirty seconds leaves time for.</summary>
    public static OptionDescriptor<TimeSpan> Drain { get; } = new("--drain", OptionSyntax.Duration, TimeSpan.FromSeconds(25),
        "How long requests under way may take to end when the server stops.");

    // Asynchronous answers

    /// <summary>None: a request must not make the server call an address that nobody here has named.</summary>
    public static OptionDescriptor<ReceiverList?> ReplyTo { get; } = new("--reply-to", OptionSyntax.Receivers, null,
        "Addresses that answers may be sent to when a request's ReplyTo or FaultTo says so, separated by commas.");

    /// <summary>Every one of them is looked at whenever one is sent; a receiver that is down for an hour rarely leaves more.</summary>
    public static OptionDescriptor<int> Answers { get; } = new("--answers", OptionSyntax.Whole("COUNT", 1, 100_000), 1000,
        "Most answers that wait to be sent; then requests that want one are refused.");

    /// <summary>Some hundred retrieved scans, or one very large image.</summary>
    public static OptionDescriptor<long> AnswerBytes { get; } = new("--answer-bytes", OptionSyntax.Bytes, 4L << 30,
        "Most bytes of the answers that wait to be sent.");

    /// <summary>A receiver that was down for a night is back in the morning.</summary>
    public static OptionDescriptor<TimeSpan> AnswerDeadline { get; } = new("--answer-deadline", OptionSyntax.Duration, TimeSpan.FromDays(1),
        "How long it is tried to send an answer before it is given up.");

    /// <summary>A receiver stores what it gets before it says so: as long as common HTTP servers wait.</summary>
    public static OptionDescriptor<TimeSpan> AnswerAttempt { get; } = new("--answer-attempt", OptionSyntax.Duration, TimeSpan.FromMinutes(1),
        "How long one attempt to send an answer may take, and a second more for each 64 KiB of it.");

    // Update notifications

    /// <summary>As many persons as change in a region of a million in some days; a row takes about a hundred bytes.</summary>
    public static OptionDescriptor<int> Notifications { get; } = new("--notifications", OptionSyntax.Whole("COUNT", 1, 10_000_000), 100_000,
        "Most persons of whom one consumer of PIX Update Notifications is still to be told; further ones are listed as given up.");

    /// <summary>A consumer that was down over a weekend is back by then.</summary>
    public static OptionDescriptor<TimeSpan> NotificationDeadline { get; } = new("--notification-deadline", OptionSyntax.Duration, TimeSpan.FromDays(3),
        "How long it is tried to tell a consumer of a person before it is given up.");

    /// <summary>A few times what a busy consumer needs.</summary>
    public static OptionDescriptor<TimeSpan> NotificationAttempt { get; } = new("--notification-attempt", OptionSyntax.Duration, TimeSpan.FromSeconds(30),
        "How long a consumer's acknowledgement is waited for.");

    // Logging

    /// <summary>The least severity that is logged.</summary>
    public static OptionDescriptor<LogLevel> Level { get; } = new("--log-level", OptionSyntax.Level, LogLevel.Information,
        "Least severity that is logged: trace, debug, information, warning or error.");

    /// <summary>The configuration file, which cannot name itself.</summary>
    public static OptionDescriptor<string?> Config { get; } = new("--config", OptionSyntax.File, null,
        "JSON file with options: their names without the dashes.")
    { IsAbsentFromFile = true };

    /// <summary>All of them by section, in the order that people read them.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<OptionDescriptor> Options)> Sections { get; } =
    [
        ("Listener", [Http, Mllp, Bind, InsecurePlain]),
        ("Data", [Data, Scrub, LowDisk]),
        ("Affinity domain", [AffinityDomain]),
        ("On-demand documents", [OnDemandSnapshots]),
        ("Demo", [Demo]),
        ("Limits",
        [
            SoapEnvelope, SoapMemory, XmlDepth, InlineDocument, Document, Parts, SpoolMessage, Spool, HttpIdle, HttpHeaders, HttpRate,
            HttpConnections, MllpMessage, MllpIdle, MllpTime, MllpConnections, Drain,
        ]),
        ("Asynchronous answers", [ReplyTo, Answers, AnswerBytes, AnswerDeadline, AnswerAttempt]),
        ("Update notifications", [Notifications, NotificationDeadline, NotificationAttempt]),
        ("Logging", [Level]),
        ("Configuration", [Config]),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OptionDescriptor> All { get; } = [.. Sections.SelectMany(section => section.Options)];
}
