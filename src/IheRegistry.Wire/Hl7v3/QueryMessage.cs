using System.Xml;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>A query as it came.</summary>
/// <param name="Transmission">The wrapper.</param>
/// <param name="QueryId">The consumer's name for the query.</param>
/// <param name="Query">What is asked; null when a problem is an error.</param>
/// <param name="Text">The queryByParameter element, for the copy in the answer and for the audit; empty where there is none.</param>
/// <param name="Problems">Everything found, with its location.</param>
public sealed record QueryMessage<TQuery>(
    Transmission Transmission, InstanceIdentifier QueryId, TQuery? Query, ReadOnlyMemory<byte> Text, IReadOnlyList<Hl7v3Problem> Problems)
    where TQuery : class;

/// <summary>Reads the message around queryByParameter, and what is common to the two queries in it.</summary>
sealed class QueryMessageReader(string interaction)
{
    const string Parameters = "controlActProcess/queryByParameter";

    readonly List<Hl7v3Problem> _problems = [];
    ReadOnlyMemory<byte> _text;
    bool _hasQuery;

    internal string QueryId => Id.ToString();

    /// <summary>The query's own text, where it is small enough to be remembered for later answers.</summary>
    internal ReadOnlyMemory<byte> KeptText => _text.Length <= Hl7v3Limits.MaxKeptQueryBytes ? _text : default;

    internal InstanceIdentifier Id { get; private set; } = InstanceIdentifier.None;

    /// <summary>Reads a message; null when the reader stands on another element.</summary>
    /// <param name="reader">The message.</param>
    /// <param name="element">Reads a child of queryByParameter; false leaves it.</param>
    /// <param name="query">Makes the query of what was read.</param>
    internal QueryMessage<TQuery>? Read<TQuery>(XmlReader reader, Func<XmlReader, string, bool> element, Func<TQuery?> query)
        where TQuery : class
    {
        if (!reader.IsStartElement(interaction, Hl7v3Vocabulary.Namespace)) return null;
        var transmission = new TransmissionReader(interaction, _problems).Read(reader, act => act.Into("queryByParameter", CopyQuery));
        if (!_text.IsEmpty) ReadQuery(element);
        else if (!_hasQuery) Report(Hl7ErrorCode.RequiredFieldMissing, Parameters, "There is no queryByParameter");
        var asked = query();
        var isTaken = _problems.TrueForAll(problem => problem.Severity != Hl7Severity.Error);
        return new(transmission, Id, isTaken ? asked : null, _text, _problems);
    }

    /// <summary>Reports a problem at a place below the root.</summary>
    internal void Report(Hl7ErrorCode code, string path, string text) => _problems.Add(new(code, Hl7v3Locations.Of(interaction, path), text));

    /// <summary>Reports a problem of a parameter.</summary>
    internal void ReportParameter(Hl7ErrorCode code, string path, string text) => Report(code, $"{Parameters}/{path}", text);

    void CopyQuery(XmlReader reader)
    {
        if (_hasQuery)
        {
            reader.Skip();
            Report(Hl7ErrorCode.SegmentSequenceError, $"{Parameters}[2]", "There is a second queryByParameter");
            return;
        }

        _hasQuery = true;
        _text = QueryText.Copy(reader);
        if (_text.IsEmpty) Report(Hl7ErrorCode.DataTypeError, Parameters, "The query is too large");
    }

    void ReadQuery(Func<XmlReader, string, bool> element)
    {
        using var copy = QueryText.Read(_text);
        copy.ForEachPart((child, name) =>
        {
            switch (name)
            {
                case "queryId": Id = DataTypeReader.Identifier(child); break;
                case "responsePriorityCode": RequireCode(child, name, "I"); break;
                case "responseModalityCode": RequireCode(child, name, "R"); break;
                default:
                    if (!element(child, name)) child.Skip();
                    break;
            }
        });
        if (Id.IsEmpty) ReportParameter(Hl7ErrorCode.RequiredFieldMissing, "queryId", "There is no queryId");
    }

    // "responsePriorityCode is required and is fixed to I (Immediate)", "responseModalityCode ... to R (Real Time)" (ITI TF-2 3.47.4.1.2.2):
    // who asks for another answer than an immediate one would wait for it in vain.
    void RequireCode(XmlReader reader, string name, string expected)
    {
        if (DataTypeReader.Code(reader) is { Length: > 0 } code && code != expected)
            ReportParameter(Hl7ErrorCode.TableValueNotFound, name, $"Only {expected} is taken here");
    }
}
