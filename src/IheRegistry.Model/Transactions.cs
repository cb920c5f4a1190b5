namespace IheRegistry.Model;

/// <summary>The one table of the IHE transactions that this server answers.</summary>
public static class Transactions
{
    /// <summary>URL path of the Document Registry.</summary>
    public const string RegistryPath = "/xds/registry";

    /// <summary>URL path of the Document Repository.</summary>
    public const string RepositoryPath = "/xds/repository";

    /// <summary>URL path of the Document Recipient.</summary>
    public const string RecipientPath = "/xdr/recipient";

    /// <summary>URL path of the Patient Identifier Cross-reference Manager.</summary>
    public const string ManagerPath = "/pix/manager";

    /// <summary>URL path of the Patient Demographics Supplier.</summary>
    public const string SupplierPath = "/pdq/supplier";

    const string Registry = "Document Registry";
    const string Repository = "Document Repository";
    const string Manager = "Patient Identifier Cross-reference Manager";
    const string Supplier = "Patient Demographics Supplier";
    const string Acknowledgement = "MCCI_IN000002UV01";

    /// <summary>Patient Identity Feed (ITI TF-2 3.8).</summary>
    public static Transaction Iti8 { get; } = Mllp("ITI-8", "Patient Identity Feed", $"{Manager}, {Registry}", "ADT^A01, A04, A05, A08, A40", "ACK");

    /// <summary>PIX Query (ITI TF-2 3.9).</summary>
    public static Transaction Iti9 { get; } = Mllp("ITI-9", "PIX Query", Manager, "QBP^Q23", "RSP^K23");

    /// <summary>PIX Update Notification (ITI TF-2 3.10), which this server sends.</summary>
    public static Transaction Iti10 { get; } = Mllp("ITI-10", "PIX Update Notification", "Patient Identifier Cross-reference Consumer", "ADT^A31", "ACK");

    /// <summary>Registry Stored Query (ITI TF-2 3.18).</summary>
    public static Transaction Iti18 { get; } = Soap("ITI-18", "Registry Stored Query", Registry, RegistryPath, "RegistryStoredQuery");

    /// <summary>Patient Demographics Query (ITI TF-2 3.21).</summary>
    public static Transaction Iti21 { get; } = Mllp("ITI-21", "Patient Demographics Query", Supplier, "QBP^Q22", "RSP^K22");

    /// <summary>Patient Demographics and Visit Query (ITI TF-2 3.22).</summary>
    public static Transaction Iti22 { get; } = Mllp("ITI-22", "Patient Demographics and Visit Query", Supplier, "QBP^ZV1", "RSP^ZV2");

    /// <summary>Patient Identity Management (ITI TF-2 3.30).</summary>
    public static Transaction Iti30 { get; } = Mllp("ITI-30", "Patient Identity Management", Manager, "ADT^A24, A28, A31, A37, A40, A47", "ACK");

    /// <summary>Patient Encounter Management (ITI TF-2 3.31).</summary>
    public static Transaction Iti31 { get; } = Mllp("ITI-31", "Patient Encounter Management", Manager, "ADT^A01, A03, A04, A08, A11, A13 and others", "ACK");

    /// <summary>Provide and Register Document Set-b (ITI TF-2 3.41).</summary>
    public static Transaction Iti41 { get; } =
        Soap("ITI-41", "Provide and Register Document Set-b", Repository, RepositoryPath, "ProvideAndRegisterDocumentSet-b");

    /// <summary>Provide and Register Document Set-b to an XDR Document Recipient (ITI TF-1 15, TF-2 3.41.4.1.3.1).</summary>
    public static Transaction Iti41Recipient { get; } =
        Soap("ITI-41", "Provide and Register Document Set-b", "Document Recipient", RecipientPath, "ProvideAndRegisterDocumentSet-b");

    /// <summary>Register Document Set-b (ITI TF-2 3.42).</summary>
    public static Transaction Iti42 { get; } = Soap("ITI-42", "Register Document Set-b", Registry, RegistryPath, "RegisterDocumentSet-b");

    /// <summary>Retrieve Document Set (ITI TF-2 3.43).</summary>
    public static Transaction Iti43 { get; } = Soap("ITI-43", "Retrieve Document Set", Repository, RepositoryPath, "RetrieveDocumentSet");

    /// <summary>Patient Identity Feed HL7 V3, Patient Registry Record Added (ITI TF-2 3.44.4.1); the audit names it as it names ITI-8 (3.44.5.1).</summary>
    public static Transaction Iti44Added { get; } = Feed("PRPA_IN201301UV02");

    /// <summary>Patient Identity Feed HL7 V3, Patient Registry Record Revised (ITI TF-2 3.44.4.1).</summary>
    public static Transaction Iti44Revised { get; } = Feed("PRPA_IN201302UV02");

    /// <summary>Patient Identity Feed HL7 V3, Patient Registry Duplicates Resolved (ITI TF-2 3.44.4.2).</summary>
    public static Transaction Iti44Resolved { get; } = Feed("PRPA_IN201304UV02");

    /// <summary>Patient Registry Record Added to the Document Registry (ITI TF-2 3.44.4.1.4).</summary>
    public static Transaction Iti44AddedRegistry { get; } = OfRegistry(Iti44Added);

    /// <summary>Patient Registry Record Revised to the Document Registry (ITI TF-2 3.44.4.1.4).</summary>
    public static Transaction Iti44RevisedRegistry { get; } = OfRegistry(Iti44Revised);

