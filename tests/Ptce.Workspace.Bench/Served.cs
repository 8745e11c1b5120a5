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
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _browser;

    private Served(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _browser = new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Browser => _browser;

    /// <summary>Of the session, as a browser sends them.</summary>
    public string Cookies => _cookies.GetCookieHeader(Address);

    /// <summary>Resident memory in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (double)(1 << 20);
        }
    }

    /// <summary>What it has used of the processors since it started.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="program">Folder of the program.</param>
    /// <param name="environment">"Development" lets one sign in by choosing a person.</param>
    /// <returns>Once the first page was answered.</returns>
    public static Task<Served> Start(string program, string data, string environment, bool seed = false)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "Ptce.Workspace.dll"), "--data", data, "--urls", address.ToString(), "--Demonstration:Seed", seed ? "true" : "false"]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Start(start, address, SignIn);
    }

    /// <summary>A <see cref="BareHub"/> in a process of its own.</summary>
    public static Task<Served> StartBareHub()
    {
        var address = FreeAddress();
        return Start(new("dotnet", [typeof(BareHub).Assembly.Location, BareHub.Verb, address.ToString()]), address, new("/", UriKind.Relative));
    }

    /// <param name="script">Takes the port to listen on as its argument.</param>
    public static Task<Served> StartNode(string script)
    {
        var address = FreeAddress();
        return Start(new("node", [script, address.Port.ToString(CultureInfo.InvariantCulture)]) { WorkingDirectory = Path.GetDirectoryName(script) }, address, new("/", UriKind.Relative));
    }

    private static async Task<Served> Start(ProcessStartInfo start, Uri address, Uri first)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var served = new Served(Process.Start(start)!, address);
        var said = new List<string>();
        void Hear(object? _, DataReceivedEventArgs line) { lock (said) if (line.Data is { } text && said.Count < MostSaid) said.Add(text); }
        served._process.OutputDataReceived += Hear;
        served._process.ErrorDataReceived += Hear;
        served._process.BeginOutputReadLine();
        served._process.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(Pause))
            try
            {
                using var answer = await served._browser.GetAsync(first);
                return served; // whatever it says, it listens
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !served._process.HasExited) { }
            catch (HttpRequestException e)
            {
                lock (said) throw new InvalidOperationException($"{start.FileName} did not serve: {string.Join('\n', said)}", e);
            }
    }

    private const int MostSaid = 50; // lines, to say why it did not start

    private static readonly Uri SignIn = new("/connexion", UriKind.Relative), Choose = new("/connexion/demonstration", UriKind.Relative);

    public Task SignInAs(string personId, string pole) => SignInAs(_browser, personId, pole);

    /// <summary>One more browser, with a session of its own.</summary>
    public async Task<HttpClient> BrowserOf(string personId, string pole)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = Address };
        await SignInAs(browser, personId, pole);
        return browser;
    }

    private static async Task SignInAs(HttpClient browser, string personId, string pole)
    {
        var page = await browser.GetStringAsync(SignIn);
        using var answer = await browser.PostAsync(Choose, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), new("person", personId), new("pole", pole),
        ]));
        answer.EnsureSuccessStatusCode();
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
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
