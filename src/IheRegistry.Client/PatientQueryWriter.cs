using System.Globalization;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Client;

/// <summary>Writes queries as HL7 v2.5 has them (ITI TF-2 3.9.4.1.2, 3.21.4.1.2, 3.22.4.1.2).</summary>
sealed class PatientQueryWriter(Hl7Sender sender)
{
    const string Version = "2.5";
    const string PixName = "IHE PIX Query";
    const string PdqName = "IHE PDQ Query";

    internal ReadOnlyMemory<byte> Pix(PixQuery query) => sender.Message("QBP", "Q23", "QBP_Q21", Version, (writer, _) =>
    {
        writer.Segment("QPD").Field(1, PixName).Field(2, Guid.NewGuid().ToString("N")).Identifiers(3, [query.Patient]);
        Domains(writer.Field(4), query.Domains);
        writer.Segment("RCP").Field(1, "I");
    });

    internal ReadOnlyMemory<byte> Pdq(PdqQuery query) => sender.Message("QBP", query.WithVisits ? "ZV1" : "Q22", "QBP_Q21", Version, (writer, _) =>
    {
        writer.Segment("QPD").Field(1, PdqName).Field(2, query.QueryId).Field(3);
        var isFirst = true;
        foreach (var (name, value) in PdqParameterList.Of(query.Criteria))
        {
            if (!isFirst) writer.Repetition();
            isFirst = false;
            writer.Component(1, name).Component(2, value);
        }

        Domains(writer.Field(8), query.Domains);
        writer.Segment("RCP").Field(1, "I");
        if (query.Increment is { } increment) writer.Field(2).Component(1, increment.ToString(CultureInfo.InvariantCulture)).Component(2, "RD");
        if (query.Pointer is { } pointer) writer.Segment("DSC").Field(1, pointer).Field(2, "I");
    });

    internal ReadOnlyMemory<byte> Cancellation(PdqQuery query) => sender.Message("QCN", "J01", "QCN_J01", Version, (writer, _) =>
        writer.Segment("QID").Field(1, query.QueryId).Field(2, PdqName));

    static void Domains(Hl7Writer writer, IReadOnlyList<HierarchicDesignator> domains)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            if (i > 0) writer.Repetition();
            writer.Authority(4, domains[i]);
        }
    }
}