    /// <summary>Patient Registry Duplicates Resolved to the Document Registry (ITI TF-2 3.44.4.2.4).</summary>
    public static Transaction Iti44ResolvedRegistry { get; } = OfRegistry(Iti44Resolved);

    /// <summary>PIXV3 Query (ITI TF-2 3.45), in the audit PIX Query (3.45.5.1).</summary>
    public static Transaction Iti45 { get; } = Version3("ITI-45", "PIX Query", Manager, ManagerPath, "PRPA_IN201309UV02", "PRPA_IN201310UV02");

    /// <summary>PIXV3 Update Notification (ITI TF-2 3.46), which this server sends; the audit calls it as ITI-10 (3.46.5.1.1).</summary>
    public static Transaction Iti46 { get; } = new(
        "ITI-46", "PIX Update Notification", "Patient Identifier Cross-reference Consumer", null, "urn:hl7-org:v3:PRPA_IN201302UV02", "urn:hl7-org:v3:MCCI_IN000002UV01");

    /// <summary>Patient Demographics Query HL7 V3 (ITI TF-2 3.47.4.1).</summary>
    public static Transaction Iti47 { get; } = Demographics("PRPA_IN201305UV02", "PRPA_IN201306UV02");

    /// <summary>Patient Demographics Query HL7 V3, continuation (ITI TF-2 3.47.4.3).</summary>
    public static Transaction Iti47Continue { get; } = Demographics("QUQI_IN000003UV01_Continue", "PRPA_IN201306UV02");

    /// <summary>Patient Demographics Query HL7 V3, cancellation (ITI TF-2 3.47.4.3).</summary>
    public static Transaction Iti47Cancel { get; } = Demographics("QUQI_IN000003UV01_Cancel", Acknowledgement);

    /// <summary>Multi-Patient Stored Query (ITI TF-2 3.51).</summary>
    public static Transaction Iti51 { get; } =
        Soap("ITI-51", "Multi-Patient Stored Query", Registry, RegistryPath, "MultiPatientStoredQuery", 2009);

    /// <summary>Update Document Set (ITI TF-2 3.57, XDS Metadata Update supplement).</summary>
    public static Transaction Iti57 { get; } = Soap("ITI-57", "Update Document Set", Registry, RegistryPath, "UpdateDocumentSet", 2010);

    /// <summary>Register On-Demand Document Entry (ITI TF-2 3.61); 3.61.4.2.2 names the answer's action without "Entry".</summary>
    public static Transaction Iti61 { get; } = new(
        "ITI-61", "Register On-Demand Document Entry", Registry, RegistryPath,
        "urn:ihe:iti:2010:RegisterOnDemandDocumentEntry", "urn:ihe:iti:2010:RegisterOnDemandDocumentResponse");

    /// <summary>Remove Metadata (ITI TF Supplement RMD, 3.62); its actions keep the name that it had before, Delete Document Set.</summary>
    public static Transaction Iti62 { get; } = Soap("ITI-62", "Remove Metadata", Registry, RegistryPath, "DeleteDocumentSet", 2010);

    /// <summary>Notify XAD-PID Link Change (ITI TF-2 3.64).</summary>
    public static Transaction Iti64 { get; } = Mllp("ITI-64", "Notify XAD-PID Link Change", $"{Manager}, {Registry}", "ADT^A43", "ACK");

    /// <summary>Remove Documents (ITI TF Supplement RMD, 3.86).</summary>
    public static Transaction Iti86 { get; } = Soap("ITI-86", "Remove Documents", Repository, RepositoryPath, "RemoveDocuments", 2017);

    /// <summary>Restricted Update Document Set (ITI TF-2 3.92, Restricted Metadata Update supplement).</summary>
    public static Transaction Iti92 { get; } =
        Soap("ITI-92", "Restricted Update Document Set", Registry, RegistryPath, "RestrictedUpdateDocumentSet", 2018);

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<Transaction> All { get; } =
    [
        Iti8, Iti9, Iti18, Iti21, Iti22, Iti30, Iti31, Iti41, Iti41Recipient, Iti42, Iti43,
        Iti44Added, Iti44Revised, Iti44Resolved, Iti44AddedRegistry, Iti44RevisedRegistry, Iti44ResolvedRegistry, Iti45, Iti47, Iti47Continue, Iti47Cancel,
        Iti51, Iti57, Iti61, Iti62, Iti64, Iti86, Iti92,
    ];

    static Transaction Mllp(string number, string name, string actor, string message, string answer) => new(number, name, actor, null, message, answer);

    static Transaction Feed(string interaction) => Version3("ITI-44", "Patient Identity Feed", Manager, ManagerPath, interaction, Acknowledgement);

    static Transaction OfRegistry(Transaction feed) => feed with { Actor = Registry, Path = RegistryPath };

    static Transaction Demographics(string interaction, string answer) =>
        Version3("ITI-47", "Patient Demographics Query", Supplier, SupplierPath, interaction, answer);

    static Transaction Version3(string number, string name, string actor, string path, string interaction, string answer) =>
        new(number, name, actor, path, $"urn:hl7-org:v3:{interaction}", $"urn:hl7-org:v3:{answer}");

    // The year in an action is that of the transaction's first text.
    static Transaction Soap(string number, string name, string actor, string path, string operation, int year = 2007) =>
        new(number, name, actor, path, $"urn:ihe:iti:{year}:{operation}", $"urn:ihe:iti:{year}:{operation}Response");
}
