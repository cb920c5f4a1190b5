using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.AffinityDomains;

[TestFixture]
public sealed class AffinityDomainTests
{
    static readonly AffinityDomain Domain = AffinityDomainExample.Read(AffinityDomainExample.Json).Domain!;

    [TestCase(CodedAttribute.ClassCode, "REPORTS", "1.2.3.30", true)]
    [TestCase(CodedAttribute.ClassCode, "REPORTS", "1.2.3.31", true)]
    [TestCase(CodedAttribute.ClassCode, "REPORTS", "1.2.3.32", false)]
    [TestCase(CodedAttribute.ClassCode, "reports", "1.2.3.30", false)]
    [TestCase(CodedAttribute.TypeCode, "REPORTS", "1.2.3.30", false)]
    public void A_code_is_known_for_its_attribute_and_scheme(CodedAttribute attribute, string code, string scheme, bool known)
    {
        Assert.That(Domain.IsKnownCode(attribute, code, scheme), Is.EqualTo(known));
        Assert.That(Domain.FindCode(attribute, code, scheme), known ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void A_code_is_found_with_its_display() =>
        Assert.That(Domain.FindCode(CodedAttribute.ClassCode, "REPORTS", "1.2.3.30"), Is.EqualTo(new Code("REPORTS", "1.2.3.30", "Reports")));

    [Test]
    public void An_attribute_has_its_own_level_or_that_of_all_codes()
    {
        Assert.That(Domain.CodeCheck(CodedAttribute.ClassCode), Is.EqualTo(CheckLevel.Reject));
        Assert.That(Domain.CodeCheck(CodedAttribute.TypeCode), Is.EqualTo(CheckLevel.Warn));
        Assert.That(Domain.MimeTypeCheck, Is.EqualTo(CheckLevel.Off));
    }

    [TestCase("1.2.3.20.1", "1.2.3.20.1", true, Description = "its own")]
    [TestCase("1.2.3.20.1", "1.2.3.20.2", true, Description = "its institution's")]
    [TestCase("1.2.3.20.1", "1.2.3.21.1", false, Description = "another institution's")]
    [TestCase("1.2.3.20.1", null, false, Description = "nobody's")]
    [TestCase("1.2.3.21.1", "1.2.3.20.1", true)]
    [TestCase("1.2.3.21.1", null, true)]
    [TestCase("1.2.3.22.1", "1.2.3.22.1", false)]
    [TestCase("1.2.3.99", "1.2.3.99", true, Description = "its own, of no institution")]
    [TestCase("1.2.3.99", "1.2.3.98", false, Description = "another's; neither is of an institution")]
    public void A_source_may_update_what_its_institution_or_else_the_domain_lets_it(string source, string? publisher, bool may) =>
        Assert.That(Domain.MayUpdate(source, publisher), Is.EqualTo(may));

    [Test]
    public void Without_a_word_on_it_a_source_may_update_any_document()
    {
        var silent = new AffinityDomain(Domain.Definition with { RestrictedUpdates = default });
        Assert.That(silent.MayUpdate("1.2.3.99", "1.2.3.98"));
    }

    [Test]
    public void Without_levels_everything_is_rejected()
    {
        var levels = CheckLevels.RejectAll;

        Assert.That(Enum.GetValues<CodedAttribute>().Select(levels.Of), Is.All.EqualTo(CheckLevel.Reject));
        Assert.That(levels.MimeTypes, Is.EqualTo(CheckLevel.Reject));
    }

    [TestCase("1.2.3.10")]
    [TestCase("XAD")]
    public void An_authority_is_found_by_OID_and_by_namespace(string name) =>
        Assert.That(Domain.FindAuthority(name), Is.EqualTo(new AssigningAuthority("1.2.3.10", AuthorityKind.PatientId, "XAD", "Region")));

    [Test]
    public void An_authority_that_is_not_listed_is_not_found() => Assert.That(Domain.FindAuthority("1.2.3"), Is.Null);

    [TestCase("1.2.3.10", true)]
    [TestCase("XAD", false, Description = "metadata carry OIDs")]
    [TestCase("1.2.3.11", false, Description = "identity card numbers are no patient ids")]
    [TestCase("1.2.3.12", true, Description = "a local domain that the file says is one")]
    [TestCase("1.2.3.98", false)]
    public void Only_the_OID_of_a_patient_id_authority_is_a_patient_id_domain(string oid, bool expected) =>
        Assert.That(Domain.IsPatientIdDomain(oid), Is.EqualTo(expected));

    [Test]
    public void An_institution_is_found_by_id_and_by_each_of_its_sources()
    {
        var north = Domain.FindInstitution("north");

        Assert.Multiple(() =>
        {
            Assert.That(north?.Name, Is.EqualTo("北院"));
            Assert.That(Domain.FindInstitutionBySource("1.2.3.20.2"), Is.SameAs(north));
            Assert.That(Domain.FindInstitutionBySource("1.2.3.20"), Is.Null);
            Assert.That(Domain.FindInstitution("south"), Is.Null);
        });
    }

    [Test]
    public void The_repository_gives_its_first_id_and_answers_to_all()
    {
        Assert.That(Domain.RepositoryUniqueId, Is.EqualTo("1.2.3.1"));
        Assert.That(Domain.IsOwnRepository("1.2.3.1") && Domain.IsOwnRepository("1.2.3.2"));
        Assert.That(Domain.IsOwnRepository("1.2.3.3"), Is.False);
    }

    [TestCase("text/xml", true)]
    [TestCase("Text/XML", true, Description = "RFC 2045 section 5.1")]
    [TestCase("text/plain", false)]
    public void A_mime_type_is_known_whatever_its_case(string type, bool known) => Assert.That(Domain.IsKnownMimeType(type), Is.EqualTo(known));

    [Test]
    public void Who_took_a_version_keeps_it_when_another_comes_into_force()
    {
        var other = AffinityDomainExample.Read(AffinityDomainExample.Json).Domain!;
        var source = new AffinityDomainSource(Domain);
        var taken = source.Current;

        source.Replace(other);

        Assert.That(taken, Is.SameAs(Domain));
        Assert.That(source.Current, Is.SameAs(other));
    }

    [Test]
    public void The_enterprise_authority_is_the_one_named_or_the_first_patient_id_domain()
    {
        var unnamed = new AffinityDomain(Domain.Definition with { EnterpriseAuthority = null });

        Assert.That((Domain.EnterpriseAuthority.Oid, unnamed.EnterpriseAuthority.Oid), Is.EqualTo(("1.2.3.12", "1.2.3.10")));
    }

    [TestCase("1.2.3.12", "NORTH", "HIS", true)]
    [TestCase("1.2.3.12", "NORTH", "LIS", false)]
    [TestCase("1.2.3.12", "SOUTH", "LIS", true)]
    [TestCase("1.2.3.12", "WEST", "HIS", false)]
    [TestCase("1.2.3.12", "", "", false)]
    [TestCase("1.2.3.11", "WEST", "HIS", true)]
    public void Who_may_assign_is_told_by_facility_and_application(string oid, string facility, string application, bool may)
    {
        var authority = Domain.FindAuthority(oid)!;
        var byName = authority.MayBeAssignedBy(new HierarchicDesignator(facility, "", ""), new HierarchicDesignator(application, "", ""));
        var byUniversalId = authority.MayBeAssignedBy(new HierarchicDesignator("", facility, "L"), new HierarchicDesignator("", application, "L"));

        Assert.That((byName, byUniversalId), Is.EqualTo((may, may)));
    }

    [Test]
    public void A_consumer_is_interested_in_the_domains_it_names_or_in_all() => Assert.Multiple(() =>
    {
        Assert.That(Domain.UpdateConsumers[0].IsInterestedIn("1.2.3.11"));
        Assert.That(Domain.UpdateConsumers[0].IsInterestedIn("1.2.3.10"), Is.False);
        Assert.That(Domain.UpdateConsumers[1].IsInterestedIn("1.2.3.10"));
    });
}
