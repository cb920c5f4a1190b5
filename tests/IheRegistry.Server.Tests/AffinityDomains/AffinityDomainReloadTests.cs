using IheRegistry.Server.AffinityDomains;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.AffinityDomains;

[TestFixture]
public sealed class AffinityDomainReloadTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task While_it_runs_a_changed_file_comes_into_force_and_it_stops_when_told(CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var shipped = await File.ReadAllTextAsync(AffinityDomainFile.DefaultPath, cancellation);
        var file = AffinityDomainFile.Load(folder.Write("d.json", shipped), NullLogger.Instance, [])!;
        var clock = new TickingTime();
        using var reload = new AffinityDomainReload(file, clock);
        await reload.StartAsync(cancellation);

        folder.Write("d.json", shipped.Replace("IHE test affinity domain", "changed", StringComparison.Ordinal));
        while (file.Source.Current.Name != "changed")
        {
            clock.Tick();
            await Task.Delay(1, cancellation);
        }
        await reload.StopAsync(cancellation);

        Assert.That(clock.Period, Is.EqualTo(AffinityDomainReload.Interval));
        Assert.That(reload.ExecuteTask?.IsCompletedSuccessfully, Is.True);
    }

    /// <summary>A clock whose only timer fires when the test says so.</summary>
    sealed class TickingTime : TimeProvider
    {
        TimerCallback? _callback;
        object? _state;

        internal TimeSpan Period { get; private set; }

        internal void Tick() => _callback?.Invoke(_state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_state, Period) = (state, period);
            _callback = callback;
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
