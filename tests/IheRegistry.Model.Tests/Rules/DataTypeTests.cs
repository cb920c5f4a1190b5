using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>ITI TF-3 table 4.2.3.1.7-2: the form of values, each where it stands in a submission.</summary>
[TestFixture]
public sealed class DataTypeTests
{
    const string Oid64 = "1.2.345678912345678901234567890123456789012345678901234567890.12";
    const string Sha1 = "e543712c0e10501972de13a5bfcbe826c49feb75";

    [TestCase(SlotNames.CreationTime, "2026")]
    [TestCase(SlotNames.CreationTime, "202601")]
    [TestCase(SlotNames.CreationTime, "20260131")]
    [TestCase(SlotNames.CreationTime, "2026013123")]
    [TestCase(SlotNames.CreationTime, "202601312359")]
    [TestCase(SlotNames.CreationTime, "20240229235959")]
    [TestCase(SlotNames.Hash, Sha1)]
    [TestCase(SlotNames.Hash, "E543712C0E10501972DE13A5BFCBE826C49FEB75")]
    [TestCase(SlotNames.Size, "0")]
    [TestCase(SlotNames.Size, "061224")]
    [TestCase(SlotNames.Size, "999999999999999999")]
    [TestCase(SlotNames.LanguageCode, "en")]
    [TestCase(SlotNames.LanguageCode, "zh-Hans-CN")]
    [TestCase(SlotNames.LanguageCode, "de-CH-1996")]
    [TestCase(SlotNames.LanguageCode, "i-klingon")]
    [TestCase(SlotNames.RepositoryUniqueId, "1.2")]
    [TestCase(SlotNames.RepositoryUniqueId, "2.25.0")]
    [TestCase(SlotNames.RepositoryUniqueId, "129.6.58.92.88336")]
    [TestCase(SlotNames.SourcePatientId, "89765a87b^^^&3.4.5&ISO")]
    [TestCase(SlotNames.LegalAuthenticator, "^Testdoctor^Ada^^^Dr^MD")]
    [TestCase(SlotNames.LegalAuthenticator, "11375")]
    [TestCase(SlotNames.LegalAuthenticator, "11375^Testdoctor^Ada^J.^III^Dr^MD^^&1.2.840.113619.6.197&ISO")]
    [TestCase(SlotNames.Uri, "http://")]
    [TestCase(SlotNames.Uri, "DOC00001.XML")]
    [TestCase(SlotNames.Uri, "1|http://repository.example/a%20b")]
    [TestCase(SlotNames.DocumentAvailability, "urn:ihe:iti:2010:DocumentAvailability:Online")]
    [TestCase(SlotNames.DocumentAvailability, "urn:ihe:iti:2010:DocumentAvailability:Offline")]
    [TestCase(SlotNames.ReferenceIdList, "2013001^^^&1.2.3.4.5.6&ISO^urn:ihe:iti:xds:2013:accession")]
    [TestCase(SlotNames.ReferenceIdList, "2013001^^^NAME^urn:ihe:iti:xds:2013:order")]
    [TestCase(SlotNames.ReferenceIdList, "2013001^^^^urn:ihe:iti:xds:2013:accession")]
    [TestCase(SlotNames.ReferenceIdList, "2.16.840.1^^^^urn:ihe:iti:xdw:2013:workflowInstanceId")]
    [TestCase(SlotNames.ReferenceIdList, "1.2.3.45.678^^^^urn:ihe:iti:xds:2016:studyInstanceUID")]
    [TestCase(SlotNames.ReferenceIdList, "7^^^^of-our-own")]
    [TestCase(SlotNames.ReferenceIdList, "1.2.3.4^^^^urn:ihe:iti:xds:2013:uniqueId^&1.2.3&ISO")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-3|MRN-7^^^&1.2.3&ISO~OTHER^^^&1.2.4&ISO")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-5|Testpatient^Tom^^^")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-7|19560527")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-7|19560527093000.123+0100")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-8|F")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-8|")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-11|100 Main St^^Metropolis^Il^44130^USA")]
    public void A_well_formed_value_of_a_document_is_accepted(string slot, string value) =>
        SubmissionBuilder.OneDocument().Document(d => d.Slot(slot, value)).Accepted();

    [TestCase(SlotNames.CreationTime, "202")]
    [TestCase(SlotNames.CreationTime, "20261")]
    [TestCase(SlotNames.CreationTime, "202613")]
    [TestCase(SlotNames.CreationTime, "20250229")]
    [TestCase(SlotNames.CreationTime, "2026010124")]
    [TestCase(SlotNames.CreationTime, "20260101000000.0")]
    [TestCase(SlotNames.CreationTime, "2026-01-01")]
    [TestCase(SlotNames.ServiceStartTime, "20260101000060")]
    [TestCase(SlotNames.ServiceStopTime, "20260101000000+0100")]
    [TestCase(SlotNames.Hash, "e543712c0e10501972de13a5bfcbe826c49feb7")]
    [TestCase(SlotNames.Hash, "g543712c0e10501972de13a5bfcbe826c49feb75")]
    [TestCase(SlotNames.Hash, "ZuFYdA+BgNxQyzdwXOdi8qKqb5o=")]
    [TestCase(SlotNames.Size, "-1")]
    [TestCase(SlotNames.Size, "1.5")]
    [TestCase(SlotNames.Size, "9999999999999999999")]
    [TestCase(SlotNames.LanguageCode, "en_US")]
    [TestCase(SlotNames.LanguageCode, "english-languages")]
    [TestCase(SlotNames.LanguageCode, "e1")]
    [TestCase(SlotNames.LanguageCode, "en--US")]
    [TestCase(SlotNames.RepositoryUniqueId, "1")]
    [TestCase(SlotNames.RepositoryUniqueId, "1.02")]
    [TestCase(SlotNames.RepositoryUniqueId, "1..2")]
    [TestCase(SlotNames.RepositoryUniqueId, "1.2.")]
    [TestCase(SlotNames.RepositoryUniqueId, "urn:oid:1.2.3")]
    [TestCase(SlotNames.RepositoryUniqueId, Oid64 + "3")]
    [TestCase(SlotNames.SourcePatientId, "89765a87b")]
    [TestCase(SlotNames.SourcePatientId, "^^^&1.2.3&ISO")]
    [TestCase(SlotNames.SourcePatientId, "1^^^&1.2.3&DNS")]
    [TestCase(SlotNames.SourcePatientId, "1^^^NAME&1.2.3&ISO")]
    [TestCase(SlotNames.SourcePatientId, "1^^^NAME")]
    [TestCase(SlotNames.SourcePatientId, "1^2^^&1.2.3&ISO")]
    [TestCase(SlotNames.LegalAuthenticator, "^^^^^Dr")]
    [TestCase(SlotNames.LegalAuthenticator, "^^Ada")]
    [TestCase(SlotNames.LegalAuthenticator, "11375^Testdoctor^Ada^^^^^^urn:oid:1.2.3")]
    [TestCase(SlotNames.Uri, "http://repository.example/a b")]
    [TestCase(SlotNames.Uri, "one|http://repository.example")]
    [TestCase(SlotNames.DocumentAvailability, "Online")]
    [TestCase(SlotNames.ReferenceIdList, "2013001^^^&1.2.3.4.5.6&ISO")]
    [TestCase(SlotNames.ReferenceIdList, "^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order")]
    [TestCase(SlotNames.ReferenceIdList, "1^2^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order")]
    [TestCase(SlotNames.ReferenceIdList, "1^^^&1.2.3^urn:ihe:iti:xds:2013:order")]
    [TestCase(SlotNames.ReferenceIdList, "1^^^^urn:ihe:iti:xds:2013:order")]
    [TestCase(SlotNames.ReferenceIdList, "1^^^^urn:ihe:iti:xds:2013:referral")]
    [TestCase(SlotNames.ReferenceIdList, "1^^^^urn:ihe:iti:xds:2015:encounterId")]
    [TestCase(SlotNames.ReferenceIdList, "1.2^^^&1.2.3&ISO^urn:ihe:iti:xdw:2013:workflowInstanceId")]
    [TestCase(SlotNames.ReferenceIdList, "study^^^^urn:ihe:iti:xds:2016:studyInstanceUID")]
    [TestCase(SlotNames.ReferenceIdList, "1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order^^2026")]
    [TestCase(SlotNames.SourcePatientInfo, "Testpatient^Tom")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-0|x")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-40|x")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-3|MRN-7")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-3|MRN-7^^^&1.2.3&ISO~OTHER")]
    [TestCase(SlotNames.SourcePatientInfo, "PID-7|27 May 1956")]
    public void A_malformed_value_of_a_document_is_refused(string slot, string value) =>
        SubmissionBuilder.OneDocument().Document(d => d.Slot(slot, value)).Refused($"DocumentEntry 'Document01': {slot} '{value}'", "4.2.3.1.7-2");

    [TestCase("Test Hospital")]
    [TestCase("Test Hospital^^^^^^^^^1.2.3.4.5.6.7.8.9.1789.45")]
    [TestCase("Test Hospital^^^^^&1.2.3.4.5.6.7.8.9.1789&ISO^^^^45")]
    public void An_organization_is_accepted(string value) => Author(SlotNames.AuthorInstitution, value).Accepted();

    [TestCase("^^^^^^^^^1.2.3")]
    [TestCase("Test Hospital^^^^^^^^^45")]
    [TestCase("Test Hospital^L^^^^^^^^1.2.3")]
    [TestCase("Test Hospital^^^^^^XX^^^1.2.3")]
    [TestCase("Test Hospital^^^^^NAME^^^^45")]
    [TestCase("Test Hospital^^^^^&1.2.3&DNS^^^^45")]
    [TestCase("Test Hospital^^^^^^^^^1.2.3^x")]
    public void A_malformed_organization_is_refused(string value) =>
        Author(SlotNames.AuthorInstitution, value).Refused($"author/authorInstitution '{value}'");

    [TestCase("^PRN^PH^^1^555^555-5555")]
    [TestCase("^^Internet^ada@example.org")]
    [TestCase("^PRS^PH^^31^^(042) 1123 4567")]
    [TestCase("^PRS^PH^^^^+31 42 1123 4567")]
    [TestCase("^^CP^^41^79^555 55 55^12")]
    [TestCase("^NET^Internet^ada@example.org^^^")]
    public void A_telecommunication_address_is_accepted(string value) => Author(SlotNames.AuthorTelecommunication, value).Accepted();

    [TestCase("555-5555")]
    [TestCase("^^Internet")]
    [TestCase("^PRN^PH")]
    [TestCase("^PRN^Telex^^1^555^555-5555")]
    [TestCase("(555)555-5555^PRN^PH^^1^555^555-5555")]
    [TestCase("^WPN^CP^^^^^^^^^+41 79 555 55 55")]
    [TestCase("^WPN^Internet^ada@example.org")]
    [TestCase("^NET^Internet^ada@example.org^41")]
    [TestCase("^^X.400^ada")]
    [TestCase("^^PH^^^^555^^after hours")]
    public void A_malformed_telecommunication_address_is_refused(string value) =>
        Author(SlotNames.AuthorTelecommunication, value).Refused($"author/authorTelecommunication '{value}'");

    [TestCase("Test Hospital^^^^^^^^^1.2.3|^Testdoctor^Ada|^^Internet^ada@example.org")]
    [TestCase("Test Hospital")]
    [TestCase("|^Testdoctor^Ada")]
    [TestCase("|^Testdoctor^Ada|^^Internet^ada@example.org")]
    [TestCase("||^^Internet^ada@example.org")]
    public void A_recipient_is_accepted(string value) =>
        SubmissionBuilder.OneDocument().Set(s => s.Slot(SlotNames.IntendedRecipient, value, "Test Clinic")).Accepted();

    [TestCase("|")]
    [TestCase("||")]
    [TestCase("Test Hospital|^Testdoctor^Ada|^^Internet^ada@example.org|more")]
    [TestCase("^^^^^^^^^1.2.3|^Testdoctor^Ada")]
    [TestCase("Test Hospital|^^^^^Dr")]
    [TestCase("Test Hospital||555-5555")]
    public void A_malformed_recipient_is_refused(string value) => SubmissionBuilder.OneDocument()
        .Set(s => s.Slot(SlotNames.IntendedRecipient, value))
        .Refused($"SubmissionSet 'SubmissionSet01': intendedRecipient '{value}'");

    [TestCase("1.2.3")]
    [TestCase(Oid64 + "3")]
    [TestCase("1.2.3^extension-of-17ch")]
    [TestCase("urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d")]
    [TestCase("http://documents.example/7")]
    [TestCase("Document01")]
    public void A_uniqueId_of_a_document_is_any_string(string value) =>
        SubmissionBuilder.OneDocument().Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, value)).Accepted();

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void A_uniqueId_has_256_characters_at_most(int length, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument()
            .Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "http://documents.example/".PadRight(length, '7')));
        if (accepted) builder.Accepted();
        else builder.Refused("uniqueId", "longer than 256");
    }

    [TestCase(" 1.2.3")]
    [TestCase("1.2.3 ")]
    [TestCase("1.2.3\u2028")]
    public void A_uniqueId_with_white_space_around_it_could_not_be_asked_for_and_is_refused(string value) => SubmissionBuilder.OneDocument()
        .Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, value)).Refused("uniqueId", "white space");

    [TestCase(SubmissionBuilder.SetId, SchemeUuids.SubmissionSetUniqueId)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.SourceId)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.FolderUniqueId)]
    public void Other_identifiers_are_OIDs(string id, string scheme) => Assert.Multiple(() =>
    {
        SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Identifier(scheme, Oid64)).Accepted();
        SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Identifier(scheme, "1.2.3^4")).Refused("'1.2.3^4' is not an OID");
        SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Identifier(scheme, "urn:oid:1.2.3")).Refused("is not an OID");
    });

    [Test]
    public void A_URI_in_numbered_pieces_is_put_together()
    {
        var entry = SubmissionBuilder.OneDocument().Document(d => d.Slot(SlotNames.Uri, "2|example/7", "1|http://documents.")).Taken().DocumentEntries[0];
        Assert.That(entry.Uri, Is.EqualTo("http://documents.example/7"));
    }

    [Test]
    public void Several_URIs_are_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Slot(SlotNames.Uri, "1|http://documents.", "example/7"))
        .Refused("URI", "'example/7' is no numbered piece");

    [TestCase("text/xml")]
    [TestCase("application/hl7-v3+xml; charset=utf-8")]
    [TestCase("text/goofy")]
    public void A_mimeType_is_accepted(string mimeType) => SubmissionBuilder.OneDocument().Document(d => d.MimeType = mimeType).Accepted();

    [TestCase("xml")]
    [TestCase("text/")]
    [TestCase("text/xml/x")]
    [TestCase("text xml/x")]
    public void A_malformed_mimeType_is_refused(string mimeType) =>
        SubmissionBuilder.OneDocument().Document(d => d.MimeType = mimeType).Refused($"mimeType '{mimeType}' is not of the form");

    [TestCase("urn:oid:1.2.3", true)]
    [TestCase("1.2.3", false)]
    [TestCase("urn:oid:", false)]
    public void A_homeCommunityId_is_an_OID_as_URN(string home, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Set(s => s.Home = home);
        if (accepted) builder.Accepted();
        else builder.Refused("SubmissionSet 'SubmissionSet01': homeCommunityId", $"'{home}'");
    }

    [TestCase(128, true)]
    [TestCase(129, false)]
    public void A_title_has_128_characters_at_most_whatever_their_bytes(int characters, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Title(string.Concat(Enumerable.Repeat("\U00020BB7", characters))));
        if (accepted) builder.Accepted();
        else builder.Refused("DocumentEntry 'Document01': title", "128 characters");
    }

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void The_title_of_a_SubmissionSet_or_Folder_has_256_characters_at_most(int characters, bool accepted)
    {
        var title = new string('题', characters);
        var set = SubmissionBuilder.OneDocument().Set(s => s.Title(title));
        var folder = SubmissionBuilder.OneDocumentInFolder().Folder(f => f.Title(title));
        if (accepted)
        {
            set.Accepted();
            folder.Accepted();
        }
        else
        {
            set.Refused("SubmissionSet 'SubmissionSet01': title", "256 characters");
            folder.Refused("Folder 'Folder01': title", "256 characters");
        }
    }

    [TestCase("202601020800", "202601020800", true)]
    [TestCase("20260102", "202601020800", true)]
    [TestCase("202601020800", "2026", true)]
    [TestCase("202601020801", "202601020800", false)]
    [TestCase("20260103", "202601020800", false)]
    [TestCase("2027", "202601", false)]
    public void A_service_does_not_stop_before_it_starts(string start, string stop, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Slot(SlotNames.ServiceStartTime, start).Slot(SlotNames.ServiceStopTime, stop));
        if (accepted) builder.Accepted();
        else builder.Refused($"serviceStartTime '{start}' is after serviceStopTime '{stop}'", "3.42.4.1.3.3.6");
    }

    [TestCase("PID-3|1^^^&1.2.3&ISO", "PID-3|2^^^&1.2.3&ISO", true)]
    [TestCase("PID-5|Testpatient^Tom", "PID-5|Testpatient^Thomas", true)]
    [TestCase("PID-2|7", "PID-19|7", true)]
    [TestCase("PID-8|divers", "PID-7|19560527", true)]
    [TestCase("PID-7|19560527", "PID-7|19560528", false)]
    [TestCase("PID-8|M", "PID-8|F", false)]
    public void Fields_of_the_patient_repeat_but_for_birth_time_and_sex(string first, string second, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Slot(SlotNames.SourcePatientInfo, first, second));
        if (accepted) builder.Accepted();
        else builder.Refused($"sourcePatientInfo gives {first[..5]} more than once", "4.2.3.2.23");
    }

    [TestCase(1024, true)]
    [TestCase(1025, false)]
    public void Comments_have_1024_characters_at_most(int length, bool accepted)
    {
        var builder = SubmissionBuilder.OneDocument().Document(d => d.Comments(new string('c', length)));
        if (accepted) builder.Accepted();
        else builder.Refused("DocumentEntry 'Document01': comments has more than 1024");
    }

    [Test]
    public void A_long_value_is_shown_in_part() => Assert.That(
        SubmissionBuilder.OneDocument().Document(d => d.Slot(SlotNames.Size, new string('9', 256))).Judge().Single().Context,
        Does.Contain("999...'").And.Length.LessThan(250));

    static SubmissionBuilder Author(string slot, string value) => SubmissionBuilder.OneDocument().Document(d =>
        d.Without(SchemeUuids.DocumentEntryAuthor).Author(SchemeUuids.DocumentEntryAuthor, (SlotNames.AuthorPerson, "^Testdoctor^Ada"), (slot, value)));
}
