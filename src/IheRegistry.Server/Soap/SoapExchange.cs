using System.Xml;
using IheRegistry.Actors.Audit;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>One request and its answer on the SOAP wire.</summary>
sealed class SoapExchange(SoapMessage message, ISoapReply reply, AuditContext call, string responseAction)
{
    bool _hasBegun;

    /// <summary>The request; its parts are not read yet.</summary>
    internal SoapMessage Message => message;


    /// <summary>False once an answer was begun that cannot be taken back; what was begun and can is.</summary>
    internal bool CanAnswer() => !_hasBegun || reply.TryStartOver();

    /// <summary>Who calls.</summary>
    internal AuditContext Call => call;

    /// <summary>Reads the body; one that is not the transaction's own is refused.</summary>
    /// <exception cref="SoapRefusedException">The body is refused.</exception>
    internal T ReadBody<T>(Func<XmlDictionaryReader, T?> read)
        where T : class
    {
        if (message.ReadBody(read, out var body) is { } rejection) throw new SoapRefusedException(rejection);
        return body!;
    }

    /// <summary>Starts the answer, packaged as the question was.</summary>
    /// <param name="action">The answer's Action, where it is another than the transaction's.</param>
    internal (SoapMessageWriter Writer, Utf8XmlWriter Body) Begin(string? action = null)
    {
        _hasBegun = true;
        action ??= responseAction;
        var writer = SoapMessageWriter.Create(reply.Output, message.Packaging, action);
        reply.ContentType = writer.ContentType;
        return (writer, writer.BeginEnvelope(SoapHeaders.Reply(action, message.Addressing)));
    }

    /// <summary>Writes an answer that needs no streaming.</summary>
    internal async Task RespondAsync(Action<Utf8XmlWriter> write, CancellationToken cancellationToken, string? action = null)
    {
        var (writer, xml) = Begin(action);
        write(xml);
        writer.EndEnvelope();
        await EndAsync(writer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the answer.</summary>
    internal Task EndAsync(SoapMessageWriter writer, CancellationToken cancellationToken)
    {
        writer.Complete();
        return reply.EndAsync(cancellationToken);
    }
}
