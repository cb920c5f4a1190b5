namespace IheRegistry.Store.Registry;

/// <summary>Coded attributes with several values, as <c>object_code.attribute</c> numbers them: never renumber.</summary>
enum CodedColumn
{
    Confidentiality = 1,
    Event = 2,
    FolderCode = 3,
}
