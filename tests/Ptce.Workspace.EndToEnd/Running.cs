using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The program itself, as a person starts it: its own process, data folder and port.</summary>
public sealed class Running : IAsyncDisposable
{
    /// <summary>Of a program that speaks https: the file of its certificate. Given, it does.</summary>
    public const string Certificate = "Kestrel__Certificates__Default__Path";

    private readonly Process _process;
    private readonly List<string> _said = [];

    private Running(Process process, string address, string folder) => (_process, Address, Folder) = (process, address, folder);

    public string Address { get; }

    public string Folder { get; }

    public string Said { get { lock (_said) return string.Join('\n', _said); } }

    /// <summary>Starts the built program and waits until it answers.</summary>
    /// <param name="folder">An existing data folder, to start again on the same store; a new empty one by default.</param>
    /// <param name="settings">Environment variables, such as <c>Demonstration__Seed=false</c>.</param>
    public static async Task<Running> Start(string environment = "Development", string? folder = null, int? port = null, params (string Name, string Value)[] settings)
    {
        folder ??= Directory.CreateTempSubdirectory("ptce-").FullName;
        var address = $"{(settings.Any(s => s.Name == Certificate) ? "https" : "http")}://127.0.0.1:{port ?? FreePort()}";
        var start = Program(environment, ["--data", folder, "--urls", address]);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var running = new Running(Process.Start(start)!, address, folder);
        running._process.OutputDataReceived += (_, line) => running.Hear(line.Data);
        running._process.ErrorDataReceived += (_, line) => running.Hear(line.Data);
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        await running.Answers();
        return running;
    }

    /// <summary>Runs the program with these arguments to its end.</summary>
    /// <returns>Its exit code, and everything it wrote.</returns>
    public static async Task<(int Code, string Said)> Ends(string[] arguments, string environment = "Production")
    {
        using var process = Process.Start(Program(environment, arguments))!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program went on:\n{string.Concat(await said)}");
        }
        return (process.ExitCode, string.Concat(await said));
    }

    private static ProcessStartInfo Program(string environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ptce.Workspace.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["LC_ALL"] = "fr_FR.UTF-8"; // what it says in the terminal is in this language
        return start;
    }

    /// <summary>A port nobody listens on right now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Dies as in a power cut: no shutdown, nothing flushed.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    private async Task Answers()
    {
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }) { BaseAddress = new Uri(Address) };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(90))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The program stopped with code {_process.ExitCode}:\n{Said}");
            try
            {
                if ((await http.GetAsync("/connexion")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { }
            await Task.Delay(100);
        }
        throw new TimeoutException($"The program did not answer at {Address}:\n{Said}");
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
        try { Directory.Delete(Folder, recursive: true); }
        catch (IOException) { } // another start on the same folder cleans up
    }
}
