namespace Ptce.Workspace;

/// <summary>Says, by a lock on a file beside it, that a program serves a SQLite store: nobody may put another in its place meanwhile. The system lets go when the program ends, however it ends.</summary>
public sealed class StoreInUse(StoreSettings store) : IHostedService, IDisposable
{
    private FileStream? _held;

    private static string Mark(StoreSettings store) => Path.Combine(store.Folder, "ptce.lock");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.Postgres is not null) return Task.CompletedTask;
        using (File.Open(Mark(store), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite)) { }
        try { _held = File.Open(Mark(store), FileMode.Open, FileAccess.Read, FileShare.Read); }
        catch (IOException) { throw new CannotRun("backups.being_restored", store.Folder); }
        return Task.CompletedTask;
    }

    /// <summary>The store for oneself; null while a program serves it.</summary>
    public static IDisposable? Alone(StoreSettings store)
    {
        try { return File.Open(Mark(store), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException) { return null; }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _held?.Dispose();
}
