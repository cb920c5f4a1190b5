using System.Globalization;
using System.Xml;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>A continuation or cancellation as it came.</summary>
/// <param name="Transmission">The wrapper.</param>
/// <param name="QueryId">The original query's id.</param>
/// <param name="Start">startResultNumber; null when not said.</param>
/// <param name="Quantity">continuationQuantity; null when not said.</param>
/// <param name="IsCancellation">statusCode is aborted, or the element is that of a cancellation.</param>
/// <param name="Problems">Everything found, with its location.</param>
public sealed record QueryContinuationMessage(
    Transmission Transmission, InstanceIdentifier QueryId, int? Start, int? Quantity, bool IsCancellation, IReadOnlyList<Hl7v3Problem> Problems);

/// <summary>Reads General Query Activate Query Continuation, QUQI_IN000003UV01 (ITI TF-2 3.47.4.3.2).</summary>
public static class QueryContinuationReader
{
    const string Continuation = "controlActProcess/queryContinuation";

    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static QueryContinuationMessage? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.IsStartElement(Interactions.QueryContinuation, Hl7v3Vocabulary.Namespace)) return Read(reader, Interactions.QueryContinuation);
        return reader.IsStartElement(Interactions.QueryCancellation, Hl7v3Vocabulary.Namespace) ? Read(reader, Interactions.QueryCancellation) : null;
    }

    static QueryContinuationMessage Read(XmlReader reader, string interaction)
    {
        var problems = new List<Hl7v3Problem>();
        var queryId = InstanceIdentifier.None;
        int? start = null, quantity = null;
        var isCancellation = interaction == Interactions.QueryCancellation;
        var transmission = new TransmissionReader(interaction, problems).Read(reader, act => act.Into("queryContinuation", continuation =>
            continuation.ForEachPart((child, name) =>
            {
                switch (name)
                {
                    case "queryId": queryId = DataTypeReader.Identifier(child); break;
                    case "startResultNumber": start = Quantity(child, name); break;
                    case "continuationQuantity": quantity = Quantity(child, name); break;
                    // "by ... setting the continuationQuantity attribute to 0, and setting the statusCode to aborted" (ITI TF-2 3.47.4.3.3).
                    case "statusCode": isCancellation |= DataTypeReader.Code(child) == "aborted"; break;
                    default: child.Skip(); break;
                }
            })));
        if (quantity == 0 && !isCancellation)
            problems.Add(new(Hl7ErrorCode.DataTypeError, Hl7v3Locations.Of(interaction, $"{Continuation}/continuationQuantity"), "Only a cancellation asks for none"));
        if (queryId.IsEmpty) problems.Add(new(Hl7ErrorCode.RequiredFieldMissing, Hl7v3Locations.Of(interaction, $"{Continuation}/queryId"), "There is no queryId"));
        return new(transmission, queryId, start, quantity, isCancellation, problems);

        int? Quantity(XmlReader value, string name)
        {
            var text = value.TakeAttribute("value");
            if (text.Length == 0) return null;
            // A cancellation says that it wants none.
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (number > 0 || name == "continuationQuantity")) return number;
            problems.Add(new(Hl7ErrorCode.DataTypeError, Hl7v3Locations.Of(interaction, $"{Continuation}/{name}"), "This is no quantity"));
            return null;
        }
    }
}
