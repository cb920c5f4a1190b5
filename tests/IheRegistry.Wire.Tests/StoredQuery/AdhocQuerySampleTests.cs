using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.StoredQuery;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.StoredQuery;

/// <summary>Requests that other implementations have published.</summary>
[TestFixture]
public sealed class AdhocQuerySampleTests
{
    const string Query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";

    // What is wrong in these, and must stay refused: texts without quotes, and placeholders of templates.
    static readonly Dictionary<string, string> Refusals = new()
    {
        ["ipf__iti18request.xml"] = "no closing quote",
        ["openhimxds__adhocQueryRequest_enriched_wSOAP.xml"] = "no single quotes",
        ["openhimxds__adhocQueryRequest_wSOAP.xml"] = "no single quotes",
        ["toolkit2__query2~2.xml"] = "no single quotes around \"$lastyear$\"",
        ["toolkit2__query~2.xml"] = "no single quotes around \"$object_types$\"",
        ["toolkit2__query~15.xml"] = "returnType is \"$returnType$\"",
        ["toolkit2__query~37.xml"] = "returnType is \"$rt0$\"",
        ["toolkit2__sq-req-bad-pid-format.xml"] = "no single quotes",
        ["toolkit2__sq-req-bad-stat-format1.xml"] = "no single quotes",
        ["wxdsb__query_req.xml"] = "no single quotes",
    };

    static IEnumerable<string> Files()
    {
        var folder = SourceTree.SharedPathOf("standards", "messages", "soap", "iti-18-registry-stored-query");
        return folder is null
            ? []
            : Directory.EnumerateFiles(folder, "*.xml")
                .Where(f => File.ReadAllText(f).Contains("AdhocQueryRequest>", StringComparison.Ordinal));
    }

    [Test]
    public void Published_requests_are_read_or_refused_for_a_stated_reason()
    {
        var read = 0;
        Assert.Multiple(() =>
        {
            foreach (var file in Files()) read += Check(file);
        });
        if (read == 0) Assert.Ignore("The reference folder is absent.");
    }

    static int Check(string file)
    {
        using var reader = XmlReader.Create(file);
        var name = Path.GetFileName(file);
        try
        {
            if (!reader.ReadToFollowing("AdhocQueryRequest", Query)) return 0;
        }
        catch (XmlException)
        {
            return 0; // a template or a broken envelope: the envelope's reader deals with those
        }

        var errors = new ErrorList();
        AdhocQueryReader.TryRead(reader, AdhocQueryLimits.Default, errors, out var request);
        var refusal = errors.FirstOrDefault()?.Context ?? request!.Parameters.FirstOrDefault(p => p.Problem is not null)?.Problem;
        Assert.That(refusal, Refusals.TryGetValue(name, out var expected) ? Does.Contain(expected) : Is.Null, name);
        return 1;
    }
}
