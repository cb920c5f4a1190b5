using System.Collections.Frozen;
using System.Security;
using System.Text;

namespace IheRegistry.Server.Schemas;

/// <summary>Serves the project's WSDLs and schemas, so that a toolkit can be pointed at <c>?wsdl</c>.</summary>
static class WireSchemas
{
    /// <summary>URL path of the schemas that a WSDL imports.</summary>
    internal const string Path = "/schemas";

    // The WSDLs name the default address; a client is to call the one that it asked.
    const string DefaultAddress = "http://127.0.0.1:8080";

    static readonly FrozenDictionary<string, string> Files = Directory
        .EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "schemas"))
        .ToFrozenDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllText);

    /// <summary>Answers <c>GET /xds/registry?wsdl</c>.</summary>
    internal static Task SendWsdlAsync(HttpContext http, string wsdl)
    {
        if (!http.Request.Query.ContainsKey("wsdl"))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "POST";
            return Task.CompletedTask;
        }

        var text = Files[wsdl]
            .Replace(DefaultAddress, SecurityElement.Escape($"{http.Request.Scheme}://{http.Request.Host}"), StringComparison.Ordinal);
        return SendAsync(http, text);
    }

    /// <summary>Answers <c>GET /schemas/{file}</c>.</summary>
    internal static Task SendAsync(HttpContext http)
    {
        if (http.Request.RouteValues["file"] is string file && Files.TryGetValue(file, out var text)) return SendAsync(http, text);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    static async Task SendAsync(HttpContext http, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }
}
