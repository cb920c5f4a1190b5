namespace IheRegistry.Model.Demographics.Queries;

/// <summary>
/// Which identifiers other domains know a patient by: PIX Query [ITI-9] (ITI TF-2 3.9.4.1) and PIXV3 Query [ITI-45] (3.45.4.1).
/// </summary>
/// <param name="Patient">QPD-3, or the PatientIdentifier parameter: the identifier that the consumer knows.</param>
/// <param name="Domains">
/// QPD-4, or the DataSource parameters, in the order and number of the message, those that are empty too: an error names its place. None
/// asks for all domains.
/// </param>
public sealed record PixQuery(PatientIdentifier Patient, IReadOnlyList<HierarchicDesignator> Domains);
