using System.Runtime.CompilerServices;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Server.Mllp;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Server.Demo;

/// <summary>
/// Loads the demo at start, before the listeners open: the same actors, rules and audit as if it had come over the wire. Once it is
/// loaded, loading it again changes nothing: patients that are known stay known, and a submission that came before is a retry.
/// </summary>
sealed class DemoLoad(
    FeedMessages feeds,
    Iti41ProvideAndRegister repository,
    Iti61RegisterOnDemandDocumentEntry registry,
    AffinityDomainSource domains,
    AuditingNode node,
    TimeProvider clock) : IHostedService
{
    static readonly string Folder = Path.GetDirectoryName(DemoFile.DefaultPath)!;

    readonly List<string> _refusals = [];

    /// <summary>One line for whoever started the server.</summary>
    internal string Report { get; private set; } = "";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var demo = DemoFile.Read(DemoFile.DefaultPath);
        foreach (var message in demo.Patients.SelectMany(patient => patient.Feed)) await FeedAsync(message, cancellationToken).ConfigureAwait(false);
        var metadata = new DemoMetadata(demo);
        foreach (var submission in demo.Submissions) await ProvideAsync(metadata, submission, cancellationToken).ConfigureAwait(false);
        foreach (var onDemand in demo.OnDemand) await RegisterAsync(metadata, onDemand, cancellationToken).ConfigureAwait(false);
        foreach (var message in demo.Merges.SelectMany(merge => merge.Feed)) await FeedAsync(message, cancellationToken).ConfigureAwait(false);
        Report = Describe(demo);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task FeedAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, path), cancellationToken).ConfigureAwait(false);
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
        {
            _refusals.Add($"{path}: {refusal.ToProblem().Text}");
            return;
        }

        var taken = await feeds.TakeAsync(Call("mllp"), message, cancellationToken).ConfigureAwait(false);
        if (taken.Problems.Count > 0) _refusals.Add($"{path}: {taken.Problems[0].Text}");
    }

    async Task ProvideAsync(DemoMetadata metadata, DemoSubmission submission, CancellationToken cancellationToken)
    {
        var provided = new ProvidedDocumentSet(
            metadata.Of(submission),
            [.. submission.Documents.Select(document => DemoMetadata.EntryUuid(document.UniqueId))],
            DocumentsAsync(submission, cancellationToken));
        var response = await repository.ProvideAndRegisterAsync(
            Call($"http://localhost{Transactions.RepositoryPath}"), provided, cancellationToken).ConfigureAwait(false);
        if (response.Status != ResponseStatus.Success) _refusals.Add($"{submission.Title}: {response.Errors.First().Context}");
    }

    async Task RegisterAsync(DemoMetadata metadata, DemoOnDemand onDemand, CancellationToken cancellationToken)
    {
        var response = await registry.RegisterAsync(
            Call($"http://localhost{Transactions.RegistryPath}"), metadata.Of(onDemand, domains.Current.RepositoryUniqueId), cancellationToken).ConfigureAwait(false);
        if (response.Status != ResponseStatus.Success) _refusals.Add($"{onDemand.Title}: {response.Errors.First().Context}");
    }

    static async IAsyncEnumerable<IncomingDocument> DocumentsAsync(
        DemoSubmission submission, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var document in submission.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var content = File.OpenRead(Path.Combine(Folder, document.File));
            yield return new IncomingDocument(DemoMetadata.EntryUuid(document.UniqueId), content);
        }
    }

    AuditContext Call(string endpoint) =>
        new(node, new Caller("demo", Caller.UnknownInstitution, "127.0.0.1"), clock.GetUtcNow(), endpoint, "127.0.0.1");

    string Describe(DemoFile demo)
    {
        var example = demo.Patients.MaxBy(patient => demo.Submissions.Where(s => s.Patient == patient.Id).Sum(s => s.Documents.Count))!;
        var loaded = $"Demo: {demo.Patients.Count} patients, {demo.Submissions.Count} submissions, "
            + $"{demo.Submissions.Sum(s => s.Documents.Count)} documents, {demo.OnDemand.Count} on-demand summary; try FindDocuments (ITI-18) for {example.PatientId}";
        return _refusals.Count == 0 ? loaded : $"{loaded}; {_refusals.Count} refused, the first: {_refusals[0]}";
    }
}
