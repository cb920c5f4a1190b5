using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Feeds records one after the other as the manager does, with everything in memory: only decisions are measured, not storage.</summary>
public sealed class MemoryRegister(MatchSettings settings, IReadOnlyList<SyntheticRecord> records)
{
    /// <summary>As the manager caps candidates.</summary>
    const int MostPerKey = 200;

    readonly PatientNormaliser _normaliser = new(settings.StopList);
    readonly Matcher _matcher = new(settings);
    readonly Dictionary<long, List<int>> _recordsOfKey = [];
    readonly List<NormalisedPatient> _normalised = [];
    readonly Dictionary<long, List<int>> _recordsOfPerson = [];
    readonly long[] _personOf = new long[records.Count];

    /// <summary>Who each record was decided to be.</summary>
    public IReadOnlyList<long> PersonOf => _personOf;

    /// <summary>Pairs of records put before a steward.</summary>
    public List<Proposal> Proposals { get; } = [];

    /// <summary>Decisions in which a key was capped.</summary>
    public int Capped { get; private set; }

    /// <summary>Persons joined to another.</summary>
    public int Joined { get; private set; }

    /// <summary>Records compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Decisions by rule.</summary>
    public Dictionary<(MatchOutcome, MatchRule), int> Rules { get; } = [];

    /// <summary>Feeds all records in their order.</summary>
    public void FeedAll()
    {
        for (var record = 0; record < records.Count; record++) Feed(record);
    }

    void Feed(int record)
    {
        var patient = _normaliser.Normalise(Facts.Of(records[record]));
        _normalised.Add(patient);
        var capped = new List<long>();
        var candidates = Candidates(patient, capped);
        if (capped.Count > 0) Capped++;
        var decision = _matcher.Decide(patient, candidates, _ => false, capped);
        Rules[(decision.Outcome, decision.Rule)] = Rules.GetValueOrDefault((decision.Outcome, decision.Rule)) + 1;
        foreach (var person in decision.Reviews.Except(decision.Joins)) Proposals.Add(new Proposal(record, _recordsOfPerson[person][0], decision.Rule));
        foreach (var joined in decision.Joins) Join(joined, decision.Person!.Value);
        Add(record, decision.Person ?? record + 1);
        foreach (var key in patient.BlockingKeys) ListOf(_recordsOfKey, key.Hash).Add(record);
    }

    List<CandidatePerson> Candidates(NormalisedPatient patient, List<long> capped)
    {
        var persons = new SortedSet<long>();
        foreach (var key in patient.BlockingKeys)
        {
            if (!_recordsOfKey.TryGetValue(key.Hash, out var found)) continue;
            if (found.Count > MostPerKey) capped.Add(key.Hash);
            foreach (var record in found.Take(MostPerKey))
                if (_matcher.IsNear(patient, _normalised[record])) persons.Add(_personOf[record]);
        }
        var candidates = new List<CandidatePerson>();
        foreach (var person in persons) candidates.Add(new CandidatePerson(person, _recordsOfPerson[person].ConvertAll(r => _normalised[r])));
        Compared += candidates.Sum(c => c.Records.Count);
        return candidates;
    }

    void Join(long person, long survivor)
    {
        Joined++;
        foreach (var record in _recordsOfPerson[person]) Add(record, survivor);
        _recordsOfPerson.Remove(person);
    }

    void Add(int record, long person)
    {
        _personOf[record] = person;
        ListOf(_recordsOfPerson, person).Add(record);
    }

    static List<int> ListOf(Dictionary<long, List<int>> lists, long key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
