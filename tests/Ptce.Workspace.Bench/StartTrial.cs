using System.Diagnostics;
using System.Globalization;

namespace Ptce.Workspace.Bench;

/// <summary>The published program on an empty store in Production: from the start of the process to the first page, and its memory when nobody asks for anything.</summary>
public sealed class StartTrial : Trial
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public override string Name => "start";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        var program = bench.FolderOf("published");
        await Publish(program);
        var (seconds, memory) = (new List<double>(), new List<double>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            var data = bench.FolderOf(string.Create(CultureInfo.InvariantCulture, $"start-{round}"));
            var watch = Stopwatch.StartNew();
            await using var served = await Served.Start(program, data, "Production");
            seconds.Add(watch.Elapsed.TotalSeconds);
            await Task.Delay(Idle);
            memory.Add(served.Memory);
        }
        yield return new("first page after a cold start", Middle(seconds), 1.5, AtMost: true, "empty store, migrated on the way", "s");
        yield return new("memory when idle", Middle(memory), 150, AtMost: true, string.Create(CultureInfo.InvariantCulture, $"resident, {Idle.TotalSeconds:0} s after the first page"), "MB");
    }

    private static async Task Publish(string to)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Root(AppContext.BaseDirectory), "src", "Ptce.Workspace"), "-c", "Release", "-o", to, "-v", "quiet"]))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The program could not be published.");
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Ptce.Workspace.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The bench runs outside its repository."));
}
