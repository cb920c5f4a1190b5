using System.Xml;
using IheRegistry.Model;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Client;

/// <summary>A question and its answer, neither of them with documents.</summary>
static class SoapQuestions
{
    internal static async Task<T> AskAsync<T>(
        this SoapExchange exchange, Transaction transaction, Action<Utf8XmlWriter> write, Func<XmlDictionaryReader, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var answer = await exchange.SendAsync(
            transaction,
            SoapPackaging.Simple,
            (_, xml, _) =>
            {
                write(xml);
                return ValueTask.CompletedTask;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        return answer.ReadBody(read);
    }
}
