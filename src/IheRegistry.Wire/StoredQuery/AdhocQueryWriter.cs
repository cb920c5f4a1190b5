using System.Text;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.StoredQuery;

/// <summary>Writes query:AdhocQueryRequest (ITI TF-2 3.18.4.1.2).</summary>
public static class AdhocQueryWriter
{
    // ebRIM 3.0 limits a Value to 256 characters; a long list goes into several (ITI TF-2 3.18.4.1.2.3.5).
    const int MaxValueLength = 256;

    /// <summary>Writes the request as one element, its namespaces declared.</summary>
    public static void Write(Utf8XmlWriter xml, StoredQueryRequest request)
    {
        xml.StartElement("query:AdhocQueryRequest"u8);
        xml.Attribute("xmlns:query"u8, EbXmlNamespaces.Query);
        xml.Attribute("xmlns:rim"u8, EbXmlNamespaces.Rim);
        xml.StartElement("query:ResponseOption"u8);
        xml.Attribute("returnComposedObjects"u8, "true");
        xml.Attribute("returnType"u8, request.ReturnType == ReturnType.LeafClass ? "LeafClass" : "ObjectRef");
        xml.EndElement("query:ResponseOption"u8);
        xml.StartElement("rim:AdhocQuery"u8);
        xml.Attribute("id"u8, request.QueryId);
        if (request.Home is { } home) xml.Attribute("home"u8, home);
        foreach (var parameter in request.Parameters) WriteSlot(xml, request.QueryId, parameter);
        xml.EndElement("rim:AdhocQuery"u8);
        xml.EndElement("query:AdhocQueryRequest"u8);
    }

    static void WriteSlot(Utf8XmlWriter xml, string queryId, QueryParameter parameter)
    {
        xml.StartElement("rim:Slot"u8);
        xml.Attribute("name"u8, parameter.Name);
        xml.StartElement("rim:ValueList"u8);
        if (ParameterNames.IsSingle(queryId, parameter.Name) && parameter.Values is [var only])
            xml.Element("rim:Value"u8, Coded(parameter.Name, only));
        else
            WriteLists(xml, parameter);
        xml.EndElement("rim:ValueList"u8);
        xml.EndElement("rim:Slot"u8);
    }

    static void WriteLists(Utf8XmlWriter xml, QueryParameter parameter)
    {
        var list = new StringBuilder();
        foreach (var value in parameter.Values)
        {
            var coded = Coded(parameter.Name, value);
            if (list.Length > 0 && list.Length + coded.Length + 2 > MaxValueLength) Close(xml, list);
            list.Append(list.Length == 0 ? '(' : ',').Append(coded);
        }

        if (list.Length > 0) Close(xml, list);
    }

    static void Close(Utf8XmlWriter xml, StringBuilder list)
    {
        xml.Element("rim:Value"u8, list.Append(')').ToString());
        list.Clear();
    }

    static string Coded(string name, string value) =>
        ParameterNames.IsNumber(name) ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
