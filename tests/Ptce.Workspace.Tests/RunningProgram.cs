using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>The built program as a process of its own, as people start it: for what must hold outside the test host.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningProgram(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public Process Process => _process;

    /// <param name="environment">"Production", "Development"; the program decides by it which doors exist.</param>
    /// <param name="settings">Further settings, "Mail:Host".</param>
    public static async Task<RunningProgram> Serve(string folder, string environment, Dictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ptce.Workspace.dll"), "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings ?? []) start.Environment[key.Replace(":", "__")] = value;
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (Listening().Match(line) is { Success: true } here)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop the program
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new(process, new Uri(here.Groups[1].Value));
            }
        throw new InvalidOperationException("The program did not start: " + await process.StandardError.ReadToEndAsync(CancellationToken.None));
    }

    /// <summary>The program on a test's store, with nobody but the cast on it; it dies at the step that the file names.</summary>
    public static async Task<RunningProgram> Mortal(EmptyStore store, Db db, string killAt)
    {
        // It lives by the real clock: no job of the hour may be the first to come to that step.
        await db.Write(null, async tx =>
        {
            foreach (var row in Schedule.Clock) await tx.Execute("insert into job_pauses (name, at) values (@Name, @Now) on conflict do nothing", new { row.Name, tx.Now });
        });
        return await Serve(store.Settings.Folder, "Development", new()
        {
            ["ConnectionStrings:Ptce"] = store.Settings.Postgres ?? "",
            ["Demonstration:Seed"] = "false",
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            ["PTCE_KILL_AT"] = killAt,
        });
    }

    /// <summary>Runs a console verb to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Verb(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ptce.Workspace.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
