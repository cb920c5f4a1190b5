using System.Xml;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Accept Acknowledgement, MCCI_IN000002UV01 (ITI TF-2 O.1.2): the answer to a feed, an update notification and the cancellation of a query.</summary>
/// <param name="Transmission">The wrapper.</param>
/// <param name="TypeCode">CA (taken), CE (in error) or CR (rejected).</param>
/// <param name="Target">The id of the message that is acknowledged.</param>
/// <param name="Problems">What was found.</param>
public sealed record AcceptAcknowledgement(Transmission Transmission, string TypeCode, InstanceIdentifier Target, IReadOnlyList<Hl7v3Problem> Problems)
{
    /// <summary>True when the message was taken.</summary>
    public bool IsAccepted => TypeCode is "CA" or "AA";

    /// <summary>The acknowledgement of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="self">Who answers, where the message does not say whom it is for.</param>
    /// <param name="now">When.</param>
    public static AcceptAcknowledgement Of(Transmission message, IReadOnlyList<Hl7v3Problem> problems, MessageDevice self, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(problems);
        var errors = problems.Where(problem => problem.Severity == Hl7Severity.Error).ToList();
        var typeCode = errors.Count == 0 ? "CA" : errors.Exists(problem => problem.Code.IsRejection()) ? "CR" : "CE";
        return new(message.Answer(Interactions.AcceptAcknowledgement, self, now), typeCode, message.Id, problems);
    }

    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static AcceptAcknowledgement? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsStartElement(Interactions.AcceptAcknowledgement, Hl7v3Vocabulary.Namespace)) return null;
        var acknowledgement = new AcknowledgementReader();
        var transmission = new TransmissionReader(Interactions.AcceptAcknowledgement, []).Read(reader, null, acknowledgement.Read);
        return new(transmission, acknowledgement.TypeCode, acknowledgement.Target, acknowledgement.Problems);
    }

    /// <summary>Writes the message.</summary>
    public void Write(Utf8XmlWriter xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        TransmissionWriter.Start(xml, Transmission, TransmissionWriter.Never);
        TransmissionWriter.Acknowledgement(xml, TypeCode, Target, Problems);
        TransmissionWriter.End(xml, Transmission);
    }
}
