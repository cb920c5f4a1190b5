using IheRegistry.Model;
using IheRegistry.Server.Health;
using IheRegistry.Server.History;
using IheRegistry.Server.Schemas;
using IheRegistry.Server.Soap;
using IheRegistry.Server.Stewardship;
using IheRegistry.Server.WorkList;

namespace IheRegistry.Server;

/// <summary>The one table of what is bound where: path and action to transaction. MLLP has a port of its own.</summary>
static class Endpoints
{
    /// <summary>Binds every HTTP endpoint.</summary>
    internal static void Map(WebApplication app, SoapTransactions soap)
    {
        MapSoap(app, Transactions.RegistryPath, "XdsDocumentRegistry.wsdl", soap.Registry);
        MapSoap(app, Transactions.RepositoryPath, "XdsDocumentRepository.wsdl", soap.Repository);
        MapSoap(app, Transactions.RecipientPath, "XdrDocumentRecipient.wsdl", soap.Recipient);
        MapSoap(app, Transactions.ManagerPath, "PIXManager.wsdl", soap.Manager);
        MapSoap(app, Transactions.SupplierPath, "PDSupplier.wsdl", soap.Supplier);
        app.Services.GetRequiredService<WorkListApi>().Map(app);
        app.Services.GetRequiredService<StewardshipApi>().Map(app);
        app.Services.GetRequiredService<NotificationApi>().Map(app);
        app.MapGet(WireSchemas.Path + "/{file}", WireSchemas.SendAsync);
        app.MapGet(HistoryEndpoint.Path, app.Services.GetRequiredService<HistoryEndpoint>().HandleAsync);
        app.MapGet("/health/live", HealthAnswers.LiveAsync);
        app.MapGet("/health/ready", HealthAnswers.ReadyAsync);
    }

    static void MapSoap(WebApplication app, string path, string wsdl, SoapEndpoint endpoint)
    {
        app.MapPost(path, endpoint.HandleAsync);
        app.MapGet(path, http => WireSchemas.SendWsdlAsync(http, wsdl));
    }
}
