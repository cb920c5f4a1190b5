using IheRegistry.Model.Access;
using IheRegistry.Model.Errors;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Who sent a submission, and what he gets who sends it again.</summary>
static class Submitter
{
    /// <summary>The sender as the change log keeps him: not by the address, which may change between two tries.</summary>
    internal static string Of(Caller caller) => $"{caller.Institution}/{caller.Who}";

    /// <summary>The original answer, when the same sender has sent the same before and it was accepted; else null.</summary>
    internal static RegistryResponse? AnswerToRetry(PriorSubmission? prior, string by, ReadOnlySpan<byte> digest) =>
        prior is not null && prior.SubmittedBy == by && prior.Digest.Span.SequenceEqual(digest)
            ? new RegistryResponse(ResponseStatus.Success, StoredWarnings.Parse(prior.Warnings))
            : null;
}
