namespace IheRegistry.Model.Rules.Attributes;

/// <summary>Whether an attribute must, may or must not be submitted.</summary>
enum Usage
{
    Optional,
    Required,
    Forbidden,
}
