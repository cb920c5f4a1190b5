namespace IheRegistry.Wire.Cda;

/// <summary>A person's name.</summary>
/// <param name="Family">Family name; null when unknown.</param>
/// <param name="Given">Given names.</param>
/// <param name="Prefix">A title before it; null for none.</param>
public sealed record CdaPerson(string? Family, IReadOnlyList<string> Given, string? Prefix = null)
{
    /// <summary>The name as it is read aloud.</summary>
    public override string ToString() => string.Join(' ', new[] { Prefix }.Concat(Given).Append(Family).Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>An organization.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its OID; null when unknown.</param>
public sealed record CdaOrganization(string Name, string? Id);

/// <summary>Who wrote something: a person, or a device by its software's name.</summary>
public sealed record CdaAuthor
{
    /// <summary>When (DTM in UTC, any precision); null when unknown.</summary>
    public string? Time { get; init; }

    /// <summary>OID or UUID that identifies the author, or the domain of <see cref="Extension"/>; null when unknown.</summary>
    public string? Root { get; init; }

    /// <summary>The author's id in that domain.</summary>
    public string? Extension { get; init; }

    /// <summary>The person; null for a device.</summary>
    public CdaPerson? Person { get; init; }

    /// <summary>softwareName of a device; null for a person.</summary>
    public string? Software { get; init; }

    /// <summary>The organization the author acted for; null when unknown.</summary>
    public CdaOrganization? Organization { get; init; }
}

/// <summary>The patient of a document.</summary>
public sealed record CdaPatient
{
    /// <summary>Identifiers with their assigning authorities' OIDs.</summary>
    public required IReadOnlyList<(string Root, string Extension)> Ids { get; init; }

    /// <summary>The name; null when unknown.</summary>
    public CdaPerson? Name { get; init; }

    /// <summary>Administrative gender: M, F or UN; null when unknown.</summary>
    public string? Gender { get; init; }

    /// <summary>Date of birth (DTM); null when unknown.</summary>
    public string? BirthTime { get; init; }
}
