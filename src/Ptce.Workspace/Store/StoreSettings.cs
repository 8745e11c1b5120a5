namespace Ptce.Workspace;

/// <summary>Where the store is: a data folder (SQLite, and everything else that is a file) and, for several nodes, PostgreSQL.</summary>
/// <param name="Folder">Full path of the data folder.</param>
/// <param name="Postgres">Connection string, or null for SQLite in the folder.</param>
public sealed record StoreSettings(string Folder, string? Postgres)
{
    public string SqliteFile => Path.Combine(Folder, "ptce.db");

    /// <summary>Reads <c>Data:Folder</c> and <c>ConnectionStrings:Ptce</c>; makes the folder if it is missing.</summary>
    /// <exception cref="CannotRun">The folder cannot be made or written.</exception>
    public static StoreSettings From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        var postgres = configuration.GetConnectionString("Ptce");
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotRun("store.folder_not_writable", folder);
        }
        return new StoreSettings(folder, string.IsNullOrWhiteSpace(postgres) ? null : postgres);
    }
}
