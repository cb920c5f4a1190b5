namespace IheRegistry.Store.Outbox;

/// <summary>An answer that is to be sent to an address of its own, all but its body.</summary>
public sealed record KeptAnswer
{
    /// <summary>Its row; 0 before it has one.</summary>
    public long Row { get; init; }

    /// <summary>The transaction it answers: <c>ITI-42</c>.</summary>
    public required string Transaction { get; init; }

    /// <summary>The endpoint that took the request.</summary>
    public required string Endpoint { get; init; }

    /// <summary>wsa:MessageID of the request.</summary>
    public required string RelatesTo { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Address { get; init; }

    /// <summary>The HTTP Content-Type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes of the body.</summary>
    public required long Size { get; init; }

    /// <summary>The name of the body's file in the outbox folder; null where the body is in the row, or was dropped.</summary>
    public string? File { get; init; }

    /// <summary>When it was kept.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it is given up.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How its delivery goes.</summary>
    public required AnswerProgress Progress { get; init; }
}
