using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads Patient Registry Find Candidates Query, PRPA_IN201305UV02 (ITI TF-2 3.47.4.1.2).</summary>
public static partial class FindCandidatesQueryReader
{
    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static QueryMessage<PdqQuery>? Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var message = new QueryMessageReader(Interactions.FindCandidatesQuery);
        var parameters = new Parameters(message);
        return message.Read(reader, parameters.Read, parameters.ToQuery);
    }

    // HL7's TS, from the year on.
    [GeneratedRegex(@"^\d{4}(\d{2}){0,5}(\.\d+)?([+-]\d{2,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    sealed class Parameters(QueryMessageReader message)
    {
        readonly BoundedList<IdentifierPattern> _identifiers = new();
        readonly BoundedList<NamePattern> _names = new();
        readonly BoundedList<NamePattern> _mothersNames = new();
        readonly BoundedList<AddressPattern> _addresses = new();
        readonly BoundedList<TextPattern> _telecoms = new();
        readonly BoundedList<HierarchicDesignator> _domains = new();
        BirthDateRange? _birthDate;
        string? _sex;
        int? _increment;

        internal bool Read(XmlReader reader, string name)
        {
            switch (name)
            {
                case "initialQuantity":
                    _increment = ReadQuantity(reader, name);
                    if (_increment == 0) message.ReportParameter(Hl7ErrorCode.DataTypeError, name, "An answer of no patients is none");
                    return true;
                case "initialQuantityCode": RequireRecords(reader, name); return true;
                case "matchCriterionList":
                    reader.Into("minimumDegreeMatch", parameter => parameter.Into("value", CheckDegree));
                    return true;
                case "parameterList": reader.ForEachPart(ReadParameter); return true;
                default: return false;
            }
        }

        internal PdqQuery ToQuery()
        {
            if (_identifiers.IsTooLong || _names.IsTooLong || _mothersNames.IsTooLong || _addresses.IsTooLong || _telecoms.IsTooLong || _domains.IsTooLong)
                message.ReportParameter(Hl7ErrorCode.DataTypeError, "parameterList", "There are too many parameters of one kind");
            return new PdqQuery
            {
                QueryId = message.QueryId,
                Criteria = new PdqCriteria
                {
                    Identifiers = _identifiers.Items,
                    Names = _names.Items,
                    MothersMaidenNames = _mothersNames.Items,
                    BirthDate = _birthDate,
                    Sex = _sex,
                    Addresses = _addresses.Items,
                    Telecoms = _telecoms.Items,
                },
                Domains = _domains.Items,
                Increment = _increment,
                Text = message.KeptText,
            };
        }

        // Whoever is found matches wholly: every degree that can be asked for is given.
        void CheckDegree(XmlReader value)
        {
            const string Path = "matchCriterionList/minimumDegreeMatch/value";
            if (ReadQuantity(value, Path) > 100) message.ReportParameter(Hl7ErrorCode.DataTypeError, Path, "A degree of match is a percentage");
        }

        void ReadParameter(XmlReader parameter, string name)
        {
            switch (name)
            {
                case "livingSubjectAdministrativeGender": EachValue(parameter, value => Once(ref _sex, ReadSex(value), name)); break;
                case "livingSubjectBirthTime": EachValue(parameter, value => Once(ref _birthDate, ReadInterval(value, name), name)); break;
                case "livingSubjectId": EachValue(parameter, AddIdentifier); break;
                case "livingSubjectName": EachValue(parameter, value => Add(_names, DataTypeReader.Name(value).ToPattern())); break;
                case "mothersMaidenName": EachValue(parameter, value => Add(_mothersNames, DataTypeReader.Name(value).ToPattern())); break;
                case "patientAddress": EachValue(parameter, value => Add(_addresses, DataTypeReader.Address(value).ToPattern())); break;
                case "patientTelecom": EachValue(parameter, AddTelecom); break;
                case "otherIDsScopingOrganization": AddDomain(parameter); break;
                // The parameters that ITI TF-2 3.47.4.1.2.2 takes out of the model: to pass one by would answer with patients that were not asked for.
                case "livingSubjectBirthPlaceAddress" or "livingSubjectBirthPlaceName" or "livingSubjectDeceasedTime" or "patientStatusCode"
                    or "principalCareProviderId" or "principalCareProvisionId":
                    parameter.Skip();
                    message.ReportParameter(Hl7ErrorCode.TableValueNotFound, $"parameterList/{name}", "The parameter is none of Patient Demographics Query and not taken here");
                    break;
                default: parameter.Skip(); break;
            }
        }

        void Once<T>(ref T? known, T? found, string name)
            where T : class
        {
            if (known is not null && found is not null && !known.Equals(found))
                message.ReportParameter(Hl7ErrorCode.DataTypeError, $"parameterList/{name}", "There is more than one value");
            known ??= found;
        }

        static string? ReadSex(XmlReader value) => DataTypeReader.Code(value) is { Length: > 0 } code ? AdministrativeGenders.ToSex(code) : null;

        BirthDateRange? ReadInterval(XmlReader value, string name)
        {
            var (from, to) = (value.Attribute("value"), value.Attribute("value"));
            var hasWidth = false;
            value.ForEachPart((child, part) =>
            {
                switch (part)
                {
                    case "low": from = child.TakeAttribute("value"); break;
                    case "high": to = child.TakeAttribute("value"); break;
                    case "center": from = to = child.TakeAttribute("value"); break;
                    case "width":
                        hasWidth = true;
                        child.Skip();
                        break;
                    default: child.Skip(); break;
                }
            });
            if (hasWidth) message.ReportParameter(Hl7ErrorCode.DataTypeError, $"parameterList/{name}/value/width", "An interval is taken by its ends, not by its width");
            if (!IsTimestamp(from) || !IsTimestamp(to)) message.ReportParameter(Hl7ErrorCode.DataTypeError, $"parameterList/{name}/value", "This is no time");
            return from.Length == 0 && to.Length == 0 ? null : new BirthDateRange(from, to);
        }

        void AddIdentifier(XmlReader value)
        {
            var identifier = DataTypeReader.Identifier(value);
            if (identifier.Root.Length == 0 && identifier.AuthorityName.Length == 0)
            {
                message.ReportParameter(Hl7ErrorCode.RequiredFieldMissing, $"parameterList/livingSubjectId[{_identifiers.Items.Count + 1}]/value", "The identifier has no root");
                return;
            }

            _identifiers.Add(new IdentifierPattern(identifier.Extension.Length == 0 ? null : TextPattern.Whole(identifier.Extension), identifier.Authority));
        }

        void AddTelecom(XmlReader value)
        {
            var uses = DataTypeReader.Uses(value);
            var url = value.TakeAttribute("value");
            if (url.Length > 0) _telecoms.Add(TextPattern.Whole(TelecomUses.Read(url, uses).Number));
        }

        void AddDomain(XmlReader parameter)
        {
            InstanceIdentifier? first = null;
            EachValue(parameter, value =>
            {
                var read = DataTypeReader.Identifier(value);
                first ??= read;
            });
            _domains.Add((first ?? InstanceIdentifier.None).Authority);
        }

        int? ReadQuantity(XmlReader reader, string path)
        {
            var text = reader.TakeAttribute("value");
            if (text.Length == 0) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)) return quantity;
            message.ReportParameter(Hl7ErrorCode.DataTypeError, path, "This is no quantity");
            return null;
        }

        void RequireRecords(XmlReader reader, string name)
        {
            if (DataTypeReader.Code(reader) is not ("" or "RD")) message.ReportParameter(Hl7ErrorCode.TableValueNotFound, name, "Only RD (records) is taken here");
        }

        static void EachValue(XmlReader parameter, Action<XmlReader> read) => parameter.Into("value", read);

        static void Add<T>(BoundedList<T> list, T? pattern)
            where T : class
        {
            if (pattern is not null) list.Add(pattern);
        }

        static bool IsTimestamp(string time) => time.Length == 0 || Timestamp().IsMatch(time);
    }
}
