namespace IheRegistry.Store;

/// <summary>A newer version of the server has written the database; its text is for the operator.</summary>
public sealed class NewerSchemaException(int schema, int known) : InvalidOperationException(
    $"The database has schema {schema}; this version of the server knows schemas up to {known}. Start a newer version.");
