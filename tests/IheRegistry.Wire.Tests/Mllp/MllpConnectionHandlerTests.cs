using System.Buffers;
using System.Net.Sockets;
using System.Text;
using IheRegistry.Wire.Mllp;
using IheRegistry.Wire.Tests.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mllp;

[TestFixture]
public sealed class MllpConnectionHandlerTests
{
    static readonly MllpLimits ShortLinger = MllpLimits.Default with { LingerTimeout = TimeSpan.FromMilliseconds(100) };

    [Test]
    public async Task A_message_cut_at_any_place_is_answered()
    {
        await using var listener = await MllpListener.StartAsync();
        using var socket = await listener.ConnectAsync();
        var frame = Wire.Frame(Hl7Samples.Merge);
        for (var cut = 1; cut < frame.Length; cut++)
        {
            await Wire.SendAsync(socket, frame[..cut]);
            await Wire.SendAsync(socket, frame[cut..]);
            var answer = Wire.Answer(Hl7Samples.Merge);
            Assert.That(await socket.ReceiveAsync(answer.Length), Is.EqualTo(answer));
        }
    }

    [Test]
    public async Task A_message_of_one_byte_a_packet_is_answered()
    {
        await using var listener = await MllpListener.StartAsync();
        using var socket = await listener.ConnectAsync();
        foreach (var one in Wire.Frame(Hl7Samples.Merge)) await Wire.SendAsync(socket, [one]);
        var answer = Wire.Answer(Hl7Samples.Merge);
        Assert.That(await socket.ReceiveAsync(answer.Length), Is.EqualTo(answer));
    }

    [Test]
    public async Task Messages_of_one_packet_are_answered_in_order()
    {
        // Of two messages the first takes longer.
        await using var listener = await MllpListener.StartAsync(handle: async (message, answer, peer, stop) =>
        {
            if (message.Span[^1] % 2 == 0) await Task.Yield();
            await MllpListener.Echo(message, answer, peer, stop);
        });
        using var socket = await listener.ConnectAsync();
        var messages = Enumerable.Range(0, 500).Select(number => $"message {number}").ToArray();
        await Wire.SendAsync(socket, messages.SelectMany(Wire.Frame).ToArray());
        var answers = string.Concat(messages.Select(Wire.Answer));
        Assert.That(await socket.ReceiveAsync(answers.Length), Is.EqualTo(answers));
    }

