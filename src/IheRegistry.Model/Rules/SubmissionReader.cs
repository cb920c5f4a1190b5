using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Model.Rules;

/// <summary>
/// From metadata as sent to a typed submission, in three steps that also stand alone: <see cref="SubmissionRules"/> judge what was
/// sent, <see cref="AssignUuids"/> replaces symbolic ids, <see cref="SubmissionMapping"/> reads the values.
/// </summary>
public static class SubmissionReader
{
    /// <summary>The submission; null when the findings that were added hold an error.</summary>
    public static Submission? Read(RegistryObjectList submitted, RuleContext context, ErrorList findings) =>
        SubmissionRules.Check(submitted, context, findings) ? SubmissionMapping.Read(AssignUuids.In(submitted)) : null;
}
