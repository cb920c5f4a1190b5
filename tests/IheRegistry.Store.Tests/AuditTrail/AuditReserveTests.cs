using System.Text;
using IheRegistry.Model.Audit;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.AuditTrail;

[TestFixture]
public sealed class AuditReserveTests
{
    ScratchFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public void What_is_kept_outlives_the_process_in_order()
    {
        using (var reserve = Open())
        {
            Assert.That(reserve.HasRecords, Is.False);
            Assert.That(reserve.TryAppend([Record("one"), Record("two")]));
            Assert.That(reserve.TryAppend([Record("three")]));
        }

        using var again = Open();
        Assert.That(again.HasRecords);
        Assert.That(Texts(again), Is.EqualTo(new[] { "one", "two", "three" }));
    }

    [Test]
    public void What_was_read_can_be_dropped_and_what_came_since_stays()
    {
        using var reserve = Open();
        reserve.TryAppend([Record("one")]);
        var end = reserve.Read().End;
        reserve.TryAppend([Record("two")]);

        reserve.Drop(end);

        Assert.That(Texts(reserve), Is.EqualTo(new[] { "two" }));
        reserve.Drop(reserve.Read().End);
        Assert.That(reserve.HasRecords, Is.False);
        Assert.That(Texts(reserve), Is.Empty);
    }

    [Test]
    public void When_it_is_full_it_says_so_and_keeps_what_it_has()
    {
        using var reserve = Open(size: 2000);
        var kept = 0;
        while (reserve.TryAppend([Record("again")])) kept++;

        Assert.That(kept, Is.InRange(1, 20));
        Assert.That(Texts(reserve), Has.Count.EqualTo(kept));
        Assert.That(new FileInfo(_scratch.PathOf("reserve")).Length, Is.EqualTo(2000));
    }

    [Test]
    public void A_record_cut_off_by_a_power_failure_ends_the_reading()
    {
        using (var reserve = Open()) reserve.TryAppend([Record("one"), Record("two")]);
        var bytes = File.ReadAllBytes(_scratch.PathOf("reserve"));
        var second = BitConverter.ToInt32(bytes) + 4;
        bytes.AsSpan(second + 20).Clear();
        File.WriteAllBytes(_scratch.PathOf("reserve"), bytes);

        using var again = Open();

        Assert.That(Texts(again), Is.EqualTo(new[] { "one" }));
        Assert.That(again.TryAppend([Record("three")]));
        Assert.That(Texts(again), Is.EqualTo(new[] { "one", "three" }));
    }

    AuditReserve Open(int size = 100_000) => new(_scratch.PathOf("reserve"), size);

    static List<string> Texts(AuditReserve reserve) =>
        [.. reserve.Read().Records.Select(record => Encoding.UTF8.GetString(record.Message.Span))];

    static AuditRecord Record(string text) => new(
        DateTimeOffset.UnixEpoch, "110112", "ITI-18", EventAction.Execute, EventOutcome.Success, ["p"], ["u"], ["o"], Encoding.UTF8.GetBytes(text));
}
