namespace IheRegistry.Wire.Soap;

/// <summary>Which half of a request and response a message is.</summary>
public enum SoapMessageKind
{
    /// <summary>A request; it must carry wsa:MessageID, because an answer will relate to it.</summary>
    Request,

    /// <summary>An answer.</summary>
    Response,
}
