namespace IheRegistry.Wire.Mtom;

/// <summary>What stands where a delimiter line could begin.</summary>
enum Delimiter
{
    /// <summary>Content.</summary>
    None,

    /// <summary>More bytes must arrive before it can be told.</summary>
    NeedsMoreBytes,

    /// <summary>A delimiter line; another part follows.</summary>
    Next,

    /// <summary>The closing delimiter line.</summary>
    Closing,
}
