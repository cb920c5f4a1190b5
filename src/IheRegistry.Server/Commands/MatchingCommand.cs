using System.CommandLine;
using System.Globalization;
using System.Text;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using IheRegistry.Server.AffinityDomains;
using IheRegistry.Server.Options;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace IheRegistry.Server.Commands;

/// <summary><c>matching estimate</c>: weights of matching from the site's own records.</summary>
static class MatchingCommand
{
    // Half a million pairs of each kind are compared; more records than this make them no better, and each takes some KB of memory.
    const int DefaultRecords = 200_000;

    // A record is drawn, and a pair compared, the same way each time, so that two runs on the same data can be compared.
    const int Seed = 1;

    // Below this what the server has by default weighs more than what the records show.
    const int FewRecords = 10_000;

    internal static Command Create(CommandLineOptions options) => new("matching", "Weights of matching patients.") { CreateEstimate(options) };

    static Command CreateEstimate(CommandLineOptions options)
    {
        var output = new Option<string>("--out") { Required = true, HelpName = "FILE", Description = "The file of weights to write; the affinity domain names it as matching.weightsFile." };
        var records = new Option<int>("--records")
        {
            HelpName = "COUNT",
            DefaultValueFactory = _ => DefaultRecords,
            Description = "How many records to draw at most.",
        };
        records.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 2) result.AddError("--records: two are the least that can be compared.");
        });
        var command = new Command("estimate", "Estimate weights from the records of a data folder, also while a server serves from it.") { output, records };
        options.AddTo(command, OptionTable.Data, OptionTable.AffinityDomain, OptionTable.Config);
        command.SetAction((parsed, cancellation) => DataFolderCommand.RunAsync(options, parsed, (data, console) => RunAsync(
            data, options.Resolve(parsed).Options!.AffinityDomain.File, parsed.GetRequiredValue(output), parsed.GetValue(records), console, cancellation)));
        return command;
    }

    static async Task<int> RunAsync(
        string data, string? domainPath, string output, int most, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var domain = AffinityDomainFile.Load(domainPath, NullLogger.Instance, problems);
        foreach (var problem in problems) await console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        if (domain is null) return RunCommand.WrongUse;
        var database = Path.Combine(data, SqliteRegistryStore.FileName);
        if (!File.Exists(database))
        {
            await console.Error.WriteLineAsync($"'{data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        using var records = new RecordFile(database);
        if (!records.IsCurrent)
        {
            await console.Error.WriteLineAsync($"'{database}' is of another version: start this version's server on it first.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        var estimate = Estimate(records, domain, most, cancellationToken);
        await SaveAsync(output, estimate, cancellationToken).ConfigureAwait(false);
        await ReportAsync(estimate, output, console).ConfigureAwait(false);
        return 0;
    }

    static WeightEstimate Estimate(RecordFile records, AffinityDomainFile file, int most, CancellationToken cancellationToken)
    {
        var domain = file.Source.Current;
        var settings = file.SettingsOf(domain.Matching);
        var normaliser = new PatientNormaliser(settings.StopList);
        var sample = records.Sample(most, Seed, cancellationToken).Select(record => normaliser.Normalise(RecordMatching.Facts(domain, record))).ToList();
        return WeightEstimation.FromRecords(sample, settings, Seed);
    }

    // Renamed into place: a server that runs on the file never sees half of it.
    static async Task SaveAsync(string path, WeightEstimate estimate, CancellationToken cancellationToken)
    {
        var temporary = path + ".new";
        await File.WriteAllTextAsync(temporary, estimate.Weights.ToJson() + "\n", new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
        File.Move(temporary, path, overwrite: true);
    }

    static async Task ReportAsync(WeightEstimate estimate, string path, InvocationConfiguration console)
    {
        await console.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{path} written: {estimate.Records} records, {estimate.RandomPairs} pairs of strangers, {estimate.BlockedPairs} pairs that share a key, "
            + $"of which {estimate.MatchShare:P1} are of one person; {estimate.Iterations} iterations")).ConfigureAwait(false);
        if (!estimate.HasConverged) await console.Error.WriteLineAsync("The estimate did not stand still: look at the weights before they are used.").ConfigureAwait(false);
        if (estimate.Records < FewRecords)
        {
            await console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Fewer than {FewRecords} records: the weights are mostly those that the server has anyway.")).ConfigureAwait(false);
        }
    }
}
