namespace IheRegistry.Model.Demographics;

/// <summary>Where a patient is: HL7's data type PL. Absent parts are empty.</summary>
/// <param name="PointOfCare">PL.1, such as a ward.</param>
/// <param name="Room">PL.2.</param>
/// <param name="Bed">PL.3.</param>
/// <param name="Facility">PL.4.</param>
/// <param name="Building">PL.7.</param>
/// <param name="Floor">PL.8.</param>
public sealed record PatientLocation(
    string PointOfCare, string Room, string Bed, HierarchicDesignator Facility, string Building, string Floor);
