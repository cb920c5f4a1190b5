namespace IheRegistry.Tests.Shared.Populations;

/// <summary>A place to live, with the household's telephone.</summary>
public sealed record Home(bool IsChinese, string Region, string City, string District, string Street, string Number, string Unit, string Postal, string Phone);
