using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Tests.Hl7v3;

/// <summary>Made-up messages and short ways to write and read them.</summary>
static class V3Messages
{
    public static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public static readonly HierarchicDesignator Domain = new("HOSP", "1.3.6.1.4.1.21367.13.20.1000", "ISO");

    public static readonly HierarchicDesignator Other = new("", "1.3.6.1.4.1.21367.13.20.2000", "ISO");

    public static readonly MessageDevice Source = new(
        new InstanceIdentifier("1.2.840.1"), "Source", new InstanceIdentifier("1.2.840.2", "", "NORTH"));

    public static readonly MessageDevice Self = MessageDevice.Of("1.2.840.9");

    public static readonly PatientDemographics Person = new()
    {
        Names = [new PersonName("Specimen", "Ada", "Maria Eva", "Jr", "Dr", "L", "A"), new PersonName("Muster", "Ada", "", "", "", "B", "")],
        MothersMaidenNames = [new PersonName("Mother", "Eva", "", "", "", "", "")],
        MothersIdentifiers = [new PatientIdentifier("M-1", Domain, "")],
        BirthDate = "19800229",
        Sex = "F",
        Race = "2028-9",
        EthnicGroup = "H",
        Addresses = [new PostalAddress("1 Main St", "Back door", "Springfield", "XX", "12345", "US", "H")],
        Telecoms =
        [
            new Telecom("+86 755 1234(5)", "PRN", "PH"), new Telecom("139#1234", "PRN", "CP"), new Telecom("ada@example.org", "NET", "Internet"),
            new Telecom("555-0199", "WPN", "FX"),
        ],
        Language = "eng",
        MaritalStatus = "M",
        Religion = "1022",
        MultipleBirth = "Y",
        BirthOrder = "2",
        Citizenship = "CN",
        DeathTime = "20260101120000+0800",
        IsDead = "Y",
        BirthPlace = "深圳",
    };

    public static PatientFeedEntry Entry(PatientDemographics? person = null) => new()
    {
        Identifiers = [new PatientIdentifier("4711", Domain, "")],
        AlternateIdentifiers = [new PatientIdentifier("440301198002290028", new HierarchicDesignator("", "1.2.156.1", "ISO"), "")],
        PriorIdentifiers = [new PatientIdentifier("4712", Domain, "")],
        Demographics = person ?? Person,
    };

    public static Transmission Begin(string interaction) => Transmission.Begin(interaction, Source, MessageDevice.Of("1.2.840.3"), Now);

    public static readonly InstanceIdentifier QueryId = new("1.2.840.4", "Q-1");

    public static readonly PixQuery Pix = new(new PatientIdentifier("4711", Domain, ""), [Other, new HierarchicDesignator("", "1.2.3.4", "ISO")]);

    public static readonly PdqQuery Pdq = new()
    {
        QueryId = QueryId.ToString(),
        Criteria = new PdqCriteria
        {
            Identifiers = [new IdentifierPattern(TextPattern.Whole("4711"), Domain), new IdentifierPattern(null, Other)],
            Names =
            [
                new NamePattern { Family = TextPattern.Beginning("Spec"), Given = TextPattern.Beginning("A"), Middle = TextPattern.Beginning("M") },
                new NamePattern { Family = TextPattern.Whole("Speci*"), Suffix = TextPattern.Whole("Jr"), Prefix = TextPattern.Whole("Dr") },
                new NamePattern { WholeName = TextPattern.Whole("张三") },
            ],
            MothersMaidenNames = [new NamePattern { Family = TextPattern.Whole("Mother") }],
            BirthDate = new BirthDateRange("19800101", "19801231"),
            Sex = "F",
            Addresses = [new AddressPattern { Street = TextPattern.Whole("1 Main St"), City = TextPattern.Whole("Springfield") }, new AddressPattern { Country = TextPattern.Whole("US") }],
            Telecoms = [TextPattern.Whole("+86 755 1"), TextPattern.Whole("ada@example.org")],
        },
        Domains = [Other],
        Increment = 5,
    };

    /// <summary>What a writer writes.</summary>
    public static byte[] Write(Action<Utf8XmlWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(buffer);
        write(xml);
        xml.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] WriteFeed(string interaction, PatientFeedEntry? entry = null) =>
        Write(xml => PatientFeedWriter.Write(xml, Begin(interaction), entry ?? Entry()));

    public static byte[] WritePix(PixQuery? query = null) => Write(xml => QueryWriter.WriteGetIdentifiers(xml, Begin(Interactions.GetIdentifiersQuery), QueryId, query ?? Pix));

    public static byte[] WritePdq(PdqQuery? query = null) => Write(xml => QueryWriter.WriteFindCandidates(xml, Begin(Interactions.FindCandidatesQuery), QueryId, query ?? Pdq));

    public static byte[] WriteContinuation(string interaction = Interactions.QueryContinuation) =>
        Write(xml => QueryWriter.WriteContinuation(xml, Begin(interaction), new InstanceIdentifier("1.2.3", "R-1"), QueryId, 6, 5));

    /// <summary>Reads bytes as a body of a SOAP message is read.</summary>
    public static T Read<T>(byte[] message, Func<XmlDictionaryReader, T> read)
    {
        using var reader = XmlDictionaryReader.CreateTextReader(message, XmlDictionaryReaderQuotas.Max);
        reader.MoveToContent();
        return read(reader);
    }

    public static XElement Parse(byte[] message) => XElement.Parse(Encoding.UTF8.GetString(message));

    /// <summary>For a comparison by content.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
