using System.Text;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

[TestFixture]
public sealed class ResultSetTests
{
    static GetAllQuery Everything()
    {
        var approved = new[] { AvailabilityStatus.Approved };
        return new GetAllQuery(RegistryRows.Patient("p"), approved, approved, approved, DocumentFilter.Default);
    }

    static RegistryRows Filled(ResultBufferOptions options)
    {
        var registry = new RegistryRows(options);
        registry.AddPatient("p");
        registry.AddSubmissionSet("ss", "p");
        registry.AddFolder("f", "p");
        for (var i = 0; i < 50; i++)
        {
            registry.AddDocument($"d{i}", "p");
            registry.AddAssociation($"a{i}", AssociationType.HasMember, "ss", $"d{i}");
        }

        return registry;
    }

    [TestCase(0)]
    [TestCase(300)]
    [TestCase(10_000)]
    [TestCase(1_000_000)]
    public async Task What_does_not_fit_into_memory_comes_back_from_the_file_unchanged(int bytesInMemory)
    {
        using var unbounded = Filled(new ResultBufferOptions());
        using var bounded = Filled(new ResultBufferOptions { MaxBytesInMemory = bytesInMemory });
        using var expected = await unbounded.QueryAsync(Everything());
        using var result = await bounded.QueryAsync(Everything());
        Assert.That(result.IsSpooled, Is.EqualTo(bytesInMemory < 1_000_000));
        Assert.That(result.Count, Is.EqualTo(102));
        Assert.That(result.Select(Text), Is.EqualTo(expected.Select(Text)));
    }

    [Test]
    public async Task The_file_of_an_answer_has_no_name()
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-spool-");
        using var registry = Filled(new ResultBufferOptions { MaxBytesInMemory = 0, SpoolFolder = folder.FullName });
        using (var result = await registry.QueryAsync(Everything()))
        {
            Assert.That(result.IsSpooled, Is.True);
            Assert.That(folder.EnumerateFiles(), Is.Empty);
        }

        folder.Delete();
    }

    [Test]
    public async Task An_answer_outlives_its_rows()
    {
        using var registry = Filled(new ResultBufferOptions());
        using var result = await registry.QueryAsync(Everything());
        registry.Run("DELETE FROM fragment");
        Assert.That(result.Count(o => o.Fragment.Length > 0), Is.EqualTo(102));
    }

    [Test]
    public async Task An_answer_is_read_once()
    {
        using var registry = Filled(new ResultBufferOptions());
        using var result = await registry.QueryAsync(Everything());
        Assert.That(result.Count(), Is.EqualTo(102));
        Assert.That(() => result.Count(), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Many_readers_at_once_get_the_same_answer()
    {
        using var registry = Filled(new ResultBufferOptions { MaxBytesInMemory = 2_000 });
        var counts = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            using var result = await registry.QueryAsync(Everything());
            return result.Count(o => Encoding.UTF8.GetString(o.Fragment.Span) == $"<{registry.NameOf(o.EntryUuid)}/>");
        })));
        Assert.That(counts, Is.All.EqualTo(102));
    }

    static string Text(RegisteredObject o) =>
        $"{o.Row} {o.Kind} {o.EntryUuid} {o.Status} {o.Version} {o.PatientId} {o.LastUpdateTime} {Encoding.UTF8.GetString(o.Fragment.Span)}";
}
