namespace IheRegistry.Wire.Hl7v2;

/// <summary>The parts of a field that a demographics query may ask for; a field that has none is a value.</summary>
enum PdqPart
{
    Value,
    Namespace,
    UniversalId,
    UniversalIdType,
    Whole,
    Family,
    Given,
    Middle,
    Suffix,
    Prefix,
    Street,
    OtherDesignation,
    City,
    State,
    PostalCode,
    Country,
    PointOfCare,
    Room,
    Bed,
    Facility,
}
