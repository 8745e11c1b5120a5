using Ptce.Workspace.Bench;

if (args is [BareHub.Verb, var address]) return await BareHub.Run(address);

Trial[] all = [new DigestTrial(), new ImportTrial(), new HttpTrial(), new FanOutTrial(), new BotTrial(), new PagesTrial(), new StartTrial()];

var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
if (names.Except(all.Select(m => m.Name)).Any() || args.Contains("--help"))
{
    Console.WriteLine($"dotnet run -c Release --project tests/Ptce.Workspace.Bench [{string.Join(" | ", all.Select(m => m.Name))}] [--folder FOLDER] [--rounds 3] [--peer FOLDER]");
    return 1;
}

using var bench = new Workbench(new ConfigurationBuilder().AddCommandLine(args[names.Count..]).Build());
Console.WriteLine(Machine.Describe(bench.Folder));
var met = true;
foreach (var trial in all.Where(m => names.Count == 0 || names.Contains(m.Name)))
    await foreach (var ratio in trial.Run(bench))
    {
        Console.WriteLine(ratio);
        met &= ratio.Met;
    }
return met ? 0 : 2;
