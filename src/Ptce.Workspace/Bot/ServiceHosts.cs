namespace Ptce.Workspace;

/// <summary>Which addresses may be called on the word of an activity: our token must not travel, nor our machine knock, where an attacker points.</summary>
public sealed class ServiceHosts(BotSettings settings)
{
    private static readonly string[] Microsofts =
        ["smba.trafficmanager.net", "*.infra.gcc.teams.microsoft.com", "*.infra.gov.teams.microsoft.us", "*.botframework.com"];

    /// <summary>The service's base without its last slash, and whether our token goes with the call; null for an address we do not call.</summary>
    public (string Base, bool WithToken)? Trusted(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo is not "" || uri.Query is not "" || uri.Fragment is not "") return null;
        var address = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (settings.Development && uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)) return (address, false);
        if (uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort) return null;
        return Microsofts.Concat(settings.AllowedServiceHosts).Any(host => Matches(host, uri.IdnHost)) ? (address, true) : null;
    }

    private static bool Matches(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase) && host.Length > allowed.Length - 1
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
