using System.Globalization;
using System.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads the control act of an answer to a query.</summary>
sealed class QueryResponseReader
{
    readonly List<PatientReader> _patients = [];

    internal string ResponseCode { get; private set; } = "";

    internal InstanceIdentifier QueryId { get; private set; } = InstanceIdentifier.None;

    internal int Total { get; private set; }

    internal int Remaining { get; private set; }

    internal IReadOnlyList<PatientReader> Patients => _patients;

    internal void Read(XmlReader controlAct) => controlAct.ForEachPart((child, name) =>
    {
        if (name == "subject") child.Into("registrationEvent", registration => registration.Into("subject1", subject => subject.Into("patient", ReadPatient)));
        else if (name == "queryAck") child.ForEachPart(ReadAcknowledgement);
        else child.Skip();
    });

    void ReadPatient(XmlReader reader)
    {
        var patient = new PatientReader();
        patient.Read(reader);
        _patients.Add(patient);
    }

    void ReadAcknowledgement(XmlReader child, string name)
    {
        switch (name)
        {
            case "queryId": QueryId = DataTypeReader.Identifier(child); break;
            case "queryResponseCode": ResponseCode = DataTypeReader.Code(child); break;
            case "resultTotalQuantity": Total = Quantity(child); break;
            case "resultRemainingQuantity": Remaining = Quantity(child); break;
            default: child.Skip(); break;
        }
    }

    static int Quantity(XmlReader reader) =>
        int.TryParse(reader.TakeAttribute("value"), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) ? quantity : 0;
}
