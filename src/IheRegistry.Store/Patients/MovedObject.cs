namespace IheRegistry.Store.Patients;

/// <summary>What an event changed of an object of the registry: of an association its status, else its patient's row.</summary>
sealed record MovedObject(long Row, long Was, long Became);
