using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Demographics;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v3;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v3;

/// <summary>Whatever is sent, readers answer with values or say that it is no XML; whatever is told, writers write what is valid.</summary>
[TestFixture]
public sealed class RobustnessTests
{
    static readonly byte[][] Messages =
    [
        V3Messages.WriteFeed(Interactions.RecordAdded), V3Messages.WriteFeed(Interactions.RecordRevised), V3Messages.WriteFeed(Interactions.DuplicatesResolved),
        V3Messages.WritePix(), V3Messages.WritePdq(), V3Messages.WriteContinuation(),
        V3Messages.Write(AcceptAcknowledgement.Of(V3Messages.Begin(Interactions.RecordAdded), [], V3Messages.Self, V3Messages.Now).Write),
    ];

    static readonly string[] Pieces =
    [
        "<", "/>", "</", ">", "\"", "=", "&amp;", "<id/>", "<value/>", "<name>", "</name>", "<patient>", " root=\"x\"", " nullFlavor=\"NI\"", " xsi:type=\"a:b\"",
        "urn:hl7-org:v3", "PRPA_IN201301UV02", "queryByParameter", "code", "<![CDATA[x]]>", "<!-- -->", "<?p?>", "\u0001", "2147483648", "-1", "é",
    ];

    [Test]
    public void Mutations_are_read_or_no_XML()
    {
        var mutations =
            from message in Gen.Choose(0, Messages.Length - 1)
            from places in Gen.Choose(1, 3)
            from edits in (from at in Gen.Choose(0, 100_000)
                           from length in Gen.Choose(0, 40)
                           from piece in Gen.Elements(Pieces)
                           select (at, length, piece)).ArrayOf(places)
            select Mutate(Encoding.UTF8.GetString(Messages[message]), edits);
        Prop.ForAll(mutations.ToArbitrary(), message => ReadsOrIsNoXml(Encoding.UTF8.GetBytes(message)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Test]
    public void Elements_that_are_moved_are_read()
    {
        var moves =
            from message in Gen.Choose(0, Messages.Length - 1)
            from source in Gen.Choose(0, 1000)
            from target in Gen.Choose(0, 1000)
            select (message, source, target);
        Prop.ForAll(moves.ToArbitrary(), move =>
        {
            var root = V3Messages.Parse(Messages[move.message]);
            var elements = root.Descendants().ToList();
            elements[move.target % elements.Count].Add(new System.Xml.Linq.XElement(elements[move.source % elements.Count]));
            return ReadsOrIsNoXml(Encoding.UTF8.GetBytes(root.ToString()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void Any_demographics_are_written_valid()
    {
        if (!Hl7v3Schema.IsPresent) Assert.Ignore("The schemas of HL7 V3 are not beside the repository.");
        var texts = Gen.Elements("", " ", "x", "a b", "<&\">", "\u0001", "\uD800", "张", "2.16", "19800101", "Y", "tel:1", "a@b", "-", "\"\"");
        var people =
            from t in texts.ArrayOf(30)
            select new PatientDemographics
            {
                Names = [new PersonName(t[0], t[1], t[2], t[3], t[4], t[5], t[6])],
                MothersMaidenNames = [new PersonName(t[7], t[8], "", "", "", "", "")],
                BirthDate = t[9],
                Sex = t[10],
                Race = t[11],
                EthnicGroup = t[12],
                Language = t[13],
                MaritalStatus = t[14],
                Religion = t[15],
                Addresses = [new PostalAddress(t[16], t[17], t[18], t[19], t[20], t[21], t[22])],
                Telecoms = [new Telecom(t[23], t[24], t[25])],
                MultipleBirth = t[26],
                BirthOrder = t[27],
                Citizenship = t[28],
                BirthPlace = t[29],
                DeathTime = t[0],
                IsDead = t[1],
            };
        Prop.ForAll(people.ToArbitrary(), person =>
        {
            var errors = Hl7v3Schema.Errors(V3Messages.Parse(V3Messages.WriteFeed(Interactions.RecordAdded, V3Messages.Entry(person))));
            return errors.Count == 0 ? true : throw new AssertionException(string.Join('\n', errors));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    static string Mutate(string message, (int At, int Length, string Piece)[] edits)
    {
        foreach (var (at, length, piece) in edits)
        {
            var start = at % (message.Length + 1);
            message = message[..start] + piece + message[Math.Min(message.Length, start + length)..];
        }

        return message;
    }

    static bool ReadsOrIsNoXml(byte[] message)
    {
        foreach (var read in Readers())
        {
            try
            {
                V3Messages.Read(message, read);
            }
            catch (XmlException)
            {
                // No XML.
            }
        }

        return true;
    }

    static IEnumerable<Func<XmlDictionaryReader, object?>> Readers() =>
    [
        reader => PatientFeedReader.Read(reader, Interactions.RecordAdded),
        reader => PatientFeedReader.Read(reader, Interactions.RecordRevised),
        reader => PatientFeedReader.Read(reader, Interactions.DuplicatesResolved),
        GetIdentifiersQueryReader.Read, FindCandidatesQueryReader.Read, QueryContinuationReader.Read, AcceptAcknowledgement.Read,
        GetIdentifiersResponse.Read, FindCandidatesResponse.Read,
    ];
}
