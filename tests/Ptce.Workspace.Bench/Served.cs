using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Bench;

/// <summary>The program as a process of its own, and a browser on it.</summary>
public sealed partial class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3), Pause = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly HttpClient _browser;

    private Served(Process process, Uri address)
    {
        _process = process;
        _browser = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public HttpClient Browser => _browser;

    /// <summary>Resident memory in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (double)(1 << 20);
        }
    }

    /// <param name="program">Folder of the program.</param>
    /// <param name="environment">"Development" lets one sign in by choosing a person.</param>
    /// <returns>Once the first page was answered.</returns>
    public static async Task<Served> Start(string program, string data, string environment, bool seed = false)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "Ptce.Workspace.dll"), "--data", data, "--urls", address.ToString(), "--Demonstration:Seed", seed ? "true" : "false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var served = new Served(Process.Start(start)!, address);
        served._process.OutputDataReceived += (_, _) => { };
        served._process.BeginOutputReadLine();
        served._process.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(Pause))
            try
            {
                using var answer = await served._browser.GetAsync(SignIn);
                if (answer.IsSuccessStatusCode) return served;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !served._process.HasExited) { }
    }

    private static readonly Uri SignIn = new("/connexion", UriKind.Relative), Choose = new("/connexion/demonstration", UriKind.Relative);

    public async Task SignInAs(string personId, string pole)
    {
        var page = await _browser.GetStringAsync(SignIn);
        using var answer = await _browser.PostAsync(Choose, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), new("person", personId), new("pole", pole),
        ]));
        answer.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("""__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
