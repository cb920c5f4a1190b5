namespace IheRegistry.Model.Metadata.Queries;

/// <summary>from &lt;= t &lt; to, each side optional, as keys of <see cref="Dtm"/> (ITI TF-2 3.18.4.1.2.3.3).</summary>
/// <param name="From">The earliest time that matches.</param>
/// <param name="To">The first time that no longer matches.</param>
public readonly record struct TimeRange(long? From, long? To)
{
    /// <summary>True when neither side is given: every time matches, and so does none at all.</summary>
    public bool IsOpen => From is null && To is null;
}
