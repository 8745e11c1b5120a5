using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
public static class BackupVerbs
{
    private static readonly Argument<string> File = new("FILE") { Description = "le fichier de sauvegarde / the backup file" };
    private static readonly Option<bool> Force = new("--force") { Description = "remplace la base en place, gardée à côté / replaces the store in place, which is kept aside" };

    public static IEnumerable<Command> All => [Save, Restore];

    private static Command Save => Desk.Verb("backup", "copie la base, et les fichiers aussi si le nom finit par .zip, même pendant que le programme tourne / copies the store, and the files too where the name ends in .zip, even while the program runs", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var made = await desk.Get<Backups>().To(asked.GetValue(File)!);
        Console.WriteLine(t[made.Files is null ? "backups.made" : "backups.made_whole", made.File, JobSaying.Size(made.Bytes, t), made.Files ?? 0]);
        return 0;
    }, File);

    private static Command Restore => Desk.Plain("restore", "remet une sauvegarde en place / puts a backup in the store's place", async (asked, store) =>
    {
        var t = new Say(Desk.Language);
        var file = asked.GetValue(File)!;
        var aside = await Backups.Restore(store, file, asked.GetValue(Force), TimeProvider.System);
        Console.WriteLine(t["backups.restored", file]);
        if (aside is not null) Console.WriteLine(t["backups.aside", aside]);
        return 0;
    }, File, Force);
}
