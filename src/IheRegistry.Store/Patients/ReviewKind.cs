namespace IheRegistry.Store.Patients;

/// <summary>What a review item asks. The numbers are stored: never renumber.</summary>
public enum ReviewKind
{
    /// <summary>May the record be of one of these persons?</summary>
    PossibleMatch = 1,

    /// <summary>Two records were merged, but their persons hold different records of one domain.</summary>
    MergeConflict = 2,

    /// <summary>Documents that came with the record's id stay under the EPID of the person it left.</summary>
    DocumentsLeft = 3,

    /// <summary>Documents moved (ITI-64), and relationships to others that did not were dropped.</summary>
    RelationshipsDropped = 4,

    /// <summary>A feed changed the record so that it describes somebody else than the other records of its person do.</summary>
    Overlay = 5,
}
