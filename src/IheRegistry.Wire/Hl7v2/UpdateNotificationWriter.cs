using System.Buffers;
using System.Globalization;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Writes ADT^A31 of HL7 v2.5, the PIX Update Notification [ITI-10] (ITI TF-2 3.10.4.1.2).</summary>
public static class UpdateNotificationWriter
{
    const string Event = "A31";

    /// <summary>Writes the message in UTF-8.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="notification">What it says.</param>
    public static void Write(IBufferWriter<byte> output, UpdateNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var at = notification.At.ToUniversalTime().ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        var writer = new Hl7Writer(output, Hl7Delimiters.Default, Hl7Charset.Utf8);
        writer.Header()
            .Field(3, notification.SendingApplication).Field(4, notification.SendingFacility)
            .Field(5, notification.ReceivingApplication).Field(6, notification.ReceivingFacility).Field(7, at)
            .Field(9).Component(1, "ADT").Component(2, Event).Component(3, "ADT_A05")
            .Field(10, notification.ControlId).Field(11, "P").Field(12, "2.5").Field(18, Hl7Charset.Utf8.Name);
        writer.Segment("EVN").Field(2, at);
        // The name is a space, and the patient's class not applicable (3.10.4.1.2.3 and 3.10.4.1.2.4).
        writer.Segment("PID").Identifiers(3, notification.Identifiers).Field(5, " ");
        writer.Segment("PV1").Field(2, "N");
        writer.End();
    }
}
