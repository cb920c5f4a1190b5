using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Mllp;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mllp;

[TestFixture]
public sealed class MllpFrameReaderTests
{
    // < is the start block, > the end block, / a carriage return and $ a line feed.
    [TestCase("<one>/", "one")]
    [TestCase("<one>/<two>/", "one,two")]
    [TestCase("<one><two>", "one,two", TestName = "A carriage return behind the end block may be missing")]
    [TestCase("/$<one>/$/$<two>/", "one,two", TestName = "Line ends between frames are skipped")]
    [TestCase("noise<one>/more>noise<two>/", "one,two", TestName = "Noise between frames is skipped")]
    [TestCase("<>/", "", TestName = "A frame may be empty")]
    [TestCase("<a<b>/", "a<b", TestName = "A vertical tab may be text")]
    [TestCase("", "(nothing)")]
    [TestCase("noise", "(nothing)")]
    [TestCase("MSH|^~\\&|A/>/", "!MissingStartBlock:MSH|^~\\&|A/>/")]
    [TestCase("xMSH|^~\\&|A/<one>/", "!MissingStartBlock:MSH|^~\\&|A/")]
    [TestCase("MSH|^~\\&|A/", "!MissingStartBlock:MSH|^~\\&|A/")]
    [TestCase("<MSH|1/<MSH|2/>/", "!MissingEndBlock:MSH|1/<MSH|2/")]
    [TestCase("<one>/<MSH|2/", "one,!Truncated:MSH|2/")]
    [TestCase("<123456789012345678901234567890>/", "123456789012345678901234567890")]
    [TestCase("<1234567890123456789012345678901>/", "!MessageTooLarge:1234567890123456789012345678901")]
    [TestCase("1234567890123456789012345678901<one>/", "!TooMuchNoise:")]
    public void Bytes_give_the_same_frames_however_they_are_cut(string bytes, string expected)
    {
        if (expected == "(nothing)") expected = "";
        var whole = Encoding.UTF8.GetBytes(Controls(bytes));
        expected = Controls(expected);
        Assert.That(Read([whole]), Is.EqualTo(expected), "in one piece");
        Assert.That(Read(whole.Select(one => new[] { one })), Is.EqualTo(expected), "byte by byte");
        for (var cut = 1; cut < whole.Length; cut++)
            Assert.That(Read([whole[..cut], whole[cut..]]), Is.EqualTo(expected), $"cut at {cut}");
    }

    [Test]
    public void A_message_that_never_ends_is_refused_when_it_is_too_large()
    {
        var read = Read(Enumerable.Repeat(new byte[] { 0x0B, (byte)'x' }, 100));
        Assert.That(read, Does.StartWith("!MessageTooLarge:x"));
    }

    [Test]
    public void Random_bytes_end_in_frames_or_a_refusal()
    {
        var chunk = Gen.Elements("\u000B\u001C\rMSH|abc"u8.ToArray()).ListOf().Select(list => list.ToArray());
        Prop.ForAll(chunk.ListOf().ToArbitrary(), chunks =>
        {
            // What is refused depends on where bytes end only in how much of the refused message is there yet.
            var whole = Frames(Read([chunks.SelectMany(bytes => bytes).ToArray()]));
            Assert.That(Frames(Read(chunks)), Is.EqualTo(whole));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Every_refusal_has_a_text()
    {
        foreach (var refusal in Enum.GetValues<MllpRefusal>().Where(refusal => refusal != MllpRefusal.None))
            Assert.That(refusal.ToText(), Is.Not.Empty);
    }

    static string Controls(string text) => text.Replace('<', '\u000B').Replace('>', '\u001C').Replace('/', '\r').Replace('$', '\n');

    static string Frames(string read) => read.Split(":MSH")[0];

    static string Read(IEnumerable<byte[]> chunks)
    {
        var pipe = new Pipe();
        using var reader = new MllpFrameReader(
            pipe.Reader, MllpLimits.Default with { MaxMessageSize = 30, MaxNoise = 30 }, TimeProvider.System);
        var results = new List<string>();
        var reading = reader.ReadAsync(default).AsTask();
        foreach (var chunk in chunks)
        {
            pipe.Writer.Write(chunk);
            pipe.Writer.FlushAsync().AsTask().Wait();
            if (Collect(reader, results, ref reading)) return string.Join(',', results);
        }

        pipe.Writer.Complete();
        while (!Collect(reader, results, ref reading)) reading.Wait();
        return string.Join(',', results);
    }

    static bool Collect(MllpFrameReader reader, List<string> results, ref Task<MllpReading> reading)
    {
        while (reading.IsCompleted)
        {
            var (outcome, message, refusal) = reading.Result;
            if (outcome == MllpOutcome.Message) results.Add(Encoding.UTF8.GetString(message.Span));
            if (outcome == MllpOutcome.Refused) results.Add($"!{refusal}:{Encoding.UTF8.GetString(message.Span)}");
            if (outcome != MllpOutcome.Message) return true;
            reading = reader.ReadAsync(default).AsTask();
        }

        return false;
    }
}
