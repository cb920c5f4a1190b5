using System.Xml;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads Patient Registry Get Identifiers Query, PRPA_IN201309UV02 (ITI TF-2 3.45.4.1.2).</summary>
public static class GetIdentifiersQueryReader
{
    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static QueryMessage<PixQuery>? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var message = new QueryMessageReader(Interactions.GetIdentifiersQuery);
        var parameters = new Parameters(message);
        return message.Read(reader, parameters.Read, parameters.ToQuery);
    }

    sealed class Parameters(QueryMessageReader message)
    {
        readonly BoundedList<HierarchicDesignator> _domains = new();
        readonly BoundedList<InstanceIdentifier> _patients = new();

        internal bool Read(XmlReader reader, string name)
        {
            if (name != "parameterList") return false;
            reader.ForEachPart((parameter, kind) =>
            {
                switch (kind)
                {
                    // "each SHALL contain exactly one DataSource.value": its place is that of the parameter.
                    case "dataSource": _domains.Add(FirstValue(parameter).Authority); break;
                    case "patientIdentifier": parameter.Into("value", value => _patients.Add(DataTypeReader.Identifier(value))); break;
                    default: parameter.Skip(); break;
                }
            });
            return true;
        }

        internal PixQuery? ToQuery()
        {
            const string PatientIdentifier = "parameterList/patientIdentifier";
            if (_domains.IsTooLong) message.ReportParameter(Hl7ErrorCode.DataTypeError, "parameterList/dataSource", "There are too many DataSource parameters");
            if (_patients.Items.Count > 1)
                message.ReportParameter(Hl7ErrorCode.DataTypeError, $"{PatientIdentifier}/value", "There is more than one PatientIdentifier");
            if (_patients.Items.Count != 1 || _patients.Items[0].Extension.Length == 0)
            {
                message.ReportParameter(Hl7ErrorCode.RequiredFieldMissing, $"{PatientIdentifier}/value", "The PatientIdentifier has no value with an extension");
                return null;
            }

            return new PixQuery(_patients.Items[0].ToPatientIdentifier(), _domains.Items);
        }

        static InstanceIdentifier FirstValue(XmlReader parameter)
        {
            InstanceIdentifier? first = null;
            parameter.Into("value", value =>
            {
                var read = DataTypeReader.Identifier(value);
                first ??= read;
            });
            return first ?? InstanceIdentifier.None;
        }
    }
}
