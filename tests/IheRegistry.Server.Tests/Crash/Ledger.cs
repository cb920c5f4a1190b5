using System.Collections.Concurrent;
using IheRegistry.Server.Tests.Operations;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>What the clients of a crash test know to have been acknowledged.</summary>
sealed class Ledger
{
    /// <summary>Patients, by ITI-8.</summary>
    public ConcurrentBag<string> Patients { get; } = [];

    /// <summary>Submissions, by ITI-41 and ITI-42.</summary>
    public ConcurrentBag<Published> Submissions { get; } = [];

    /// <summary>DocumentEntries that an acknowledged replacement replaces.</summary>
    public ConcurrentBag<string> Replaced { get; } = [];

    /// <summary>Submissions whose metadata and document were removed again, by ITI-62 and ITI-86.</summary>
    public ConcurrentBag<Published> Removed { get; } = [];

    /// <summary>Submissions that were never acknowledged, and not tried again either: they may be there or not.</summary>
    public ConcurrentBag<Published> GivenUp { get; } = [];

    /// <summary>Submissions that were tried again after a crash until they were acknowledged.</summary>
    public ConcurrentBag<Published> Retried { get; } = [];
}
