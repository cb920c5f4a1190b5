namespace IheRegistry.Model.Metadata.Queries;

/// <summary>$MetadataLevel (ITI TF-2 3.18.4.1.2.3.5.1.1 of the Metadata Update option).</summary>
public enum MetadataLevel
{
    /// <summary>
    /// The default, for consumers that know nothing of metadata update: versions that are not the latest, Offline entries, deprecated
    /// folders and deprecated associations are not returned.
    /// </summary>
    One = 1,

    /// <summary>Nothing is held back for the consumer's sake.</summary>
    Two = 2,
}
