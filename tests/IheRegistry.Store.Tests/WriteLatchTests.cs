using NUnit.Framework;

namespace IheRegistry.Store.Tests;

[TestFixture]
public sealed class WriteLatchTests
{
    [Test]
    public void The_first_reason_is_kept()
    {
        var latch = new WriteLatch();
        Assert.That((latch.IsTripped, latch.Reason), Is.EqualTo((false, (string?)null)));

        latch.Trip("first");
        latch.Trip("second");

        Assert.That((latch.IsTripped, latch.Reason), Is.EqualTo((true, "first")));
    }
}
