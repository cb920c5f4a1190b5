namespace IheRegistry.Store.Tests.Documents;

/// <summary>A clock on which every wait ends at once and takes as long as was asked.</summary>
public sealed class WaitingTime : TimeProvider
{
    public TimeSpan Waited { get; private set; }

    public override long GetTimestamp() => Waited.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waited += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
