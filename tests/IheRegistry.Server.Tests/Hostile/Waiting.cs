using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Waiting for what happens by itself, such as the end of a connection whose client has gone.</summary>
static class Waiting
{
    public static Task UntilAsync(Func<bool> isSo, string what) => UntilAsync(() => Task.FromResult(isSo()), what);

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        var giveUp = DateTime.UtcNow + TimeSpan.FromMinutes(1);
        while (!await isSo() && DateTime.UtcNow < giveUp) await Task.Delay(50);
        Assert.That(await isSo(), what);
    }
}
