using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>Why a document of the patient is named in a summary, but is not part of it.</summary>
public enum NotMerged
{
    /// <summary>Another repository holds it.</summary>
    ElsewhereStored,

    /// <summary>It is no XML.</summary>
    OtherFormat,

    /// <summary>There are more, newer documents than a summary merges.</summary>
    BeyondCount,

    /// <summary>It is larger than a document that is merged.</summary>
    TooLarge,

    /// <summary>With the newer ones it is more than a summary holds.</summary>
    BeyondBytes,

    /// <summary>The repository cannot read it at present.</summary>
    Unavailable,

    /// <summary>It is no CDA document.</summary>
    NotClinicalDocument,

    /// <summary>It is a CDA document whose body has no sections.</summary>
    NoSections,

    /// <summary>It is not well-formed.</summary>
    NotWellFormed,
}

/// <summary>The reasons as a person reads them.</summary>
static class NotMergedReasons
{
    internal static string Text(this NotMerged reason) => reason switch
    {
        NotMerged.ElsewhereStored => "it is in another repository",
        NotMerged.OtherFormat => "its format has no sections",
        NotMerged.BeyondCount => "there are more documents than a summary merges",
        NotMerged.TooLarge => "it is too large to be merged",
        NotMerged.BeyondBytes => "the newer documents fill the summary",
        NotMerged.Unavailable => "it is not available at present",
        NotMerged.NotClinicalDocument => "it is not a clinical document (CDA)",
        NotMerged.NoSections => "its body has no sections, such as a scan",
        NotMerged.NotWellFormed => "it is not well-formed",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>True when the document belongs into a summary, and only its bounds keep it out.</summary>
    internal static bool IsBound(this NotMerged reason) => reason is NotMerged.BeyondCount or NotMerged.BeyondBytes or NotMerged.TooLarge;

    internal static NotMerged Of(CdaRefusal refusal) => refusal switch
    {
        CdaRefusal.NotClinicalDocument => NotMerged.NotClinicalDocument,
        CdaRefusal.NoSections => NotMerged.NoSections,
        CdaRefusal.TooLarge => NotMerged.TooLarge,
        _ => NotMerged.NotWellFormed,
    };
}
