namespace IheRegistry.Server.Soap;

/// <summary>The two SOAP endpoints with the transactions that each of them takes.</summary>
/// <param name="Registry">ITI-18, ITI-42, ITI-61.</param>
/// <param name="Repository">ITI-41, ITI-43.</param>
sealed record SoapTransactions(SoapEndpoint Registry, SoapEndpoint Repository);
