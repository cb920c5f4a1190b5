using System.Diagnostics;
using System.Xml;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Benchmarks.Data;

/// <summary>
/// Fills a data folder through the registry's own actor, by rules and all, but without HTTP: submissions of ten documents, one for each
/// patient, many under way at once so that they share commits.
/// </summary>
static class Filling
{
    /// <summary>Documents of each patient.</summary>
    internal const int DocumentsPerPatient = 10;

    const int UnderWay = 256;

    /// <summary>Fills a folder, unless it has been filled before.</summary>
    internal static async Task FillAsync(string folder, int documents)
    {
        var done = Path.Combine(folder, "filled");
        if (File.Exists(done)) return;
        var watch = Stopwatch.StartNew();
        var opened = DataFolder.Open(folder);
        using var data = opened.Folder ?? throw new InvalidOperationException(opened.Refusal);
        await using (var store = new SqliteRegistryStore(data.PrivateFile(SqliteRegistryStore.FileName), new WriteLatch()))
        {
            var patients = documents / DocumentsPerPatient;
            await AddPatientsAsync(store, Requests.Queried, patients).ConfigureAwait(false);
            await AddPatientsAsync(store, Requests.Submitted, Requests.SubmittedPatients).ConfigureAwait(false);
            await SubmitAsync(store, patients).ConfigureAwait(false);
        }

        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"filled {folder} with {documents} documents in {watch.Elapsed.TotalSeconds:F0} s").ConfigureAwait(false);
    }

    static async Task AddPatientsAsync(SqliteRegistryStore store, string prefix, int count)
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(1000))
        {
            await store.WriteAsync(
                tx =>
                {
                    tx.AddPatients([.. numbers.Select(n => new PatientId(Requests.PatientId(prefix, n), Requests.Authority))], DateTimeOffset.UtcNow);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    static async Task SubmitAsync(SqliteRegistryStore store, int patients)
    {
        var registry = new Iti42RegisterDocumentSet(
            store, new AffinityDomainSource(TestDomain.Unchecked), new FreeSpaceGuard(Path.GetTempPath(), lowMark: 0, TimeProvider.System), TimeProvider.System);
        var template = Requests.Iti42Envelope(Requests.Queried, DocumentsPerPatient);
        await Parallel.ForAsync(0, patients, new ParallelOptions { MaxDegreeOfParallelism = UnderWay }, async (patient, cancellationToken) =>
        {
            var call = new AuditContext(
                new AuditingNode(new AuditSource("benchmarks", null), "1"),
                new Caller("benchmarks", Caller.UnknownInstitution, "127.0.0.1"), DateTimeOffset.UtcNow, "http://localhost/xds/registry", "127.0.0.1");
            var response = await registry.RegisterAsync(call, Read(template, patient), cancellationToken).ConfigureAwait(false);
            if (response.Status != ResponseStatus.Success)
                throw new InvalidOperationException(string.Join("; ", response.Errors.Select(e => e.ToString())));
        }).ConfigureAwait(false);
    }

    static RegistryObjectList Read(Message template, int patient)
    {
        var submission = template.Copy();
        Requests.Renew(submission, DocumentsPerPatient, patient);
        using var xml = XmlDictionaryReader.CreateTextReader(submission.Bytes, XmlDictionaryReaderQuotas.Max);
        xml.ReadToFollowing("SubmitObjectsRequest", EbXmlNamespaces.Lcm);
        return SubmitObjectsRequest.Read(xml)!;
    }
}
