using System.Net;
using System.Net.Sockets;

namespace Ptce.Workspace;

/// <summary>Reaches only public addresses: whoever may write an address here must not make the program speak to its own network.</summary>
/// <remarks>The name is resolved here and the socket goes to the very address that was checked, so a name that answers otherwise the second time gains nothing. Redirects and proxies are not followed.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", // Teredo and its neighbours, documentation, 6to4
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !Global6.Contains(address)) return false;
        return !NotPublic.Any(n => n.Contains(address));
    }

    /// <param name="thisMachineToo">In Development: a program on this machine may be told.</param>
    public static HttpClient Client(bool thisMachineToo, TimeSpan patience) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16, // KB
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, stop) =>
        {
            var all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
            var may = all.Where(a => Is(a) || (thisMachineToo && IPAddress.IsLoopback(a))).ToArray();
            if (may.Length == 0) throw new HttpRequestException($"{context.DnsEndPoint.Host} has no public address.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(may, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    { Timeout = patience, MaxResponseContentBufferSize = 4096 };
}
