using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests;

[TestFixture]
public sealed class FreeSpaceGuardTests
{
    [Test]
    public void Space_is_low_below_the_mark_only()
    {
        var path = Path.GetTempPath();

        Assert.That(new FreeSpaceGuard(path, 1, TimeProvider.System).IsLow, Is.False);
        Assert.That(new FreeSpaceGuard(path, long.MaxValue, TimeProvider.System).IsLow, Is.True);
    }

    [Test]
    public void A_disk_that_fills_up_is_noticed_after_a_second()
    {
        using var disk = SmallDisk.Mount(1024 * 1024);
        var time = new ManualTime();
        var guard = new FreeSpaceGuard(disk.Path, 512 * 1024, time);
        Assert.That(guard.IsLow, Is.False);

        File.WriteAllBytes(disk.PathOf("filler"), new byte[600 * 1024]);

        Assert.That(guard.IsLow, Is.False, "within the second");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(guard.IsLow, Is.True);
        File.Delete(disk.PathOf("filler"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(guard.IsLow, Is.False);
    }
}
