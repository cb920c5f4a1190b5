using System.Xml;
using IheRegistry.Actors.Audit;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>One request and its answer on the SOAP wire.</summary>
sealed class SoapExchange(HttpContext http, SoapMessage message, AuditContext call, string responseAction)
{
    /// <summary>The request; its parts are not read yet.</summary>
    internal SoapMessage Message => message;

    /// <summary>True once an answer was begun, even if nothing of it has left yet.</summary>
    internal bool HasBegun { get; private set; }

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
    internal (SoapMessageWriter Writer, Utf8XmlWriter Body) Begin()
    {
        HasBegun = true;
        var writer = SoapMessageWriter.Create(http.Response.BodyWriter, message.Packaging, responseAction);
        http.Response.ContentType = writer.ContentType;
        return (writer, writer.BeginEnvelope(SoapHeaders.Response(responseAction, message.Addressing.MessageId)));
    }

    /// <summary>Writes an answer that needs no streaming.</summary>
    internal async Task RespondAsync(Action<Utf8XmlWriter> write, CancellationToken cancellationToken)
    {
        var (writer, xml) = Begin();
        write(xml);
        writer.EndEnvelope();
        await EndAsync(writer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the answer and sends what has not left yet, in one piece with the end of the HTTP message.</summary>
    internal async Task EndAsync(SoapMessageWriter writer, CancellationToken cancellationToken)
    {
        writer.Complete();
        await http.Response.CompleteAsync().ConfigureAwait(false);
        // Kestrel says nothing when the receiver is gone.
        cancellationToken.ThrowIfCancellationRequested();
    }
}
