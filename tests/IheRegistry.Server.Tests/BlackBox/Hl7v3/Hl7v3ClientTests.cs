using IheRegistry.Client;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>The V3 clients against the server.</summary>
[TestFixture]
public sealed class Hl7v3ClientTests : Hl7v3Fixture
{
    static readonly Hl7v3ClientOptions Options = new(MessageDevice.Of("1.3.6.1.4.1.21367.2026.4.2"), MessageDevice.Of("1.3.6.1.4.1.21367.2026.1"));

    readonly HttpClient _http = new();

    PatientIdentifierManagerClient Manager => new(_http, Server.Manager, Options);

    PatientDemographicsSupplierClient Supplier => new(_http, Server.Supplier, Options);

    [OneTimeTearDown]
    public void CloseClient() => _http.Dispose();

    [Test]
    public async Task Patients_are_added_revised_merged_and_cross_referenced()
    {
        var (one, other) = (Patient(Letters()), Patient(Letters()));
        Assert.That((await Manager.AddAsync(one)).TypeCode, Is.EqualTo("CA"));
        Assert.That((await Manager.AddAsync(other)).TypeCode, Is.EqualTo("CA"));
        Assert.That((await Manager.ReviseAsync(one with { Demographics = one.Demographics with { Sex = "F" } })).IsAccepted, Is.True);

        var known = await Manager.QueryAsync(new PixQuery(one.Identifiers[0], []));
        Assert.That((known.Acknowledgement.TypeCode, known.Acknowledgement.ResponseCode), Is.EqualTo(("AA", "OK")));
        Assert.That(known.Identifiers, Is.Not.Empty, "the enterprise id");

        Assert.That((await Manager.MergeAsync(one.Identifiers[0], other.Identifiers[0])).TypeCode, Is.EqualTo("CA"));
        var gone = await Manager.QueryAsync(new PixQuery(other.Identifiers[0], []));
        Assert.That((gone.Acknowledgement.TypeCode, gone.Acknowledgement.Problems[0].Code), Is.EqualTo(("AE", Hl7ErrorCode.UnknownKeyIdentifier)));
    }

    [Test]
    public async Task What_is_refused_is_a_value()
    {
        var acknowledgement = await Manager.AddAsync(Patient(Letters(), "1.2.3.4"));
        Assert.That((acknowledgement.TypeCode, acknowledgement.Problems[0].Code), Is.EqualTo(("CE", Hl7ErrorCode.UnknownKeyIdentifier)));
    }

    [Test]
    public async Task Patients_are_found_gone_on_with_and_given_up()
    {
        var family = Letters();
        var patients = Enumerable.Range(0, 3).Select(_ => Patient(family)).ToList();
        foreach (var patient in patients) await Manager.AddAsync(patient);
        var queryId = InstanceIdentifier.New();
        var query = new PdqQuery
        {
            QueryId = queryId.ToString(),
            Criteria = new PdqCriteria { Names = [new NamePattern { Family = TextPattern.Beginning(family[..8]) }], Sex = "M", BirthDate = new BirthDateRange("1980", "1990") },
            Domains = [patients[0].Identifiers[0].Authority],
            Increment = 1,
        };
        var first = await Supplier.QueryAsync(queryId, query);
        var second = await Supplier.ContinueAsync(queryId, first);
        Assert.That((first.Total, first.Remaining, second.Total, second.Remaining), Is.EqualTo((3, 2, 3, 1)));
        var found = first.Patients.Concat(second.Patients).Select(patient => patient.Identifiers.Single().Id).ToList();
        Assert.That(found, Is.Unique.And.SubsetOf(patients.Select(patient => patient.Identifiers[0].Id)));
        Assert.That(first.Patients[0].Demographics.Names![0].Family, Is.EqualTo(family));

        Assert.That((await Supplier.CancelAsync(queryId, second)).TypeCode, Is.EqualTo("CA"));
        Assert.That((await Supplier.ContinueAsync(queryId, second)).Acknowledgement.TypeCode, Is.EqualTo("AE"));
    }

    static PatientFeedEntry Patient(string family, string authority = Authority) => new()
    {
        Identifiers = [new PatientIdentifier(NewId(), new HierarchicDesignator("", authority, "ISO"), "")],
        PriorIdentifiers = [],
        Demographics = new PatientDemographics
        {
            Names = [new PersonName(family, Letters(), "", "", "", "L", "")],
            BirthDate = $"198{Random.Shared.Next(10)}0101",
            Sex = "M",
        },
    };
}
