using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// Many samples are templates from which the sending tool makes a request, without placeholders that say so: it gives every object a new
/// uniqueId, sets the patient, and adds the documents and what is said of their bytes. This does the same, so that the rest can be judged.
/// </summary>
static class SampleCompletion
{
    static readonly XNamespace XdsB = "urn:ihe:iti:xds-b:2007";
    static readonly XNamespace Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";

    /// <summary>Completes a body; what a sending tool does not touch stays as it is.</summary>
    public static void Complete(XElement body)
    {
        foreach (var identifier in body.Descendants(Rim + "ExternalIdentifier"))
            CompleteIdentifier(identifier.Attribute("value"), (string?)identifier.Attribute("identificationScheme"));
        if (body.Name == XdsB + "ProvideAndRegisterDocumentSetRequest" && !body.Elements(XdsB + "Document").Any()) AddDocuments(body);
    }

    // A uniqueId that is a name and no OID stands for one; so does a patient id without any structure.
    static void CompleteIdentifier(XAttribute? value, string? scheme)
    {
        if (value is null) return;
        if (SampleObjects.IsUniqueId(scheme) && value.Value is [var first, ..] && (char.IsAsciiLetter(first) || first == '$') && !value.Value.Contains(':', StringComparison.Ordinal))
            value.Value = SubmissionBuilder.NewOid();
        else if (SampleObjects.IsPatientId(scheme) && !value.Value.Contains('^', StringComparison.Ordinal))
            value.Value = SubmissionBuilder.DefaultPatient;
    }

    static void AddDocuments(XElement request)
    {
        foreach (var entry in request.Descendants(Rim + "ExtrinsicObject"))
        {
            entry.Elements(Rim + "Slot").Where(slot => (string?)slot.Attribute("name") is SlotNames.Hash or SlotNames.Size).Remove();
            request.Add(new XElement(XdsB + "Document", entry.Attribute("id"), Convert.ToBase64String("A document."u8)));
        }
    }
}
