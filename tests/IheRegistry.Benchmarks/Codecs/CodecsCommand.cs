using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace IheRegistry.Benchmarks.Codecs;

/// <summary>Verb <c>codecs</c>: time and allocated bytes of each codec, in this process.</summary>
static class CodecsCommand
{
    internal static int Run(string? filter)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default);
        var summaries = BenchmarkSwitcher
            .FromTypes([typeof(SoapBenchmarks), typeof(RegistryBenchmarks), typeof(Hl7Benchmarks)])
            .Run(["--filter", filter ?? "*"], config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}
