using IheRegistry.Model.Metadata;
using IheRegistry.Store.Documents;
using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>Reads the documents of a plan, one after another, and keeps their sections.</summary>
sealed class SummaryAssembly(IDocumentStore documents, OnDemandLimits limits)
{
    const string SoftwareName = "IheRegistry";

    internal async Task<IReadOnlyList<SummarySource>> ReadAsync(SummaryPlan plan, CancellationToken cancellationToken)
    {
        var sources = new List<SummarySource>(plan.Sources.Count);
        foreach (var planned in plan.Sources)
            sources.Add(await ReadAsync(planned, cancellationToken).ConfigureAwait(false));
        return sources;
    }

    /// <summary>The summary under an identity and a time.</summary>
    internal static Summary Summarize(SummaryPlan plan, IReadOnlyList<SummarySource> sources, string uniqueId, DateTimeOffset at)
    {
        var entry = plan.Entry.Entry;
        var newest = plan.Sources.Select(source => source.Entry).FirstOrDefault(document => document.SourcePatientInfo.Count > 0);
        var codes = Confidentiality.Of([entry, .. plan.Sources.Select(source => source.Entry)]);
        var header = new CdaHeader
        {
            Id = uniqueId,
            Code = MetadataValues.Code(entry.TypeCode)!,
            Title = MetadataValues.Title(entry),
            EffectiveTime = Dtm.From(at),
            Confidentiality = MetadataValues.Code(Confidentiality.MostRestrictive(codes))!,
            LanguageCode = entry.LanguageCode,
            Patient = MetadataValues.Patient(plan.Entry.Patient, entry.SourcePatientInfo.Count > 0 || newest is null ? entry : newest),
            Author = Author(plan, Dtm.From(at)),
            Custodian = Community(plan),
        };
        return new Summary(header, sources, plan.Unlisted);
    }

    static CdaAuthor Author(SummaryPlan plan, string time) => new()
    {
        Time = time,
        Root = plan.Domain.RepositoryUniqueId,
        Software = SoftwareName,
        Organization = Community(plan),
    };

    static CdaOrganization Community(SummaryPlan plan) => new(plan.Domain.Name, plan.Domain.HomeCommunityId.Split(':')[^1]);

    async Task<SummarySource> ReadAsync(PlannedSource planned, CancellationToken cancellationToken)
    {
        var source = new SummarySource
        {
            Document = MetadataValues.Source(planned.Entry),
            Title = MetadataValues.Title(planned.Entry),
            Time = planned.Entry.CreationTime,
            MimeType = planned.Entry.MimeType,
            Reason = planned.Reason,
        };
        if (planned.Reason is not null) return source;
        if (await BytesAsync(planned.Row!.Content, cancellationToken).ConfigureAwait(false) is not { } bytes) return source with { Reason = NotMerged.Unavailable };
        var reading = CdaReader.Read(bytes, limits.Cda);
        return reading.IsRead
            ? source with { Sections = reading.Document.Sections }
            : source with { Reason = NotMergedReasons.Of(reading.Refusal.Value) };
    }

    // Whole before it is looked at: its last bytes come only if its hash is right.
    async Task<byte[]?> BytesAsync(ContentKey key, CancellationToken cancellationToken)
    {
        var opened = await documents.OpenAsync(key, cancellationToken).ConfigureAwait(false);
        if (!opened.IsOpen) return null;
        await using var content = opened.Content;
        try
        {
            var bytes = new byte[key.Size];
            await content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            return bytes;
        }
        catch (Exception damaged) when (damaged is DocumentDamagedException or IOException)
        {
            return null;
        }
    }
}
