namespace IheRegistry.Server.Soap;

/// <summary>The SOAP endpoints with the transactions that each of them takes.</summary>
/// <param name="Registry">ITI-18, 42, 44, 51, 57, 61, 62, 92.</param>
/// <param name="Repository">ITI-41, 43, 86.</param>
/// <param name="Recipient">ITI-41 of XDR.</param>
/// <param name="Manager">ITI-44 and 45.</param>
/// <param name="Supplier">ITI-47.</param>
sealed record SoapTransactions(SoapEndpoint Registry, SoapEndpoint Repository, SoapEndpoint Recipient, SoapEndpoint Manager, SoapEndpoint Supplier);
