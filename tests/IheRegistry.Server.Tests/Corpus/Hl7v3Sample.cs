using System.Xml;
using System.Xml.Linq;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A sample of an HL7 V3 message.</summary>
/// <param name="Form">An envelope, a bare message, or an answer.</param>
/// <param name="Text">Its text, placeholders filled.</param>
/// <param name="Payload">The message; null when it is no XML.</param>
sealed record Hl7v3Sample(SampleForm Form, string Text, XElement? Payload)
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static readonly string[] Responses = ["MCCI_IN000002UV01", "PRPA_IN201306UV02", "PRPA_IN201310UV02"];

    /// <summary>Of ITI-47.</summary>
    public bool IsToSupplier => Payload?.Name.LocalName is "PRPA_IN201305UV02" or "QUQI_IN000003UV01";

    /// <summary>Takes a file apart.</summary>
    public static Hl7v3Sample Read(SampleFile file)
    {
        var text = Placeholders.Replace(file.Text, ValueOf);
        var root = TryParse(text);
        var payload = root?.Name == Soap + "Envelope" ? root.Element(Soap + "Body")?.Elements().FirstOrDefault() : root;
        var form = payload is not null && Responses.Contains(payload.Name.LocalName) ? SampleForm.Response
            : root?.Name == Soap + "Envelope" ? SampleForm.Envelope
            : SampleForm.Body;
        return new(form, text, payload);
    }

    /// <summary>The envelope in which it goes out.</summary>
    public string Envelope()
    {
        if (Form == SampleForm.Envelope || Payload is null) return Text;
        var envelope = new XElement(
            Soap + "Envelope",
            new XElement(
                Soap + "Header",
                new XElement(Addressing + "Action", new XAttribute(Soap + "mustUnderstand", "1"), $"urn:hl7-org:v3:{Payload.Name.LocalName}"),
                new XElement(Addressing + "MessageID", $"urn:uuid:{Guid.NewGuid()}")),
            new XElement(Soap + "Body", Payload));
        return envelope.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Records of the patients that a merge or a PIX query counts on; of anything else none.</summary>
    public IEnumerable<Hl7v3Sample> KnownPatients()
    {
        string[] holders = Payload?.Name.LocalName switch
        {
            "PRPA_IN201304UV02" => ["patient", "priorRegisteredRole"],
            "PRPA_IN201309UV02" => ["patientIdentifier"],
            _ => [],
        };
        return (Payload?.Descendants() ?? [])
            .Where(element => element.Name.LocalName is "id" or "value" && holders.Contains(element.Parent!.Name.LocalName))
            .Select(id => new Hl7v3Sample(SampleForm.Body, "", Added(id)));
    }

    static XElement Added(XElement id) => new(
        Hl7 + "PRPA_IN201301UV02",
        new XAttribute("ITSVersion", "XML_1.0"),
        new XElement(Hl7 + "id", new XAttribute("root", Guid.NewGuid())),
        new XElement(
            Hl7 + "controlActProcess",
            new XElement(Hl7 + "subject", new XElement(Hl7 + "registrationEvent", new XElement(Hl7 + "subject1", new XElement(
                Hl7 + "patient",
                new XElement(Hl7 + "id", id.Attributes()),
                new XElement(Hl7 + "patientPerson", new XElement(Hl7 + "name", new XElement(Hl7 + "family", "Sample")))))))));

    static string ValueOf(string placeholder) => placeholder switch
    {
        "PATIENT_ID" => "V3-TEMPLATE-1",
        "ASSIGNING_AUTHORITY" => "1.3.6.1.4.1.21367.13.20.1000",
        "LOCAL_PATIENT_ID" => "LOCAL-1",
        "LOCAL_ASSIGNING_AUTHORITY" => "1.3.6.1.4.1.21367.2026.3.1.1",
        "GENDER_CODE" => "F",
        "BIRTH_TIME" => "19700101",
        "SSN" => "999-00-0001",
        "RACE_CODE" => "2028-9",
        _ => "Example",
    };

    static XElement? TryParse(string text)
    {
        try
        {
            return XDocument.Parse(text.TrimStart()).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
