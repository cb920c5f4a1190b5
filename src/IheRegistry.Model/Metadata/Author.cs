namespace IheRegistry.Model.Metadata;

/// <summary>An author (ITI TF-3 4.2.3.1.4): values as sent, in HL7 v2 notation.</summary>
public sealed record Author
{
    /// <summary>authorPerson (XCN), or null.</summary>
    public string? Person { get; init; }

    /// <summary>authorInstitution (XON), any number.</summary>
    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>authorRole, any number.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>authorSpecialty, any number.</summary>
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>authorTelecommunication (XTN), any number.</summary>
    public IReadOnlyList<string> Telecommunications { get; init; } = [];
}