    [Test]
    public async Task An_answer_does_not_wait_for_the_message_behind_it()
    {
        var second = new TaskCompletionSource();
        await using var listener = await MllpListener.StartAsync(handle: async (message, answer, peer, stop) =>
        {
            if (message.Span[^1] == '2') await second.Task;
            await MllpListener.Echo(message, answer, peer, stop);
        });
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, [.. Wire.Frame("1"), .. Wire.Frame("2")]);
        Assert.That(await socket.ReceiveAsync(Wire.Answer("1").Length), Is.EqualTo(Wire.Answer("1")));
        second.SetResult();
        Assert.That(await socket.ReceiveAsync(Wire.Answer("2").Length), Is.EqualTo(Wire.Answer("2")));
    }

    [Test]
    public async Task A_handler_that_writes_nothing_sends_nothing()
    {
        await using var listener = await MllpListener.StartAsync(handle: (message, answer, peer, stop) =>
            message.Span[0] == 'q' ? default : MllpListener.Echo(message, answer, peer, stop));
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, [.. Wire.Frame("quiet"), .. Wire.Frame("loud")]);
        Assert.That(await socket.ReceiveAsync(Wire.Answer("loud").Length), Is.EqualTo(Wire.Answer("loud")));
    }

    [Test]
    public async Task A_sender_that_closes_its_side_still_gets_its_answer()
    {
        var closed = new TaskCompletionSource();
        await using var listener = await MllpListener.StartAsync(handle: async (message, answer, peer, stop) =>
        {
            await closed.Task;
            stop.ThrowIfCancellationRequested();
            await MllpListener.Echo(message, answer, peer, stop);
        });
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Wire.Frame("last"));
        socket.Shutdown(SocketShutdown.Send);
        closed.SetResult();
        Assert.That(await socket.ReceiveAllAsync(), Is.EqualTo(Wire.Answer("last")));
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task The_largest_message_passes_and_a_larger_one_is_rejected_to_its_sender()
    {
        await using var listener = await MllpListener.StartAsync();
        using var socket = await listener.ConnectAsync();
        var largest = Large(MllpLimits.Default.MaxMessageSize);
        await Wire.SendAsync(socket, Wire.Frame(largest));
        var answer = Wire.Answer(largest);
        Assert.That(await socket.ReceiveAsync(answer.Length), Is.EqualTo(answer));

        await Wire.SendAsync(socket, Wire.Frame(largest + "x"));
        AssertRejection(await socket.ReceiveAllAsync(), "The message is larger than is taken");
        Assert.That(listener.Received, Has.Count.EqualTo(1));
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_hundred_megabytes_are_rejected_without_being_kept()
    {
        await using var listener = await MllpListener.StartAsync();
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Encoding.UTF8.GetBytes("\u000B" + Large(1024)));
        var chunk = new byte[1024 * 1024];
        Array.Fill(chunk, (byte)'x');
        var before = GC.GetTotalAllocatedBytes();
        for (var megabyte = 0; megabyte < 100; megabyte++) await Wire.SendAsync(socket, chunk);
        await Wire.SendAsync(socket, "\u001C\r"u8.ToArray());
        AssertRejection(await socket.ReceiveAllAsync(), "The message is larger than is taken");
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(20_000_000));
        Assert.That(listener.Received, Is.Empty);
        await listener.ConnectionsEnded;
    }

    [TestCase("MSH|^~\\&|A|B|C|D|2026||ADT^A01|MSG-1|P|2.5/>/", "The message has no start block (0x0B)")]
    [TestCase("<MSH|^~\\&|A|B|C|D|2026||ADT^A01|MSG-1|P|2.5/<MSH|^~\\&|A/>/", "The message has no end block (0x1C)")]
    public async Task A_broken_frame_is_rejected_and_the_connection_closed(string bytes, string text)
    {
        await using var listener = await MllpListener.StartAsync(ShortLinger);
        using var socket = await listener.ConnectAsync();
        var controls = bytes.Replace('<', '\u000B').Replace('>', '\u001C').Replace('/', '\r');
        await Wire.SendAsync(socket, Encoding.UTF8.GetBytes(controls));
        AssertRejection(await socket.ReceiveAllAsync(), text);
        Assert.That(listener.Received, Is.Empty);
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_stream_of_noise_ends_the_connection_without_an_answer()
    {
        await using var listener = await MllpListener.StartAsync(ShortLinger);
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Enumerable.Range(0, 4000).Select(number => (byte)(0x80 + (number % 100))).ToArray());
        Assert.That(await socket.ReceiveAllAsync(), Is.Empty);
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task An_idle_connection_is_closed()
    {
        await using var listener = await MllpListener.StartAsync(MllpLimits.Default with { IdleTimeout = TimeSpan.FromMilliseconds(100) });
        using var socket = await listener.ConnectAsync();
        Assert.That(await socket.ReceiveAllAsync(), Is.Empty);
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_message_that_does_not_end_in_time_is_rejected()
    {
        var limits = ShortLinger with { MessageTimeout = TimeSpan.FromMilliseconds(200) };
        await using var listener = await MllpListener.StartAsync(limits);
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Encoding.UTF8.GetBytes("\u000B" + Hl7Samples.Admission));
        AssertRejection(await socket.ReceiveAllAsync(), "The message did not come in time");
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_message_that_trickles_is_rejected_too()
    {
        var limits = ShortLinger with { MessageTimeout = TimeSpan.FromMilliseconds(300) };
        await using var listener = await MllpListener.StartAsync(limits);
        using var socket = await listener.ConnectAsync();
        using var answer = new CancellationTokenSource();
        await Wire.SendAsync(socket, Encoding.UTF8.GetBytes("\u000B" + Hl7Samples.Admission));
        var trickle = TrickleAsync(socket, Encoding.UTF8.GetBytes(Hl7Samples.Admission), answer.Token);
        AssertRejection(await socket.ReceiveAllAsync(), "The message did not come in time");
        await answer.CancelAsync();
        await trickle;
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_peer_that_takes_no_answers_is_left()
    {
        var limits = MllpLimits.Default with { MessageTimeout = TimeSpan.FromMilliseconds(500) };
        var answer = new byte[1024 * 1024];
        await using var listener = await MllpListener.StartAsync(limits, (_, output, _, _) =>
        {
            output.Write(answer);
            return default;
        });
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Enumerable.Repeat(Wire.Frame("more"), 100).SelectMany(frame => frame).ToArray());
        await listener.ConnectionsEnded;
        Assert.That(listener.Received, Has.Count.LessThan(100));
    }

    [Test]
    public async Task A_handler_that_throws_gives_a_rejection_without_its_text_and_the_connection_goes_on()
    {
        await using var listener = await MllpListener.StartAsync(handle: (message, answer, peer, stop) =>
        {
            answer.Write("half an answer"u8);
            if (message.Span.IndexOf("A40"u8) >= 0) throw new InvalidOperationException("secret");
            return default;
        });
        await using var client = await listener.ConnectClientAsync();
        var reading = await client.ExchangeAsync(Hl7Samples.Bytes(Hl7Samples.Merge));
        var answer = Hl7Samples.Read(reading.Message.ToArray());
        Assert.That(answer["MSA"][1].Text, Is.EqualTo("AR"));
        Assert.That(answer["ERR"].ToString(), Does.Not.Contain("secret"));
        Assert.That(answer["ERR"][1][4].Text, Is.EqualTo("207"));
        reading = await client.ExchangeAsync(Hl7Samples.Bytes(Hl7Samples.Admission));
        Assert.That(Encoding.UTF8.GetString(reading.Message.Span), Is.EqualTo("half an answer"));
    }

    [Test]
    public async Task A_stopping_server_finishes_the_message_in_hand_and_takes_no_other()
    {
        var (begun, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var listener = await MllpListener.StartAsync(handle: async (message, answer, peer, stop) =>
        {
            begun.TrySetResult();
            await released.Task;
            await MllpListener.Echo(message, answer, peer, stop);
        });
        using var socket = await listener.ConnectAsync();
        using var idle = await listener.ConnectAsync();
        await Wire.SendAsync(idle, "\u000Bhalf a message"u8.ToArray());
        await Wire.SendAsync(socket, Wire.Frame("in hand"));
        await begun.Task;
        var stopping = listener.StopAsync();
        Assert.That(await idle.ReceiveAllAsync(), Is.Empty);
        released.SetResult();
        Assert.That(await socket.ReceiveAllAsync(), Is.EqualTo(Wire.Answer("in hand")));
        await stopping;
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task A_stopping_server_does_not_wait_for_ever()
    {
        var begun = new TaskCompletionSource();
        var limits = MllpLimits.Default with { DrainTimeout = TimeSpan.FromMilliseconds(100) };
        await using var listener = await MllpListener.StartAsync(limits, async (_, _, _, stop) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
        using var socket = await listener.ConnectAsync();
        await Wire.SendAsync(socket, Wire.Frame("endless"));
        await begun.Task;
        await listener.StopAsync();
        Assert.That(await socket.ReceiveAllAsync(), Is.Empty);
        await listener.ConnectionsEnded;
    }

    [Test]
    public async Task The_client_pipelines_and_is_told_of_the_end()
    {
        await using var listener = await MllpListener.StartAsync();
        await using var client = await listener.ConnectClientAsync();
        foreach (var message in new[] { "1", "2", "3" }) await client.WriteAsync(Encoding.UTF8.GetBytes(message));
        foreach (var message in new[] { "1", "2", "3" })
            Assert.That(Encoding.UTF8.GetString((await client.ReadAsync()).Message.Span), Is.EqualTo("re:" + message));
        await listener.StopAsync();
        Assert.That((await client.ReadAsync()).Outcome, Is.EqualTo(MllpOutcome.Ended));
    }

    [TestCase(1), TestCase(3), TestCase(500)]
    public async Task Answers_to_pipelined_messages_come_in_order(int mostUnanswered)
    {
        // Much more than buffers on the way hold, in both directions.
        await using var listener = await MllpListener.StartAsync();
        await using var client = await listener.ConnectClientAsync();
        var messages = Enumerable.Range(0, 500).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(i + new string('x', 20_000))).ToArray();
        var count = 0;
        await foreach (var reading in client.PipelineAsync(messages, mostUnanswered))
            Assert.That(Encoding.UTF8.GetString(reading.Message.Span), Does.StartWith($"re:{count++}x"));
        Assert.That(count, Is.EqualTo(messages.Length));
        Assert.That(Encoding.UTF8.GetString((await client.ExchangeAsync("on"u8.ToArray())).Message.Span), Is.EqualTo("re:on"));
    }

    [Test]
    public async Task A_pipeline_tells_when_the_listener_ends()
    {
        await using var listener = await MllpListener.StartAsync();
        await using var client = await listener.ConnectClientAsync();
        var outcomes = new List<MllpOutcome>();
        await foreach (var reading in client.PipelineAsync(["1"u8.ToArray(), "2"u8.ToArray()], mostUnanswered: 1))
        {
            outcomes.Add(reading.Outcome);
            await listener.StopAsync();
        }

        Assert.That(outcomes, Is.EqualTo(new[] { MllpOutcome.Message, MllpOutcome.Ended }));
    }

    [Test]
    public async Task The_client_does_not_wait_for_ever()
    {
        await using var listener = await MllpListener.StartAsync(handle: (_, _, _, _) => default);
        var limits = MllpLimits.Client with { IdleTimeout = TimeSpan.FromMilliseconds(100) };
        await using var client = await MllpClient.ConnectAsync("127.0.0.1", listener.Port, limits);
        Assert.That((await client.ExchangeAsync("hello"u8.ToArray())).Outcome, Is.EqualTo(MllpOutcome.Idle));
    }

    static string Large(int size)
    {
        var start = Hl7Samples.Admission + "OBX|1|ED|||";
        return start + new string('x', size - start.Length);
    }

    static async Task TrickleAsync(Socket socket, byte[] bytes, CancellationToken end)
    {
        try
        {
            foreach (var one in bytes)
            {
                await Wire.SendAsync(socket, [one]);
                await Task.Delay(20, end);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The listener has closed.
        }
    }

    static void AssertRejection(string received, string text)
    {
        Assert.That(received, Does.StartWith("\u000B").And.EndsWith("\u001C\r"));
        var answer = Hl7Samples.Read(received[1..^2]);
        Assert.That(answer["MSA"][1].Text, Is.EqualTo("AR"));
        Assert.That(answer["MSA"][2].Text, Does.StartWith("MSG-"));
        Assert.That(answer["MSA"][3].Text, Is.EqualTo(text));
        Assert.That(answer["ERR"].Exists, Is.True);
    }
}
