using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Goes through the segments of a feed message: PIDs, each with the MRG, PV1 and NK1 behind it.</summary>
sealed class PatientFeedSegments(PatientFeedEvent feedEvent, List<Hl7Problem> problems)
{
    readonly List<PatientFeedEntry> _patients = [];
    Hl7Segment _pid;
    Hl7Segment _mrg;
    Hl7Segment _pv1;
    Hl7Segment _mother;
    int _pids;
    int _mrgs;

    public IReadOnlyList<PatientFeedEntry> Read(Hl7Message message)
    {
        foreach (var segment in message)
        {
            if (segment.Is("PID")) BeginPatient(segment);
            else if (segment.Is("PV1") && !_pv1.Exists) _pv1 = segment;
            else if (segment.Is("NK1") && !_mother.Exists && segment[3].Text == PatientSegment.Mother) _mother = segment;
            else if (segment.Is("MRG") && feedEvent.HasPriorIdentifiers) TakeMrg(segment);
            else if (segment.Index > 0 && segment.Is("MSH")) Add(Hl7ErrorCode.SegmentSequenceError, "MSH", 2, 0, "A second MSH segment");
        }

        EndPatient();
        CheckCount();
        return _patients;
    }

    void BeginPatient(Hl7Segment pid)
    {
        EndPatient();
        _pid = pid;
        _mrg = _pv1 = _mother = default;
        if (++_pids > 1 && !IsAboutMany && !IsAboutTwo)
            Add(Hl7ErrorCode.SegmentSequenceError, "PID", _pids, 0, "The event is about one patient, but there are several PID segments");
    }

    bool IsAboutMany => feedEvent.HasPriorIdentifiers;

    // Link and unlink, and the swap of two patients' beds (HL7 v2.5 sections 3.3.24, 3.3.37 and 3.3.17).
    bool IsAboutTwo => feedEvent.Kind is PatientFeedKind.Link or PatientFeedKind.Unlink || feedEvent.Code == "A17";

    void CheckCount()
    {
        if (_pids == 0)
            Add(Hl7ErrorCode.SegmentSequenceError, "PID", 1, 0, "The PID segment is missing");
        else if (IsAboutTwo && _pids != 2)
            Add(Hl7ErrorCode.SegmentSequenceError, "PID", 2, 0, "The event is about two patients, but there are not two PID segments");
    }

    void TakeMrg(Hl7Segment mrg)
    {
        _mrgs++;
        if (!_pid.Exists || _mrg.Exists)
            Add(Hl7ErrorCode.SegmentSequenceError, "MRG", _mrgs, 0, "An MRG segment has no PID segment of its own before it");
        _mrg = mrg;
    }

    void EndPatient()
    {
        if (!_pid.Exists) return;
        _patients.Add(new PatientFeedEntry
        {
            Identifiers = ReadIdentifiers(_pid, 3, _pids),
            AlternateIdentifiers = ReadAlternates(),
            PriorIdentifiers = feedEvent.HasPriorIdentifiers ? ReadPrior() : [],
            Demographics = PatientSegment.ReadDemographics(_pid, _mother),
            Visit = _pv1.Exists ? VisitSegment.Read(_pv1) : null,
        });
    }

    IReadOnlyList<PatientIdentifier> ReadAlternates() => _pid[2].IsEmpty && _pid[4].IsEmpty
        ? []
        : [.. PatientSegment.ReadIdentifiers(_pid[2]), .. PatientSegment.ReadIdentifiers(_pid[4])];

    IReadOnlyList<PatientIdentifier> ReadPrior()
    {
        if (_mrg.Exists) return ReadIdentifiers(_mrg, 1, _mrgs);
        Add(Hl7ErrorCode.SegmentSequenceError, "MRG", _mrgs + 1, 0, "The PID segment has no MRG segment behind it");
        return [];
    }

    // PID-3 and MRG-1 need an id and its assigning authority (ITI TF-2 3.8.4.1.2.3 and 3.8.4.2.2). One repetition that has both
    // is enough: what to do with others is the actor's to say.
    IReadOnlyList<PatientIdentifier> ReadIdentifiers(Hl7Segment segment, int field, int sequence)
    {
        var identifiers = PatientSegment.ReadIdentifiers(segment[field]);
        if (identifiers.Count == 0)
            Add(Hl7ErrorCode.RequiredFieldMissing, segment.Name, sequence, field, "There is no patient identifier");
        else if (identifiers.All(identifier => identifier.Authority.IsEmpty))
            Add(Hl7ErrorCode.RequiredFieldMissing, segment.Name, sequence, field, "No patient identifier names its assigning authority", 4);
        return identifiers;
    }

    void Add(Hl7ErrorCode code, string segment, int sequence, int field, string text, int component = 0) =>
        problems.Add(new(code, new(segment, sequence, field, component == 0 ? 0 : 1, component), text));
}
