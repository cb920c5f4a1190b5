using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class NistSubmissionTests
{
    static IEnumerable<TestCaseData> Successes() => NistSubmissions.All()
        .Where(s => s.Expected == "Success")
        .Select(s => new TestCaseData(s.Kind, s.Load).SetArgDisplayNames(s.Name));

    [Test]
    public void The_files_are_at_hand()
    {
        if (!NistSubmissions.All().Any()) Assert.Ignore("The NIST test plans are not beside the repository.");
    }

    [TestCaseSource(nameof(Successes))]
    public void What_the_plans_expect_to_succeed_is_accepted(SubmissionKind kind, Func<RegistryObjectList> load) =>
        Assert.That(load().Judge(new RuleContext(kind, NistSubmissions.Domain)), Is.Empty);
}
