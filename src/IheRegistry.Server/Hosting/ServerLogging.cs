using IheRegistry.Server.Options;
using NLog;
using NLog.Config;
using NLog.Targets;
using NLog.Web;

namespace IheRegistry.Server.Hosting;

/// <summary>Logs go to the standard error stream, a line an event: whatever runs the server collects them there.</summary>
static class ServerLogging
{
    internal static void Configure(WebApplicationBuilder builder, LoggingOptions options)
    {
        var console = new ConsoleTarget("console")
        {
            StdErr = true,
            // Line breaks in values would let a sender forge lines.
            Layout = "${longdate:universalTime=true}Z ${level:uppercase=true} ${logger:shortName=true} ${replace-newlines:replacement= | :inner=${message}${onexception: ${exception:format=tostring}}}",
        };
        var configuration = new LoggingConfiguration();
        configuration.AddRule(NLog.LogLevel.Trace, NLog.LogLevel.Fatal, console);
        var factory = new LogFactory { Configuration = configuration };
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(options.Level);
        foreach (var framework in (string[])["Microsoft", "System"])
            builder.Logging.AddFilter(framework, level => level >= Microsoft.Extensions.Logging.LogLevel.Warning);
        // The filters above are the framework's: NLog would take them out by default.
        builder.Logging.AddNLogWeb(factory, new NLogAspNetCoreOptions { RemoveLoggerFactoryFilter = false });
    }
}
