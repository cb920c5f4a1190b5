using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap.Hl7v3;

/// <summary>The answer to a demographics query or to its continuation, as it goes out.</summary>
/// <param name="Request">What is answered.</param>
/// <param name="Response">The answer.</param>
/// <param name="QueryId">The query's id.</param>
/// <param name="QueryText">The query as it came; empty where it is not at hand.</param>
/// <param name="Domains">The domains that were asked for.</param>
sealed record CandidatesAnswer(
    Transmission Request, FindCandidatesResponse Response, InstanceIdentifier QueryId, ReadOnlyMemory<byte> QueryText, IReadOnlyList<HierarchicDesignator> Domains)
{
    // A large answer goes out in pieces of about this size, so that its text is never in memory as a whole.
    const int PatientsPerFlush = 64;

    /// <summary>An answer that says nothing but failure.</summary>
    internal static CandidatesAnswer Failure(string interaction, RegistryResponse failure)
    {
        var unknown = new QueryContinuationMessage(
            Hl7v3Node.Unknown(interaction), InstanceIdentifier.None, null, null, false, [Hl7v3Node.ProblemOf(failure)]);
        return new(unknown.Transmission, FindCandidatesResponse.Of(unknown, null), InstanceIdentifier.None, default, []);
    }

    /// <summary>Writes the whole of it.</summary>
    internal void Write(Utf8XmlWriter xml, Hl7v3Node node)
    {
        var writer = new FindCandidatesResponseWriter(xml, Request, node.Self, node.Now);
        writer.Start(Response);
        foreach (var patient in Response.Patients) writer.WritePatient(patient, Missing(patient));
        writer.End(Response, QueryId, QueryText);
    }

    /// <summary>Sends it.</summary>
    internal async Task SendAsync(SoapExchange exchange, Hl7v3Node node, CancellationToken cancellationToken)
    {
        var (envelope, xml) = exchange.Begin();
        var writer = new FindCandidatesResponseWriter(xml, Request, node.Self, node.Now);
        writer.Start(Response);
        var written = 0;
        foreach (var patient in Response.Patients)
        {
            writer.WritePatient(patient, Missing(patient));
            if (++written % PatientsPerFlush == 0) await envelope.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        writer.End(Response, QueryId, QueryText);
        envelope.EndEnvelope();
        await exchange.EndAsync(envelope, cancellationToken).ConfigureAwait(false);
    }

    // "If the Patient Demographics supplier cannot provide a patient ID for some of the requested Patient ID Domains ..." (ITI TF-2 3.47.4.2.3).
    IEnumerable<HierarchicDesignator> Missing(PdqPatient patient) =>
        Domains.Where(domain => !domain.IsEmpty && !patient.Identifiers.Any(identifier => IsOf(identifier.Authority, domain)));

    static bool IsOf(HierarchicDesignator authority, HierarchicDesignator domain) =>
        domain.UniversalId.Length > 0 ? authority.UniversalId == domain.UniversalId : authority.NamespaceId == domain.NamespaceId;
}
