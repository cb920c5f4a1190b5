using System.CommandLine;
using IheRegistry.Benchmarks.Codecs;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Floors;
using IheRegistry.Benchmarks.Matching;
using IheRegistry.Benchmarks.Ratio;

// What is measured and how: docs/benchmarks.md.
var documents = new Option<int>("--documents") { DefaultValueFactory = _ => 10_000, Description = "Documents in the registry." };
var work = new Option<string?>("--work") { Description = "Folder for all files, kept and used again; without it a temporary one." };

var only = new Option<string?>("--only") { Description = "The goals, such as P1,P3." };
var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 3, Description = "Load of each side in each round." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "How often both sides are measured." };
var large = new Option<int>("--large-documents") { DefaultValueFactory = _ => 100_000, Description = "Documents in the large registry of P15." };
var fewPersons = new Option<int>("--persons") { DefaultValueFactory = _ => 10_000, Description = "Persons known to the smaller server of P18b to P18d." };
var manyPersons = new Option<int>("--large-persons") { DefaultValueFactory = _ => 100_000, Description = "Persons known to the larger one, and to that of P17 and P18." };
var json = new Option<string?>("--json") { Description = "File for the figures." };
var ratio = new Command("ratio", "Measures the server against bare counterparts.")
{
    only, seconds, rounds, documents, large, fewPersons, manyPersons, work, json,
};
ratio.SetAction(parsed => RatioCommand.RunAsync(new RatioOptions(
    parsed.GetValue(only)?.Split(',') ?? [], parsed.GetValue(seconds), parsed.GetValue(rounds), parsed.GetValue(documents),
    parsed.GetValue(large), parsed.GetValue(fewPersons), parsed.GetValue(manyPersons), parsed.GetValue(work), parsed.GetValue(json))));

var folder = new Argument<string>("folder");
var fill = new Command("fill", "Fills a data folder of the server with documents.") { folder, documents };
fill.SetAction(async parsed =>
{
    await Filling.FillAsync(parsed.GetValue(folder)!, parsed.GetValue(documents));
    return 0;
});

var filter = new Option<string?>("--filter") { Description = "Names with wildcards, such as *Hl7*." };
var codecs = new Command("codecs", "Measures codecs in this process: time and allocated bytes.") { filter };
codecs.SetAction(parsed => CodecsCommand.Run(parsed.GetValue(filter)));

var persons = new Option<int>("--persons") { DefaultValueFactory = _ => 20_000, Description = "Persons in the synthetic population." };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "What the population is drawn by." };
var errors = new Option<bool>("--errors") { Description = "Shows records decided wrongly." };
var matching = new Command("matching", "Measures the patient matching on synthetic populations of known truth.") { persons, seed, errors };
matching.SetAction(parsed => MatchingCommand.Run(parsed.GetValue(persons), parsed.GetValue(seed), parsed.GetValue(errors)));

var floor = new Command("floor", "The bare counterparts; started by ratio.") { folder };
floor.SetAction(parsed => FloorProcess.RunAsync(parsed.GetValue(folder)!));
var wire = new Command("wire", "The codecs alone on Kestrel; started by ratio.");
wire.SetAction(_ => WireProcess.RunAsync());

var answers = new Argument<string>("answers");
var lookups = new Command("lookups", "The bare counterpart of queries for patients; started by ratio.") { folder, answers };
lookups.SetAction(parsed => LookupProcess.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(answers)!));

return await new RootCommand("Benchmarks of IheRegistry.") { ratio, codecs, matching, fill, floor, wire, lookups }.Parse(args).InvokeAsync();
