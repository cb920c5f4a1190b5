using System.Buffers;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientDemographicsSupplier;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Model.Demographics;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Server.Mllp;

/// <summary>Reads QBP and QCN messages, has manager and supplier answer them, and writes the answers.</summary>
sealed class QueryMessages(Iti9PixQuery pix, PatientDemographicsQueries demographics, QueryResponseWriter responses)
{
    /// <summary>PIX Query [ITI-9].</summary>
    /// <returns>What was wrong with a query that could not be read.</returns>
    internal async Task<IReadOnlyList<Hl7Problem>> AnswerPixAsync(
        AuditContext call, Hl7Message message, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        var reading = PixQueryReader.Read(message);
        if (reading.Value is not { } query) return Refuse(message, output, reading.Problems);
        var answer = await pix.AnswerAsync(call, query, Audited(Transactions.Iti9, message), cancellationToken).ConfigureAwait(false);
        responses.Write(output, message, answer);
        return [];
    }

    /// <summary>Patient Demographics Query [ITI-21] and Patient Demographics and Visit Query [ITI-22].</summary>
    /// <returns>What was wrong with a query that could not be read.</returns>
    internal async Task<IReadOnlyList<Hl7Problem>> AnswerPdqAsync(
        AuditContext call, Hl7Message message, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        var reading = PdqQueryReader.Read(message);
        if (reading.Value is not { } query) return Refuse(message, output, reading.Problems);
        var audited = Audited(query.WithVisits ? Transactions.Iti22 : Transactions.Iti21, message);
        responses.Write(output, message, await demographics.AnswerAsync(call, query, audited, cancellationToken).ConfigureAwait(false));
        return [];
    }

    /// <summary>QCN^J01 of either demographics query.</summary>
    /// <returns>What is wrong with the message.</returns>
    internal IReadOnlyList<Hl7Problem> Cancel(AuditContext call, Hl7Message message)
    {
        var reading = PdqCancellationReader.Read(message);
        if (reading.Value is { } cancellation) demographics.Cancel(call, cancellation, Parties(message));
        return reading.Problems;
    }

    IReadOnlyList<Hl7Problem> Refuse(Hl7Message message, IBufferWriter<byte> output, IReadOnlyList<Hl7Problem> problems)
    {
        responses.WriteRefusal(output, message, problems);
        return problems;
    }

    static AuditedIdentityQuery Audited(Transaction transaction, Hl7Message message) => new(transaction, message.Bytes)
    {
        Parties = Parties(message),
        ControlId = message.ControlId,
        QueryId = message["QPD"][2].Text,
    };

    static MessageParties Parties(Hl7Message message)
    {
        var header = message.Header;
        return MessageParties.Of(Designator(header[4]), Designator(header[3]), Designator(header[6]), Designator(header[5]));
    }

    static HierarchicDesignator Designator(Hl7Field field) => new(field[1].Text, field[2].Text, field[3].Text);
}
