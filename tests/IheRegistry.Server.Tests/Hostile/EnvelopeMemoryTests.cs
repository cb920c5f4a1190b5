using System.Text;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Many large envelopes that never end share one quota; who sends messages of ordinary size does not notice.</summary>
[TestFixture]
sealed class EnvelopeMemoryTests : AttackFixture
{
    const int Megabyte = 1 << 20;

    // Two of three mebibytes each fill the quota.
    protected override string[] Arguments => ["--soap-envelope", "4MiB", "--soap-memory", "8MiB"];

    [Test]
    public async Task Large_envelopes_find_no_room_while_others_hold_it_and_room_again_afterwards()
    {
        await WhileTheQuotaIsFullAsync(async refused =>
        {
            Assert.That((refused.Status, refused.FaultCode), Is.EqualTo((500, "Receiver")), refused.Text);
            Assert.That(refused.FaultReason, Does.StartWith("There is no room at present for a SOAP envelope of this size"));
            Assert.That((await AnswerAsync(Request.Iti18(Known))).Status, Is.EqualTo(200));
        });

        await Waiting.UntilAsync(async () => (await LargeAsync()).Status == 400, "there is room again");
    }

    // A request that finds room while a holder still asks for more may turn the holder away: others are sent until they stand.
    async Task WhileTheQuotaIsFullAsync(Func<HttpAnswer, Task> act)
    {
        var holders = new List<HttpWire>();
        try
        {
            HttpAnswer answer;
            do
            {
                holders.Add(await HoldingAsync());
                answer = await LargeAsync();
            }
            while (answer.Status != 500 && holders.Count < 50);
            await act(answer);
        }
        finally
        {
            holders.ForEach(holder => holder.Dispose());
        }
    }

    // Well over a mebibyte; with room it is refused for what it is, which is not well-formed.
    Task<HttpAnswer> LargeAsync() => AnswerAsync(Request.Simple(Transactions.RegistryPath, "<a>" + new string(' ', 3 * Megabyte)));

    async Task<HttpWire> HoldingAsync()
    {
        var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync(
            $"POST {Transactions.RegistryPath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/soap+xml\r\nContent-Length: {4 * Megabyte - 1}\r\n\r\n");
        await wire.SendAsync(Encoding.ASCII.GetBytes(new string(' ', 3 * Megabyte)));
        return wire;
    }
}
