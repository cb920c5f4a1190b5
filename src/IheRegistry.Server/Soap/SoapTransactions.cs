namespace IheRegistry.Server.Soap;

/// <summary>The SOAP endpoints with the transactions that each of them takes.</summary>
/// <param name="Registry">ITI-18, 42, 51, 57, 61, 62, 92.</param>
/// <param name="Repository">ITI-41, 43, 86.</param>
/// <param name="Recipient">ITI-41 of XDR.</param>
sealed record SoapTransactions(SoapEndpoint Registry, SoapEndpoint Repository, SoapEndpoint Recipient);
