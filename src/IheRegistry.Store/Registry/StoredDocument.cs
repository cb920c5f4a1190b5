using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Registry;

/// <summary>A document that the repository holds for one DocumentEntry.</summary>
public sealed record StoredDocument
{
    /// <summary>DocumentEntry.uniqueId.</summary>
    public required string UniqueId { get; init; }

    /// <summary>The institution within which equal bytes are kept once.</summary>
    public required string Owner { get; init; }

    /// <summary>SHA-256 of the bytes: their name in the document store.</summary>
    public required ContentId Sha256 { get; init; }

    /// <summary>SHA-1 of the bytes in lower-case hexadecimal digits: the metadata's hash.</summary>
    public required string Sha1 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>DocumentEntry.mimeType.</summary>
    public required string MimeType { get; init; }

    /// <summary>DocumentEntry.patientId in CX form: ITI-43 names no patient, its audit must.</summary>
    public required string PatientId { get; init; }

    /// <summary>DocumentEntry.entryUUID.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>DocumentEntry.confidentialityCode, <c>code^^scheme</c>, several separated by a space.</summary>
    public required string ConfidentialityCode { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>DocumentEntry.documentAvailability is Offline: the document is not to be retrieved at present.</summary>
    public bool Offline { get; init; }

    /// <summary>What it takes to find the bytes.</summary>
    public ContentKey Content => new(Owner, Sha256, Size);
}
