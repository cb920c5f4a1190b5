namespace IheRegistry.Model.Rules.Attributes;

/// <summary>How many values an attribute takes.</summary>
enum Multiplicity
{
    /// <summary>One.</summary>
    One,

    /// <summary>Any number.</summary>
    Many,

    /// <summary>One; or several pieces of a long one, each beginning with its number and a bar.</summary>
    Pieces,
}
