using System.Xml;
using System.Xml.Schema;

namespace IheRegistry.Tests.Shared;

/// <summary>The official schema of audit messages with IHE's changes, where the reference folder has it.</summary>
public static class AuditMessageSchema
{
    static readonly Lazy<XmlSchemaSet?> Schema = new(Compile);

    /// <summary>Whether the schema is at hand; if not, <see cref="Errors"/> finds nothing.</summary>
    public static bool IsPresent => Schema.Value is not null;

    /// <summary>What the schema says against the message; empty if it is valid, or where the schema is absent.</summary>
    public static IReadOnlyList<string> Errors(byte[] message)
    {
        if (Schema.Value is not { } schema)
            return [];
        var errors = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schema,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, found) => errors.Add(found.Message);
        using var reader = XmlReader.Create(new MemoryStream(message), settings);
        while (reader.Read())
        {
        }
        return errors;
    }

    static XmlSchemaSet? Compile()
    {
        if (SourceTree.SharedPathOf("standards", "schemas", "atna", "dicom2017c.xsd") is not { } file)
            return null;
        var schemas = new XmlSchemaSet();
        schemas.Add(targetNamespace: null, file);
        schemas.Compile();
        return schemas;
    }
}
