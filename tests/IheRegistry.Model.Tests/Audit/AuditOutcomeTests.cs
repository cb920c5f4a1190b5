using IheRegistry.Model.Audit;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Audit;

[TestFixture]
public sealed class AuditOutcomeTests
{
    static IEnumerable<TestCaseData> Outcomes() =>
    [
        new(AuditOutcome.Success, true, false, null),
        new(AuditOutcome.PartialSuccess("XDSUnknownCommunity"), true, true, "XDSUnknownCommunity"),
        new(AuditOutcome.Failure("XDSRegistryError"), false, true, "XDSRegistryError"),
    ];

    [TestCaseSource(nameof(Outcomes))]
    public void An_outcome_says_which_events_are_due(AuditOutcome outcome, bool succeeded, bool failed, string? description)
    {
        Assert.That((outcome.Succeeded, outcome.Failed, outcome.Description), Is.EqualTo((succeeded, failed, description)));
    }
}
