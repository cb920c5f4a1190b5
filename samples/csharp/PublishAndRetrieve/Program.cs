// Publishes a document and gets it back, with the client library:
//   dotnet run --project samples/csharp/PublishAndRetrieve [http://127.0.0.1:8080] [127.0.0.1:2575] [document]
using System.Globalization;
using IheRegistry.Client;
using IheRegistry.Model;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using PublishAndRetrieve;

var server = new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:8080");
var mllp = (args.ElementAtOrDefault(1) ?? "127.0.0.1:2575").Split(':');
var document = args.ElementAtOrDefault(2) ?? Path.Combine(AppContext.BaseDirectory, "discharge-summary.xml");

using var http = new HttpClient();
var registry = new DocumentRegistryClient(http, new Uri(server, Transactions.RegistryPath));
var repository = new DocumentRepositoryClient(http, new Uri(server, Transactions.RepositoryPath));

// A patient id that no earlier run has used, of the first patient id domain of the default affinity domain.
var patient = new PatientId($"CSHARP-{DateTime.UtcNow:yyyyMMddHHmmssfff}", "1.3.6.1.4.1.21367.13.20.1000");

Console.WriteLine($"1. Feed patient {patient.Id} (ITI-8, ADT^A04)");
await using (var feed = await PatientIdentityFeedClient.ConnectAsync(mllp[0], int.Parse(mllp[1], CultureInfo.InvariantCulture)))
{
    var demographics = new PatientDemographics { Names = [new PersonName("Testfield", "Amara", "", "", "", "L", "")], BirthDate = "19580314", Sex = "F" };
    var acknowledgement = await feed.FeedAsync("A04", patient, demographics);
    if (!acknowledgement.IsAccepted) return Fail($"not accepted: {acknowledgement.Code} {acknowledgement.Text}");
}

Console.WriteLine("2. Publish the document (ITI-41, MTOM)");
var submission = DischargeSummary.Submit(patient);
await using (var content = File.OpenRead(document))
{
    var provided = new ProvidedContent(submission.DocumentEntries[0].EntryUuid, "text/xml", content);
    var response = await repository.ProvideAndRegisterAsync(submission, [provided]);
    if (response.Status != ResponseStatus.Success) return Fail(Describe(response));
}

Console.WriteLine("3. Find the patient's documents (ITI-18 FindDocuments)");
var answer = await registry.QueryAsync(StoredQuery.FindDocuments(patient));
if (answer.Response.Status != ResponseStatus.Success) return Fail(Describe(answer.Response));
var entry = answer.DocumentEntries.Single();
Console.WriteLine($"   \"{entry.Title}\", {entry.Size} bytes, SHA-1 {entry.Hash}");

Console.WriteLine("4. Retrieve it (ITI-43, MTOM)");
using var retrieved = new MemoryStream();
await using (var documents = await repository.RetrieveAsync(entry))
{
    if (documents.Response.Status != ResponseStatus.Success) return Fail(Describe(documents.Response));
    await foreach (var one in documents) await one.Content.CopyToAsync(retrieved);
}

Console.WriteLine("5. Compare");
var original = await File.ReadAllBytesAsync(document);
if (!retrieved.ToArray().AsSpan().SequenceEqual(original)) return Fail("the document came back changed");
Console.WriteLine("DONE");
return 0;

static string Describe(RegistryResponse response) => string.Join("; ", response.Errors.Select(error => $"{error.Code}: {error.Context}"));

static int Fail(string reason)
{
    Console.Error.WriteLine($"FAILED: {reason}");
    return 1;
}
