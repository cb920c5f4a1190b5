using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The answer to a stored query; dispose of it when it is written.</summary>
/// <param name="ReturnType">How its objects are to be written.</param>
/// <param name="Errors">What was wrong; an error in it makes the answer a failure.</param>
/// <param name="Objects">What was found; empty on failure.</param>
/// <param name="PatientIds">The patients that the query named, for the audit.</param>
public sealed record StoredQueryAnswer(
    ReturnType ReturnType, ErrorList Errors, ObjectResultSet Objects, IReadOnlyList<PatientId> PatientIds) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Objects.Dispose();
}
