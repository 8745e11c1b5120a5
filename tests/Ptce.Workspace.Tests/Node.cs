using System.ComponentModel;
using System.Diagnostics;

namespace Ptce.Workspace.Tests;

/// <summary>A script of node's beside the test program, spoken to by lines. It ends with the test.</summary>
public sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly SemaphoreSlim Installing = new(1);

    private readonly Process _process;

    private Node(Process process) => _process = process;

    /// <param name="folder">Where the script and its package-lock.json stand, from the test project: "Mail/server".</param>
    public static async Task<Node> Start(string folder, string script, params string[] arguments)
    {
        folder = Path.Combine([AppContext.BaseDirectory, .. folder.Split('/')]);
        await Install(folder);
        return new(Run(folder, "node", [script, .. arguments]));
    }

    /// <summary>The next line the script prints.</summary>
    public async Task<string> Line(TimeSpan? patience = null) =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(patience ?? Patience) ?? throw new InvalidOperationException("The script ended: " + await _process.StandardError.ReadToEndAsync());

    /// <summary>Gives the script a line to read.</summary>
    public async Task Say(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    private static async Task Install(string folder)
    {
        await Installing.WaitAsync();
        try
        {
            var mark = Path.Combine(folder, "node_modules", ".package-lock.json");
            if (File.Exists(mark) && File.GetLastWriteTimeUtc(mark) > File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"))) return;
            using var npm = Run(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            var errors = npm.StandardError.ReadToEndAsync();
            await npm.StandardOutput.ReadToEndAsync();
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0) Absent.Skip($"npm could not install what {Path.GetFileName(folder)} needs: {await errors}");
        }
        catch (Win32Exception)
        {
            Absent.Skip("node and npm are needed: install node 20.");
        }
        finally { Installing.Release(); }
    }

    private static Process Run(string folder, string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
