using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>What a summary says, before it is written.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Sources">The patient's documents, newest first.</param>
/// <param name="Unlisted">How many older documents there are that are not even named.</param>
public sealed record Summary(CdaHeader Header, IReadOnlyList<SummarySource> Sources, int Unlisted);
