namespace IheRegistry.Model.Demographics.Queries;

/// <summary>The parts of a postal address that are asked for: all of them of one address. Null is not asked for.</summary>
public sealed record AddressPattern
{
    /// <summary>XAD.1.1; V3's streetAddressLine.</summary>
    public TextPattern? Street { get; init; }

    /// <summary>XAD.2; V3's additionalLocator.</summary>
    public TextPattern? OtherDesignation { get; init; }

    /// <summary>XAD.3.</summary>
    public TextPattern? City { get; init; }

    /// <summary>XAD.4.</summary>
    public TextPattern? State { get; init; }

    /// <summary>XAD.5.</summary>
    public TextPattern? PostalCode { get; init; }

    /// <summary>XAD.6.</summary>
    public TextPattern? Country { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsEmpty => this == Nothing;

    static AddressPattern Nothing { get; } = new();
}
