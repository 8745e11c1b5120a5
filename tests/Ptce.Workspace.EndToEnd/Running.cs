using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The program itself, as a person starts it: its own process, data folder and port.</summary>
public sealed class Running : IAsyncDisposable
{
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
        var address = $"http://127.0.0.1:{port ?? FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ptce.Workspace.dll"), "--data", folder, "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var running = new Running(Process.Start(start)!, address, folder);
        running._process.OutputDataReceived += (_, line) => running.Hear(line.Data);
        running._process.ErrorDataReceived += (_, line) => running.Hear(line.Data);
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        await running.Answers();
        return running;
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
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
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
