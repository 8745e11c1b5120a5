using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary><c>/metrics</c>, plain Prometheus text. With <c>Metrics:Token</c>: for whoever bears it. Without: for this machine alone, and not through a proxy on it.</summary>
public static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", async (HttpContext http, Measures measures, IConfiguration configuration) =>
        !May(http, configuration["Metrics:Token"]) ? Results.NotFound() : Results.Text(await measures.Text(), "text/plain; version=0.0.4; charset=utf-8"));

    private static bool May(HttpContext http, string? token)
    {
        if (!string.IsNullOrEmpty(token))
            return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}")), SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())));
        string[] proxies = ["X-Forwarded-For", "X-Original-For", "Forwarded", "Via", "X-Real-IP"];
        return http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !proxies.Any(http.Request.Headers.ContainsKey);
    }
}
