using System.Diagnostics.CodeAnalysis;
using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.StoredQuery;

/// <summary>Reads query:AdhocQueryRequest (ITI TF-2 3.18.4.1.2).</summary>
public sealed class AdhocQueryReader
{

    readonly AdhocQueryLimits _limits;
    readonly ErrorList _errors;
    readonly List<QueryParameter> _parameters = [];
    readonly List<string> _values = [];
    string? _returnType;
    string? _id;
    string? _home;
    int _valueCount;

    AdhocQueryReader(AdhocQueryLimits limits, ErrorList errors) => (_limits, _errors) = (limits, errors);

    /// <summary>
    /// Reads the request that the reader stands on and moves behind it. What cannot be understood goes into <paramref name="errors"/>;
    /// a wrongly coded parameter is kept with its problem, because a query may not know it and must then ignore it.
    /// </summary>
    /// <exception cref="XmlException">The text is not well-formed.</exception>
    public static bool TryRead(
        XmlReader reader, AdhocQueryLimits limits, ErrorList errors, [NotNullWhen(true)] out StoredQueryRequest? request) =>
        new AdhocQueryReader(limits, errors).TryRead(reader, out request);

    bool TryRead(XmlReader reader, [NotNullWhen(true)] out StoredQueryRequest? request)
    {
        request = null;
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "AdhocQueryRequest" || reader.NamespaceURI != EbXmlNamespaces.Query)
            return Refuse($"The body holds no query:AdhocQueryRequest but {{{reader.NamespaceURI}}}{reader.LocalName}.");

        reader.ForEachChild(ReadRequestChild);
        if (ReturnTypeOf(_returnType) is not { } returnType)
            return Refuse($"ResponseOption/@returnType is \"{_returnType}\"; it must be LeafClass or ObjectRef.", "returnType");
        if (string.IsNullOrEmpty(_id)) return Refuse("The request holds no rim:AdhocQuery with an id.", "AdhocQuery");
        if (_parameters.Count > _limits.MaxParameters) return Refuse($"The query has more than {_limits.MaxParameters} parameters.");
        if (_valueCount > _limits.MaxValues) return Refuse($"The query's parameters have more than {_limits.MaxValues} values.");
        request = new StoredQueryRequest(_id, returnType, _parameters, _home);
        return true;
    }

    static ReturnType? ReturnTypeOf(string? text) => text?.Trim() switch
    {
        "LeafClass" => ReturnType.LeafClass,
        "ObjectRef" => ReturnType.ObjectRef,
        _ => null,
    };

    bool Refuse(string context, string? location = null)
    {
        _errors.Add(XdsErrorCode.XDSRegistryError, context, location);
        return false;
    }

    void ReadRequestChild(XmlReader reader)
    {
        if (reader.LocalName == "ResponseOption" && reader.NamespaceURI == EbXmlNamespaces.Query)
        {
            _returnType ??= reader.GetAttribute("returnType") ?? "";
            reader.Skip();
        }
        else if (reader.LocalName == "AdhocQuery" && reader.NamespaceURI == EbXmlNamespaces.Rim)
        {
            _id ??= reader.GetAttribute("id")?.Trim();
            _home ??= reader.GetAttribute("home");
            reader.ForEachChild(ReadQueryChild);
        }
        else
        {
            reader.Skip();
        }
    }

    void ReadQueryChild(XmlReader reader)
    {
        var name = IsRim(reader, "Slot") ? reader.GetAttribute("name")?.Trim() : null;
        if (string.IsNullOrEmpty(name) || _parameters.Count > _limits.MaxParameters)
        {
            reader.Skip();
            return;
        }

        _values.Clear();
        string? problem = null;
        reader.ForEachChild(list => list.ForEachChild(value => problem = ReadValue(value) ?? problem));
        if (problem is null && _values.Count == 0) problem = "holds no value";
        _parameters.Add(new QueryParameter(name, [.. _values], problem));
    }

    string? ReadValue(XmlReader reader)
    {
        if (!IsRim(reader, "Value") || _valueCount > _limits.MaxValues)
        {
            reader.Skip();
            return null;
        }

        var before = _values.Count;
        var problem = ParameterSyntax.Parse(reader.ReadElementContentAsString(), _limits.MaxValueLength, _values);
        _valueCount += _values.Count - before;
        return problem;
    }

    static bool IsRim(XmlReader reader, string name) => reader.LocalName == name && reader.NamespaceURI == EbXmlNamespaces.Rim;
}
