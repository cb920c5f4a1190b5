using System.Xml.Linq;
using IheRegistry.Actors.DocumentRepository.OnDemand;
using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Wire.Cda;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRepository.OnDemand;

/// <summary>What a summary holds for whom, and what its bounds leave out.</summary>
[TestFixture]
public sealed class OnDemandDocumentsTests
{
    static readonly AccessScope Restricted = new() { HiddenConfidentialityCodes = [new Code("R", "2.16.840.1.113883.5.25")] };

    [Test]
    public async Task Beyond_the_count_the_newest_are_merged_and_the_rest_is_named()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits { MaxDocuments = 2 });
        for (var number = 1; number <= 4; number++) await repository.PublishAsync(number, $"Text {number}");

        var (_, text) = await repository.RetrieveAsync();

        Assert.That(text, Does.Contain("Text 4").And.Contain("Text 3").And.Not.Contain("Text 2").And.Not.Contain("Text 1"));
        Assert.That(text, Does.Contain("This summary is not complete.").And.Contain("2 documents named below").And.Contain("Document 1").And.Contain("2 of 4 approved"));
    }

    [Test]
    public async Task Beyond_what_is_named_it_is_counted()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits { MaxDocuments = 1, MaxListed = 1 });
        for (var number = 1; number <= 5; number++) await repository.PublishAsync(number, $"Text {number}");

        var (_, text) = await repository.RetrieveAsync();

        Assert.That(text, Does.Contain("Text 5").And.Contain("Document 4").And.Not.Contain("Document 3"));
        Assert.That(text, Does.Contain("1 of 5 approved").And.Contain("3 older documents could not even be named"));
    }

    [Test]
    public async Task A_document_that_is_too_large_is_named_and_a_smaller_one_after_it_is_merged()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits { MaxDocumentBytes = 5_000 });
        await repository.PublishAsync(1, "Small");
        await repository.PublishAsync(2, new string('x', 5_000));

        var (_, text) = await repository.RetrieveAsync();

        Assert.That(text, Does.Contain("Small").And.Not.Contain("xxx").And.Contain("too large to be merged").And.Contain("not complete"));
    }

    [Test]
    public async Task Documents_are_merged_as_far_as_their_bytes_fit()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits { MaxBytes = 3_000 });
        for (var number = 1; number <= 3; number++) await repository.PublishAsync(number, $"Text {number}" + new string(' ', 1_000));

        var (_, text) = await repository.RetrieveAsync();

        Assert.That(text, Does.Contain("Text 3").And.Not.Contain("Text 1").And.Contain("the newer documents fill the summary"));
    }

    [Test]
    public async Task A_document_that_is_costly_to_read_is_named()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits { Cda = new CdaLimits { MaxElements = 100 } });
        await repository.PublishAsync(1, string.Concat(Enumerable.Repeat("<br/>", 200)));

        Assert.That((await repository.RetrieveAsync()).Text, Does.Contain("too large to be merged").And.Contain("not complete"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Who_may_not_see_a_document_gets_a_summary_without_it_and_without_a_word_of_it(bool snapshots)
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits(), snapshots);
        await repository.PublishAsync(1, "Penicillin");
        await repository.PublishAsync(2, "Confidential", "R");

        var (whole, text) = await repository.RetrieveAsync();
        var (part, restricted) = await repository.RetrieveAsync(Restricted);
        var again = await repository.RetrieveAsync();

        Assert.That(text, Does.Contain("Penicillin").And.Contain("Confidential").And.Contain("2 of 2 approved"));
        Assert.That(restricted, Does.Contain("Penicillin").And.Contain("1 of 1 approved").And.Not.Contain("Confidential").And.Not.Contain("Document 2"));
        Assert.That((part == whole, again), Is.EqualTo((false, (whole, text))));
    }

    [Test]
    public async Task A_large_summary_is_read_to_its_end()
    {
        await using var repository = await SummarizedRepository.OpenAsync(new OnDemandLimits());
        await repository.PublishAsync(1, string.Concat(Enumerable.Repeat("<paragraph>Some words of a long stay.</paragraph>", 10_000)));

        var (_, text) = await repository.RetrieveAsync();

        Assert.That(text, Has.Length.GreaterThan(400_000));
        Assert.That(() => XDocument.Parse(text), Throws.Nothing);
    }
}
