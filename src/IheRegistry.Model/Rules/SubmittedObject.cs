using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>An object of a submission and what it turned out to be; Kind is null for a package that is neither SubmissionSet nor Folder.</summary>
sealed class SubmittedObject(RegistryObject source)
{
    public RegistryObject Source => source;

    public ObjectKind? Kind { get; } = KindOf(source);

    /// <summary>How many HasMember associations of the submission's SubmissionSet name this object.</summary>
    public int Memberships { get; set; }

    /// <summary>Marked as what a Metadata-Limited Document Source knows (limitedMetadata, ITI TF-3 4.2.3.2.29); each object for itself.</summary>
    public bool IsLimited
    {
        get
        {
            foreach (var classification in source.Classifications)
                if (classification.Node is not null && classification.Node == LimitedMark) return true;
            return false;
        }
    }

    string? LimitedMark => Kind switch
    {
        ObjectKind.DocumentEntry => SchemeUuids.LimitedDocumentEntry,
        ObjectKind.SubmissionSet => SchemeUuids.LimitedSubmissionSet,
        ObjectKind.Folder => SchemeUuids.LimitedFolder,
        _ => null,
    };

    public Place Place => new(Kind, source.Element, source.Id);

    static ObjectKind? KindOf(RegistryObject source) => source.Element switch
    {
        EbrimElement.ExtrinsicObject => ObjectKind.DocumentEntry,
        EbrimElement.Association => ObjectKind.Association,
        _ => KindOfPackage(source),
    };

    static ObjectKind? KindOfPackage(RegistryObject source)
    {
        foreach (var classification in source.Classifications)
        {
            if (classification.Node == SchemeUuids.SubmissionSet) return ObjectKind.SubmissionSet;
            if (classification.Node == SchemeUuids.Folder) return ObjectKind.Folder;
        }

        return null;
    }
}
