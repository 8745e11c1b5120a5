using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ptce.Workspace;

/// <summary>Where people find us, for links that leave the program (mail, cards): setting <c>Site:Address</c>, "https://pole.example.org".</summary>
/// <remarks>Never taken from a request: whoever forges its Host header would have the sign-in links sent to their own site.</remarks>
public sealed class Site(IConfiguration configuration, IServer? server = null)
{
    public string Address =>
        (configuration["Site:Address"] is { Length: > 0 } set ? set : Listening ?? "http://localhost:5080").TrimEnd('/');

    /// <param name="path">Begins with "/".</param>
    public string Link(string path) => Address + path;

    private string? Listening => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost").Replace("0.0.0.0", "localhost").Replace("//+", "//localhost").Replace("//*", "//localhost");
}
