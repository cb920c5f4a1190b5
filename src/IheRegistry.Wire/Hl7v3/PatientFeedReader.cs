using System.Xml;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>A message of a feed as it came.</summary>
/// <param name="Transmission">The wrapper.</param>
/// <param name="Feed">What it says; null when a problem is an error.</param>
/// <param name="Problems">Everything found, with its location.</param>
public sealed record PatientFeedTransmission(Transmission Transmission, PatientFeedMessage? Feed, IReadOnlyList<Hl7v3Problem> Problems);

/// <summary>
/// Reads Patient Registry Record Added, Record Revised and Duplicates Resolved (ITI TF-2 3.44.4) into what the feed of HL7 v2 is read into: "the scope
/// is identical" (3.44.1).
/// </summary>
public static class PatientFeedReader
{
    static readonly PatientFeedEvent Added = new("A04", PatientFeedKind.Add);
    static readonly PatientFeedEvent Revised = new("A08", PatientFeedKind.Update);
    static readonly PatientFeedEvent Resolved = new("A40", PatientFeedKind.Merge);

    /// <summary>Reads a message; null when the reader stands on another element than the interaction's.</summary>
    /// <param name="reader">The message.</param>
    /// <param name="interaction">One of the three.</param>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static PatientFeedTransmission? Read(XmlReader reader, string interaction)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsStartElement(interaction, Hl7v3Vocabulary.Namespace) ? new Message(interaction).Read(reader) : null;
    }

    /// <summary>The event of HL7 v2 that means the same as an interaction.</summary>
    public static PatientFeedEvent EventOf(string interaction) => interaction switch
    {
        Interactions.RecordAdded => Added,
        Interactions.RecordRevised => Revised,
        _ => Resolved,
    };

    sealed class Message(string interaction)
    {
        const string Subject = "controlActProcess/subject";

        readonly PatientFeedEvent _event = EventOf(interaction);
        readonly List<Hl7v3Problem> _problems = [];
        readonly BoundedList<PatientFeedEntry> _patients = new();
        HierarchicDesignator _provider = HierarchicDesignator.None;
        string _recordedAt = "";
        int _subjects;

        internal PatientFeedTransmission Read(XmlReader reader)
        {
            var transmission = new TransmissionReader(interaction, _problems).Read(reader, act => act.ForEachPart(ReadControlAct));
            if (_subjects == 0) Report(Hl7ErrorCode.SegmentSequenceError, Subject, "There is no subject");
            if (_subjects > 1 && _event.Kind != PatientFeedKind.Merge) Report(Hl7ErrorCode.SegmentSequenceError, $"{Subject}[2]", "The event is about one patient, but there are several subjects");
            if (_patients.IsTooLong) Report(Hl7ErrorCode.DataTypeError, Subject, "There are too many subjects");
            var isTaken = _problems.TrueForAll(problem => problem.Severity != Hl7Severity.Error);
            return new(transmission, isTaken ? Compose(transmission) : null, _problems);
        }

        PatientFeedMessage Compose(Transmission transmission) => new()
        {
            Event = _event,
            ControlId = transmission.Id.ToString(),
            SendingApplication = transmission.Sender.Id.Authority,
            // A sender that is no agent of an organization speaks for the one whose patient it is.
            SendingFacility = transmission.Sender.Organization.IsEmpty ? _provider : transmission.Sender.Organization.Authority,
            ReceivingApplication = transmission.Receiver.Id.Authority,
            ReceivingFacility = transmission.Receiver.Organization.Authority,
            SentAt = transmission.CreatedAt,
            ProcessingId = transmission.ProcessingCode,
            RecordedAt = _recordedAt,
            Patients = _patients.Items,
        };

        void ReadControlAct(XmlReader child, string name)
        {
            if (name == "subject") ReadSubject(child);
            else if (name == "effectiveTime") _recordedAt = child.TakeAttribute("value");
            else child.Skip();
        }

        void ReadSubject(XmlReader subject)
        {
            _subjects++;
            var patient = new PatientReader();
            var prior = new BoundedList<PatientIdentifier>();
            subject.Into("registrationEvent", registration => registration.ForEachPart((child, name) =>
            {
                switch (name)
                {
                    case "subject1": child.Into("patient", patient.Read); break;
                    case "replacementOf" when _event.HasPriorIdentifiers: ReadPrior(child, prior); break;
                    default: child.Skip(); break;
                }
            }));
            Check(patient, prior);
            if (_provider.IsEmpty) _provider = patient.Provider.Authority;
            _patients.Add(new PatientFeedEntry
            {
                Identifiers = patient.Identifiers,
                AlternateIdentifiers = patient.OtherIdentifiers,
                PriorIdentifiers = prior.Items,
                Demographics = patient.Demographics,
            });
        }

        static void ReadPrior(XmlReader replacement, BoundedList<PatientIdentifier> prior) =>
            replacement.Into("priorRegistration", registration => registration.Into("subject1", subject => subject.Into("priorRegisteredRole", role =>
                role.Into("id", id =>
                {
                    var read = DataTypeReader.Identifier(id);
                    if (read.Extension.Length > 0) prior.Add(read.ToPatientIdentifier());
                }))));

        void Check(PatientReader patient, BoundedList<PatientIdentifier> prior)
        {
            var registration = $"{Subject}[{_subjects}]/registrationEvent";
            Check(patient.Identifiers, $"{registration}/subject1/patient/id", "There is no patient identifier");
            if (!patient.HasPerson) Report(Hl7ErrorCode.RequiredFieldMissing, $"{registration}/subject1/patient/patientPerson", "The patient is no person");
            if (patient.IsTooLong || prior.IsTooLong) Report(Hl7ErrorCode.DataTypeError, $"{registration}/subject1/patient", "Something is repeated too often");
            if (_event.HasPriorIdentifiers)
            {
                Check(prior.Items, $"{registration}/replacementOf/priorRegistration/subject1/priorRegisteredRole/id", "There is no identifier that is subsumed");
            }
        }

        // One that has both is enough: what to do with others is the actor's to say.
        void Check(IReadOnlyList<PatientIdentifier> identifiers, string path, string missing)
        {
            if (identifiers.Count == 0) Report(Hl7ErrorCode.RequiredFieldMissing, path, missing);
            else if (identifiers.All(identifier => identifier.Authority.IsEmpty)) Report(Hl7ErrorCode.RequiredFieldMissing, $"{path}/@root", "No identifier has a root");
        }

        void Report(Hl7ErrorCode code, string path, string text) => _problems.Add(new(code, Hl7v3Locations.Of(interaction, path), text));
    }
}
