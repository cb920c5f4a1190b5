using IheRegistry.Model.Access;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

[TestFixture]
public sealed class Iti18RegistryStoredQueryTests
{
    const string Authority = "1.3.6.1.4.1.21367.13.20.1000";

    QueriedRegistry _registry = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        _registry = new QueriedRegistry();
        _registry.Run($"""
            INSERT INTO patient VALUES (1, '{Authority}', 'p1', 1, 0), (2, '{Authority}', 'p2', 2, 0);
            INSERT INTO document_entry (object_row, uuid, logical_id, version, unique_id, patient_row, status, on_demand, offline)
            VALUES (11, x'00000000000000000000000000000011', x'11', 1, '1.11', 1, 1, 0, 0),
              (12, x'00000000000000000000000000000012', x'12', 1, '1.12', 2, 1, 0, 0);
            INSERT INTO entry_uuid SELECT object_row, uuid, 1 FROM document_entry;
            INSERT INTO object_code VALUES (12, 1, 'V^^c');
            INSERT INTO fragment SELECT object_row, x'00' FROM document_entry;
            """);
    }

    [OneTimeTearDown]
    public async Task Drop() => await _registry.DisposeAsync();

    static StoredQueryRequest GetDocuments(ReturnType returnType, params string[] uniqueIds) =>
        new(StoredQueryIds.GetDocuments, returnType, [new QueryParameter(ParameterNames.DocumentEntryUniqueId, uniqueIds)]);

    static StoredQueryRequest FindDocuments(string patient) => new(StoredQueryIds.FindDocuments, ReturnType.ObjectRef,
    [
        new QueryParameter(ParameterNames.DocumentEntryPatientId, [patient]),
        new QueryParameter(ParameterNames.DocumentEntryStatus, [AvailabilityStatusUrn.Approved]),
    ]);

    [Test]
    public async Task Whole_objects_of_several_patients_are_refused_and_none_returned()
    {
        using var answer = await _registry.AskAsync(GetDocuments(ReturnType.LeafClass, "1.11", "1.12"));
        Assert.That(answer.Errors.Select(e => e.Code), Is.EqualTo(new[] { XdsErrorCode.XDSResultNotSinglePatient }));
        Assert.That(answer.Objects.Count, Is.Zero);
    }

    [Test]
    public async Task References_may_span_patients()
    {
        using var answer = await _registry.AskAsync(GetDocuments(ReturnType.ObjectRef, "1.11", "1.12"));
        Assert.That(answer.Errors, Is.Empty);
        Assert.That(answer.Objects.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_hidden_document_of_another_patient_does_not_show_by_an_error()
    {
        var scope = new AccessScope { HiddenConfidentialityCodes = [new Code("V", "c")] };
        using var answer = await _registry.AskAsync(GetDocuments(ReturnType.LeafClass, "1.11", "1.12"), scope: scope);
        Assert.That(answer.Errors, Is.Empty);
        Assert.That(answer.Objects.Single().PatientId!.Id, Is.EqualTo("p1"));
    }

    [Test]
    public async Task An_unknown_patient_has_nothing_and_is_no_error()
    {
        using var answer = await _registry.AskAsync(FindDocuments($"p9^^^&{Authority}&ISO"));
        Assert.That(answer.Errors, Is.Empty);
        Assert.That(answer.Objects.Count, Is.Zero);
        Assert.That(answer.PatientIds.Single().Id, Is.EqualTo("p9"));
    }

    [Test]
    public async Task Each_query_is_audited_be_it_answered_or_refused()
    {
        const string Audited = "SELECT count(*) FROM audit_event WHERE event_type = 'ITI-18' AND outcome {0}";
        var (good, bad) = (_registry.Count(string.Format(null, Audited, "= 0")), _registry.Count(string.Format(null, Audited, "> 0")));
        using var answered = await _registry.AskAsync(FindDocuments($"p1^^^&{Authority}&ISO"));
        using var refused = await _registry.AskAsync(FindDocuments("p1"));
        Assert.That(_registry.Count(string.Format(null, Audited, "= 0")), Is.EqualTo(good + 1));
        Assert.That(_registry.Count(string.Format(null, Audited, "> 0")), Is.EqualTo(bad + 1));
    }
}
