using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
public static class BackupVerbs
{
    private static readonly Argument<string> File = Input.First("FILE", "backup_file");
    private static readonly Option<bool> Force = Input.Flag("--force");

    public static IEnumerable<Command> All => [Save, Restore];

    private static Command Save => Desk.Verb("backup", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var made = await desk.Get<Backups>().To(asked.GetValue(File)!);
        Console.WriteLine(t[made.Files is null ? "backups.made" : "backups.made_whole", made.File, JobSaying.Size(made.Bytes, t), made.Files ?? 0]);
        return 0;
    }, File);

    private static Command Restore => Desk.Plain("restore", async (asked, store) =>
    {
        var t = new Say(Desk.Language);
        var file = asked.GetValue(File)!;
        var aside = await Backups.Restore(store, file, asked.GetValue(Force), TimeProvider.System);
        Console.WriteLine(t["backups.restored", file]);
        if (aside is not null) Console.WriteLine(t["backups.aside", aside]);
        return 0;
    }, File, Force);
}
