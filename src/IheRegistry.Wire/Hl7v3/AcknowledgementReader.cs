using System.Globalization;
using System.Xml;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads acknowledgement elements of answers.</summary>
sealed class AcknowledgementReader
{
    readonly BoundedList<Hl7v3Problem> _problems = new();

    internal string TypeCode { get; private set; } = "";

    internal InstanceIdentifier Target { get; private set; } = InstanceIdentifier.None;

    internal IReadOnlyList<Hl7v3Problem> Problems => _problems.Items;

    internal void Read(XmlReader acknowledgement) => acknowledgement.ForEachPart((child, name) =>
    {
        switch (name)
        {
            case "typeCode": TypeCode = DataTypeReader.Code(child); break;
            case "targetMessage": child.Into("id", id => Target = DataTypeReader.Identifier(id)); break;
            case "acknowledgementDetail": ReadDetail(child); break;
            default: child.Skip(); break;
        }
    });

    void ReadDetail(XmlReader detail)
    {
        var severity = detail.Attribute("typeCode") switch { "W" => Hl7Severity.Warning, "I" => Hl7Severity.Information, _ => Hl7Severity.Error };
        var (code, location, text) = ("", "", "");
        detail.ForEachPart((child, name) =>
        {
            switch (name)
            {
                case "code": code = DataTypeReader.Code(child); break;
                case "location": location = child.TakeText(); break;
                case "text": text = child.TakeText(); break;
                default: child.Skip(); break;
            }
        });
        // Others answer with codes of their own: what is not in the table is an error all the same.
        var known = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((Hl7ErrorCode)number);
        _problems.Add(new(known ? (Hl7ErrorCode)number : Hl7ErrorCode.ApplicationInternalError, location, text, severity));
    }
}
