using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class SlotRulesTests
{
    [TestCase(SubmissionBuilder.DocumentId)]
    [TestCase(SubmissionBuilder.SetId)]
    [TestCase(SubmissionBuilder.FolderId)]
    [TestCase("SubmissionSet01-Document01")]
    public void Extra_metadata_are_accepted_on_any_object(string id) =>
        SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Slot("urn:example:ward", "7", "8").Slot("URN:oid:1.2.3", "x").Slot("urn:ward", "x")).Accepted();

    [Test]
    public void Extra_metadata_are_kept()
    {
        var entry = SubmissionBuilder.OneDocument().Document(d => d.Slot("urn:example:ward", "7", "8")).Taken().DocumentEntries[0];
        Assert.Multiple(() =>
        {
            Assert.That(entry.ExtraMetadata.Single().Values, Is.EqualTo(["7", "8"]));
            Assert.That(entry.Source.SlotValues("urn:example:ward"), Is.EqualTo(["7", "8"]));
        });
    }

    [TestCase("urn:ihe:iti:xds:2099:unheardOf", "IHE does not define")]
    [TestCase("ward", "is no URN")]
    [TestCase("urn:example:", "is no URN")]
    [TestCase("urn:-x:ward", "is no URN")]
    [TestCase("urn:example:the ward", "is no URN")]
    [TestCase("CreationTime", "is no URN")]
    [TestCase(SlotNames.SubmissionTime, "is no URN")]
    [TestCase(SlotNames.IntendedRecipient, "is no URN")]
    public void A_slot_that_a_document_does_not_have_is_refused(string name, string why) =>
        SubmissionBuilder.OneDocument().Document(d => d.Slot(name, "2026")).Refused($"DocumentEntry 'Document01': {name}", why);

    [Test]
    public void A_slot_that_a_code_or_an_author_does_not_have_is_refused() => Assert.Multiple(() =>
    {
        SubmissionBuilder.OneDocument()
            .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Slots = [.. c.Slots, new Slot("version", "1")] }))
            .Refused("DocumentEntry 'Document01': typeCode/version");
        SubmissionBuilder.OneDocument()
            .Document(d => d.Reclassify(SchemeUuids.DocumentEntryAuthor, c => c with { Slots = [.. c.Slots, new Slot("authorSpeciality", "1")] }))
            .Refused("DocumentEntry 'Document01': author/authorSpeciality");
    });

    [Test]
    public void A_slot_without_name_is_refused() => SubmissionBuilder.OneDocument().Document(d => d.Slot("", "x")).Refused("slot without name");

    [TestCase(SlotNames.LanguageCode)]
    [TestCase("urn:example:ward")]
    public void A_slot_without_values_is_refused(string name) =>
        SubmissionBuilder.OneDocument().Document(d => d.Slot(name)).Refused(name, "slot without values");

    [TestCase("")]
    [TestCase("  ")]
    public void An_empty_value_is_refused(string value) =>
        SubmissionBuilder.OneDocument().Document(d => d.Slot(SlotNames.LanguageCode, value)).Refused("languageCode has an empty value");

    [TestCase("languageCode", "de-CH")]
    [TestCase("urn:example:ward", "9")]
    public void A_slot_given_twice_with_different_values_is_refused(string name, string other) => SubmissionBuilder.OneDocument()
        .Document(d => d.Slot(name, "en").AddSlot(name, other))
        .Refused($"{name} is given by more than one slot");

    [TestCase("languageCode")]
    [TestCase("urn:example:ward")]
    public void A_slot_given_twice_word_for_word_is_taken_once(string name) => Assert.That(
        SubmissionBuilder.OneDocument().Document(d => d.Slot(name, "en").AddSlot(name, "en")).Taken().DocumentEntries[0].Source.Slots.Count(s => s.Name == name),
        Is.EqualTo(1));

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void A_value_has_256_characters_at_most(int length, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Slot("urn:example:text", new string('x', length)));
        if (accepted) builder.Accepted();
        else builder.Refused("urn:example:text has a value of more than 256 characters");
    }

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void A_slot_name_has_256_characters_at_most(int length, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Slot("urn:example:".PadRight(length, 'x'), "x"));
        if (accepted) builder.Accepted();
        else builder.Refused("slot name of more than 256 characters");
    }

    [TestCase(SlotNames.CreationTime)]
    [TestCase(SlotNames.Hash)]
    [TestCase(SlotNames.LanguageCode)]
    [TestCase(SlotNames.RepositoryUniqueId)]
    [TestCase(SlotNames.ServiceStartTime)]
    [TestCase(SlotNames.ServiceStopTime)]
    [TestCase(SlotNames.Size)]
    [TestCase(SlotNames.SourcePatientId)]
    public void A_single_valued_slot_takes_one_value(string name)
    {
        var value = SubmissionBuilder.OneDocument()[SubmissionBuilder.DocumentId].Build().SlotValue(name)!;
        SubmissionBuilder.OneDocument().Document(d => d.Slot(name, value, value)).Refused($"{name} has 2 values but takes one");
    }
}
