namespace IheRegistry.Model.Metadata.Queries;

/// <summary>returnType of a Registry Stored Query (ITI TF-2 3.18.4.1.2.3.1).</summary>
public enum ReturnType
{
    /// <summary>References only.</summary>
    ObjectRef,

    /// <summary>Whole objects.</summary>
    LeafClass,
}
