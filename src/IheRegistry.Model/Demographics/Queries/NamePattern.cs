namespace IheRegistry.Model.Demographics.Queries;

/// <summary>The parts of a person's name that are asked for: all of them of one name. Null is not asked for.</summary>
public sealed record NamePattern
{
    /// <summary>XPN.1.1 (<c>@PID.5.1.1</c>, also written <c>@PID.5.1</c>); V3's family.</summary>
    public TextPattern? Family { get; init; }

    /// <summary>XPN.2; V3's first given.</summary>
    public TextPattern? Given { get; init; }

    /// <summary>XPN.3; V3's further givens.</summary>
    public TextPattern? Middle { get; init; }

    /// <summary>XPN.4.</summary>
    public TextPattern? Suffix { get; init; }

    /// <summary>XPN.5.</summary>
    public TextPattern? Prefix { get; init; }

    /// <summary>The whole name in one text, family first as Chinese names are written: <c>@PID.5</c> without a component; V3 text without parts.</summary>
    public TextPattern? WholeName { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsEmpty => this == Nothing;

    static NamePattern Nothing { get; } = new();
}
