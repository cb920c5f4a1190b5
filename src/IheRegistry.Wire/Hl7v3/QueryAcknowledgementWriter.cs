using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>How much of an answer there is.</summary>
/// <param name="Total">resultTotalQuantity.</param>
/// <param name="Current">resultCurrentQuantity.</param>
/// <param name="Remaining">resultRemainingQuantity.</param>
sealed record ResultQuantities(int Total, int Current, int Remaining);

/// <summary>Writes queryAck.</summary>
static class QueryAcknowledgementWriter
{
    internal static void Write(Utf8XmlWriter xml, InstanceIdentifier queryId, string responseCode, ResultQuantities? quantities)
    {
        xml.StartElement("queryAck"u8);
        DataTypeWriter.Identifier(xml, "queryId"u8, queryId);
        DataTypeWriter.Attribute(xml, "statusCode"u8, "code"u8, StatusOf(responseCode, quantities));
        DataTypeWriter.Attribute(xml, "queryResponseCode"u8, "code"u8, responseCode);
        if (quantities is not null)
        {
            DataTypeWriter.Number(xml, "resultTotalQuantity"u8, quantities.Total);
            DataTypeWriter.Number(xml, "resultCurrentQuantity"u8, quantities.Current);
            DataTypeWriter.Number(xml, "resultRemainingQuantity"u8, quantities.Remaining);
        }

        xml.EndElement("queryAck"u8);
    }

    // HL7's QueryStatusCode: what is still to come waits for its continuation.
    static string StatusOf(string responseCode, ResultQuantities? quantities)
    {
        if (responseCode is not ("OK" or "NF")) return "aborted";
        return quantities is { Remaining: > 0 } ? "waitContinuedQueryResponse" : "deliveredResponse";
    }
}
