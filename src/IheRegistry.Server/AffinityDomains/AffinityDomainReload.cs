namespace IheRegistry.Server.AffinityDomains;

/// <summary>Looks at the affinity domain file while the server runs.</summary>
/// <param name="file">The file.</param>
/// <param name="time">The clock.</param>
public sealed class AffinityDomainReload(AffinityDomainFile file, TimeProvider time) : BackgroundService
{
    /// <summary>The time between two looks: a change holds within two of them, before its editor has turned to the browser.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                file.Look();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
