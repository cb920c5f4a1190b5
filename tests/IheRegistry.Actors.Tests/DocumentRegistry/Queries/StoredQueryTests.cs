using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

/// <summary>Asking ITI-18 with parameters, and what of them reaches the registry.</summary>
public abstract class StoredQueryTests
{
    /// <summary>A patient as the wire names it.</summary>
    protected const string PatientText = "p1^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    QueriedRegistry _registry = null!;

    /// <summary>The same patient.</summary>
    protected static PatientId Patient { get; } = new("p1", "1.3.6.1.4.1.21367.13.20.1000");

    /// <summary>Makes the registry.</summary>
    [OneTimeSetUp]
    public void Make() => _registry = new QueriedRegistry();

    /// <summary>Drops it.</summary>
    [OneTimeTearDown]
    public async Task Drop() => await _registry.DisposeAsync();

    /// <summary>A parameter.</summary>
    protected static QueryParameter P(string name, params string[] values) => new(name, values);

    /// <summary>The error of a required parameter that is not there.</summary>
    protected static (XdsErrorCode Code, string? Location) Missing(string name) => (XdsErrorCode.XDSStoredQueryMissingParam, name);

    /// <summary>The error of a parameter that is there too often.</summary>
    protected static (XdsErrorCode Code, string? Location) TooMany(string name) => (XdsErrorCode.XDSStoredQueryParamNumber, name);

    /// <summary>The error of a parameter whose value is of the wrong form.</summary>
    protected static (XdsErrorCode Code, string? Location) Refused(string name) => (XdsErrorCode.XDSRegistryError, name);

    // Each query belongs to one transaction.
    Task<StoredQueryAnswer> AskAsync(StoredQueryRequest request, RecordedQueries recorded) => IsMultiPatient
        ? _registry.AskMultiplePatientsAsync(request, recorded)
        : _registry.AskAsync(request, recorded);

    /// <summary>True to ask by ITI-51.</summary>
    protected virtual bool IsMultiPatient => false;

    /// <summary>The errors of a request.</summary>
    protected async Task<IReadOnlyCollection<RegistryError>> ErrorsOf(string queryId, params QueryParameter[] parameters)
    {
        var recorded = new RecordedQueries();
        using var answer = await AskAsync(new StoredQueryRequest(queryId, ReturnType.LeafClass, parameters), recorded);
        Assert.That(recorded.Query is null, Is.EqualTo(answer.Errors.HasErrors), "a query with errors must not reach the registry");
        return answer.Errors;
    }

    /// <summary>The one error of a request: its code and the parameter that it names.</summary>
    protected async Task<(XdsErrorCode Code, string? Location)> ErrorOf(string queryId, params QueryParameter[] parameters)
    {
        var errors = await ErrorsOf(queryId, parameters);
        Assert.That(errors, Has.Count.EqualTo(1), string.Join('\n', errors));
        return (errors.Single().Code, errors.Single().Location);
    }

    /// <summary>The query that a request without errors becomes.</summary>
    protected async Task<T> QueryOf<T>(string queryId, params QueryParameter[] parameters)
        where T : RegistryQuery
    {
        var recorded = new RecordedQueries();
        using var answer = await AskAsync(new StoredQueryRequest(queryId, ReturnType.LeafClass, parameters), recorded);
        Assert.That(answer.Errors, Is.Empty);
        Assert.That(recorded.Query, Is.InstanceOf<T>());
        return (T)recorded.Query!;
    }
}
