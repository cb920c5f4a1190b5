using System.Xml;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>An answer whose body and parts are still to be read, and the connection they are on.</summary>
sealed class SoapAnswer(HttpResponseMessage response, SoapMessage message) : IAsyncDisposable
{
    /// <summary>Reads the body; one that is not the transaction's own is refused.</summary>
    internal T ReadBody<T>(Func<XmlDictionaryReader, T?> read)
        where T : class
    {
        var status = (int)response.StatusCode;
        if (message.ReadBody(read, out var body) is { } rejection) throw new AnswerRefusedException(rejection, status);
        return body ?? throw new AnswerRefusedException(message.Reject(SoapRejectionReason.BodyNotUnderstood), status);
    }

    /// <summary>The next MIME part; null when there is none and the message is whole.</summary>
    internal ValueTask<MimePart?> ReadNextPartAsync(CancellationToken cancellationToken) => message.ReadNextPartAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await message.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
