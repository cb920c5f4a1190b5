namespace IheRegistry.Model.Audit;

/// <summary>A coded value of an audit message: the schema's CodedValueType (DICOM PS3.15 A.5.1).</summary>
/// <param name="Code">The code, written as csd-code.</param>
/// <param name="CodeSystemName">The coding system's name, such as DCM or IHE Transactions.</param>
/// <param name="OriginalText">The meaning as the source knows it.</param>
/// <param name="DisplayName">The meaning as the coding system gives it, where a sender says so.</param>
public readonly record struct AuditCode(string Code, string CodeSystemName, string OriginalText, string? DisplayName = null)
{
    /// <summary>The EventTypeCode of a transaction, as the audit section of each transaction in ITI TF-2 writes it.</summary>
    /// <param name="transaction">The transaction.</param>
    public static AuditCode Of(Transaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new(transaction.Number, "IHE Transactions", transaction.Name);
    }

    /// <summary>A code of the DICOM controlled terminology (PS3.16 Annex D).</summary>
    internal static AuditCode Dicom(string code, string meaning) => new(code, "DCM", meaning);

    /// <summary>
    /// A number that RFC 3881 gave and nothing has replaced: ITI TF-2 3.20.7.1.3 asks for the number as code, RFC-3881 as the
    /// code system and RFC 3881's description as the text.
    /// </summary>
    internal static AuditCode Rfc3881(string code, string description) => new(code, "RFC-3881", description);
}
