using System.Text;
using System.Xml.Linq;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v3;

[TestFixture]
public sealed class QueryTests
{
    [Test]
    public void A_PIX_query_reads_as_it_was_written_and_is_valid()
    {
        var message = V3Messages.WritePix();
        var reading = V3Messages.Read(message, GetIdentifiersQueryReader.Read)!;
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.QueryId, Is.EqualTo(V3Messages.QueryId));
        Assert.That(V3Messages.Text(reading.Query), Is.EqualTo(V3Messages.Text(V3Messages.Pix)));
    }

    [Test]
    public void A_demographics_query_reads_as_it_was_written_and_is_valid()
    {
        var message = V3Messages.WritePdq();
        var reading = V3Messages.Read(message, FindCandidatesQueryReader.Read)!;
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(V3Messages.Text(reading.Query! with { Text = default }), Is.EqualTo(V3Messages.Text(V3Messages.Pdq)));
    }

    [TestCase(Interactions.QueryContinuation, false, 5)]
    [TestCase(Interactions.QueryCancellation, true, 0)]
    public void A_continuation_reads_as_it_was_written_and_is_valid(string interaction, bool isCancellation, int quantity)
    {
        var message = V3Messages.WriteContinuation(interaction);
        var reading = V3Messages.Read(message, QueryContinuationReader.Read)!;
        Assert.That(Hl7v3Schema.Errors(V3Messages.Parse(message)), Is.Empty);
        Assert.That((reading.QueryId, reading.Start, reading.Quantity, reading.IsCancellation), Is.EqualTo((V3Messages.QueryId, 6, quantity, isCancellation)));
        Assert.That(reading.Problems, Is.Empty);
    }

    // "by sending a continuation message, and ... setting the statusCode to aborted" (ITI TF-2 3.47.4.3.3).
    [Test]
    public void A_continuation_whose_status_is_aborted_is_a_cancellation()
    {
        var message = Encoding.UTF8.GetString(V3Messages.WriteContinuation()).Replace("waitContinuedQueryResponse", "aborted", StringComparison.Ordinal);
        Assert.That(V3Messages.Read(Encoding.UTF8.GetBytes(message), QueryContinuationReader.Read)!.IsCancellation, Is.True);
    }

    [TestCase("<startResultNumber value=\"6\"/>", "<startResultNumber value=\"0\"/>", "startResultNumber")]
    [TestCase("<startResultNumber value=\"6\"/>", "<startResultNumber value=\"six\"/>", "startResultNumber")]
    [TestCase("<continuationQuantity value=\"5\"/>", "<continuationQuantity value=\"0\"/>", "continuationQuantity")]
    [TestCase("<queryId root=\"1.2.840.4\" extension=\"Q-1\"/>", "", "queryId")]
    public void A_continuation_in_error_says_where(string from, string to, string place)
    {
        var problem = V3Messages.Read(Change(V3Messages.WriteContinuation(), from, to), QueryContinuationReader.Read)!.Problems.Single();
        Assert.That(problem.Location, Does.EndWith($"/hl7:queryContinuation/hl7:{place}"));
    }

    [Test]
    public void The_copy_of_a_query_is_valid_in_the_answer_whatever_prefixes_it_had()
    {
        var message = Prefixed(V3Messages.WritePdq());
        var reading = V3Messages.Read(Encoding.UTF8.GetBytes(message), FindCandidatesQueryReader.Read)!;
        Assert.That(V3Messages.Text(reading.Query! with { Text = default }), Is.EqualTo(V3Messages.Text(V3Messages.Pdq)));
        var copy = V3Messages.Parse(reading.Text.ToArray());
        var original = V3Messages.Parse(V3Messages.WritePdq()).Descendants().First(element => element.Name.LocalName == "queryByParameter");
        foreach (var declaration in copy.DescendantsAndSelf().Concat(original.DescendantsAndSelf()).Attributes().Where(a => a.IsNamespaceDeclaration).ToList()) declaration.Remove();
        Assert.That(XNode.DeepEquals(copy, original), Is.True, copy.ToString());
    }

    [TestCase("<dataSource><value root=\"1.2.3.4\"/><semanticsText>DataSource.id</semanticsText></dataSource>", "<dataSource><value nullFlavor=\"NI\"/></dataSource>")]
    public void A_domain_that_is_empty_keeps_its_place(string from, string to)
    {
        var reading = V3Messages.Read(Change(V3Messages.WritePix(), from, to), GetIdentifiersQueryReader.Read)!;
        Assert.That(reading.Query!.Domains, Is.EqualTo(new[] { V3Messages.Other, HierarchicDesignator.None }));
    }

    [TestCase("<patientIdentifier>", "<another>", "</patientIdentifier>", "</another>", Hl7ErrorCode.RequiredFieldMissing, "hl7:patientIdentifier/hl7:value", TestName = "A_PIX_query_without_patient_is_in_error")]
    [TestCase("extension=\"4711\"", "", "", "", Hl7ErrorCode.RequiredFieldMissing, "hl7:patientIdentifier/hl7:value", TestName = "A_PIX_query_of_a_domain_is_in_error")]
    [TestCase("<responsePriorityCode code=\"I\"/>", "<responsePriorityCode code=\"D\"/>", "", "", Hl7ErrorCode.TableValueNotFound, "hl7:responsePriorityCode", TestName = "A_deferred_answer_is_refused")]
    [TestCase("<queryId root=\"1.2.840.4\" extension=\"Q-1\"/>", "", "", "", Hl7ErrorCode.RequiredFieldMissing, "hl7:queryId", TestName = "A_query_without_id_is_in_error")]
    public void Pix_in_error(string from, string to, string from2, string to2, Hl7ErrorCode code, string location)
    {
        var message = Change(V3Messages.WritePix(), from, to);
        if (from2.Length > 0) message = Change(message, from2, to2);
        var reading = V3Messages.Read(message, GetIdentifiersQueryReader.Read)!;
        Assert.That(reading.Query, Is.Null);
        Assert.That(reading.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { code }));
        Assert.That(reading.Problems[0].Location, Does.EndWith(location));
    }

    [TestCase("<otherIDsScopingOrganization>", "<principalCareProviderId><value root=\"1.2.3\"/></principalCareProviderId><otherIDsScopingOrganization>", Hl7ErrorCode.TableValueNotFound, "hl7:principalCareProviderId", TestName = "A_parameter_that_IHE_leaves_out_is_refused")]
    [TestCase("<high value=\"19801231\"/>", "<width value=\"1\" unit=\"a\"/>", Hl7ErrorCode.DataTypeError, "hl7:value/hl7:width", TestName = "An_interval_by_its_width_is_refused")]
    [TestCase("<low value=\"19800101\"/>", "<low value=\"new year\"/>", Hl7ErrorCode.DataTypeError, "hl7:livingSubjectBirthTime/hl7:value", TestName = "A_time_that_is_none_is_in_error")]
    [TestCase("<parameterList>", "<matchCriterionList><minimumDegreeMatch><value value=\"101\"/></minimumDegreeMatch></matchCriterionList><parameterList>", Hl7ErrorCode.DataTypeError, "hl7:minimumDegreeMatch/hl7:value", TestName = "A_degree_of_match_beyond_the_whole_is_in_error")]
    [TestCase("<initialQuantity value=\"5\"/>", "<initialQuantity value=\"0\"/>", Hl7ErrorCode.DataTypeError, "hl7:initialQuantity", TestName = "A_quantity_of_none_is_in_error")]
    [TestCase("<initialQuantity value=\"5\"/>", "<initialQuantity value=\"-5\"/>", Hl7ErrorCode.DataTypeError, "hl7:initialQuantity", TestName = "A_negative_quantity_is_in_error")]
    [TestCase("<initialQuantity value=\"5\"/>", "<initialQuantity value=\"5\"/><initialQuantityCode code=\"CH\"/>", Hl7ErrorCode.TableValueNotFound, "hl7:initialQuantityCode", TestName = "A_quantity_of_characters_is_refused")]
    [TestCase("<value root=\"1.3.6.1.4.1.21367.13.20.1000\" extension=\"4711\" assigningAuthorityName=\"HOSP\"/>", "<value extension=\"4711\"/>", Hl7ErrorCode.RequiredFieldMissing, "hl7:livingSubjectId[1]/hl7:value", TestName = "An_identifier_without_root_is_in_error")]
    [TestCase("<value code=\"F\" codeSystem=\"2.16.840.1.113883.5.1\"/>", "<value code=\"F\"/><value code=\"M\"/>", Hl7ErrorCode.DataTypeError, "hl7:livingSubjectAdministrativeGender", TestName = "Two_genders_are_in_error")]
    public void Pdq_in_error(string from, string to, Hl7ErrorCode code, string location)
    {
        var reading = V3Messages.Read(Change(V3Messages.WritePdq(), from, to), FindCandidatesQueryReader.Read)!;
        Assert.That(reading.Query, Is.Null);
        Assert.That(reading.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { code }));
        Assert.That(reading.Problems[0].Location, Does.EndWith(location));
    }

    [TestCase(0)]
    [TestCase(75)]
    [TestCase(100)]
    public void A_degree_of_match_is_taken(int degree)
    {
        var criterion = $"<matchCriterionList><minimumDegreeMatch><value value=\"{degree}\"/></minimumDegreeMatch></matchCriterionList>";
        Assert.That(V3Messages.Read(Change(V3Messages.WritePdq(), "<parameterList>", criterion + "<parameterList>"), FindCandidatesQueryReader.Read)!.Problems, Is.Empty);
    }

    [Test]
    public void A_long_query_is_answered_but_not_remembered()
    {
        var reading = V3Messages.Read(Change(V3Messages.WritePdq(), "Patient.addr", new string('x', 10_000)), FindCandidatesQueryReader.Read)!;
        Assert.That((reading.Query!.Text.Length, reading.Text.Length), Is.EqualTo((0, reading.Text.Length)));
        Assert.That(reading.Text.Length, Is.GreaterThan(10_000));
        Assert.That(V3Messages.Read(V3Messages.WritePdq(), FindCandidatesQueryReader.Read)!.Query!.Text.Length, Is.GreaterThan(1000));
    }

    [Test]
    public void Too_many_parameters_are_in_error()
    {
        const string Name = "<mothersMaidenName><value><family>Mother</family></value></mothersMaidenName>";
        var with = Change(V3Messages.WritePdq(), "<otherIDsScopingOrganization>", string.Concat(Enumerable.Repeat(Name, 255)) + "<otherIDsScopingOrganization>");
        Assert.That(V3Messages.Read(with, FindCandidatesQueryReader.Read)!.Query!.Criteria.MothersMaidenNames, Has.Count.EqualTo(256));
        with = Change(with, "<otherIDsScopingOrganization>", Name + "<otherIDsScopingOrganization>");
        Assert.That(V3Messages.Read(with, FindCandidatesQueryReader.Read)!.Query, Is.Null);
    }

    [Test]
    public void A_query_beyond_the_limit_is_in_error_and_not_kept()
    {
        var message = Change(V3Messages.WritePix(), "DataSource.id", new string('x', 70_000));
        var reading = V3Messages.Read(message, GetIdentifiersQueryReader.Read)!;
        Assert.That((reading.Query, reading.Text.Length), Is.EqualTo(((PixQuery?)null, 0)));
        Assert.That(reading.Problems[0].Text, Is.EqualTo("The query is too large"));
    }

    [Test]
    public void A_message_without_query_is_in_error()
    {
        var message = V3Messages.Parse(V3Messages.WritePix());
        message.Descendants().First(element => element.Name.LocalName == "queryByParameter").Remove();
        var reading = V3Messages.Read(Encoding.UTF8.GetBytes(message.ToString()), GetIdentifiersQueryReader.Read)!;
        Assert.That(reading.Query, Is.Null);
        Assert.That(reading.Problems[0].Location, Is.EqualTo("/hl7:PRPA_IN201309UV02/hl7:controlActProcess/hl7:queryByParameter"));
    }

    // Every element by a prefix, types too.
    static string Prefixed(byte[] message)
    {
        var root = V3Messages.Parse(message);
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration && a.Name.LocalName == "xmlns").ToList()) attribute.Remove();
        root.SetAttributeValue(XNamespace.Xmlns + "ns1", "urn:hl7-org:v3");
        foreach (var type in root.Descendants().Attributes(XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance"))) type.Value = $"ns1:{type.Value}";
        return root.ToString(SaveOptions.DisableFormatting);
    }

    static byte[] Change(byte[] message, string from, string to)
    {
        var text = Encoding.UTF8.GetString(message);
        Assert.That(text, Does.Contain(from));
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
