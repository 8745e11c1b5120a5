using System.CommandLine;
using System.Reflection;

namespace Ptce.Workspace;

/// <summary>Verbs on the store and the program themselves.</summary>
public static class StoreVerbs
{
    public static IEnumerable<Command> All => [Migrate, Seed, Version];

    private static Command Migrate => Desk.Verb("migrate", async (_, desk) =>
    {
        // Opening the desk has applied what was missing; what remains is to say where the store stands.
        var last = await desk.Get<Db>().One<string>("select name from migrations order by number desc limit 1");
        Console.WriteLine(Words.Say(Desk.Language, "console.migrated", last));
        return 0;
    });

    private static Command Seed => Desk.Verb("seed", async (_, desk) =>
    {
        var seeded = await DemonstrationPole.Seed(desk.Get<IConfiguration>(), desk.Get<TimeProvider>());
        Console.WriteLine(Words.Say(Desk.Language, seeded ? "demonstration.seeded" : "demonstration.already"));
        return 0;
    });

    private static Command Version => Desk.Verb("version", async (_, desk) =>
    {
        var program = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Console.WriteLine($"Ptce.Workspace {program}");
        Console.WriteLine(await desk.Get<Db>().Engine());
        Console.WriteLine($".NET {Environment.Version}");
        return 0;
    });
}
