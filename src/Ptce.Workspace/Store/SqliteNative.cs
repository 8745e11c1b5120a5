using System.Runtime.InteropServices;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>Chooses the native SQLite once: the system's, which the distribution keeps patched, else the one bundled with the program.</summary>
public static class SqliteNative
{
    private const string System = "libsqlite3.so.0";
    private static readonly Lock Once = new();

    /// <summary>The library in use, for <c>version</c> and the diagnostics.</summary>
    public static string Library { get; private set; } = "";

    public static void Use()
    {
        lock (Once)
        {
            if (Library != "") return;
            if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad(System, out var handle))
            {
                foreach (var caller in new[] { typeof(SQLite3Provider_e_sqlite3).Assembly, typeof(SqliteCalls).Assembly })
                    NativeLibrary.SetDllImportResolver(caller, (name, _, _) => name == "e_sqlite3" ? handle : 0);
                Library = System;
            }
            else Library = "e_sqlite3";
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            raw.FreezeProvider();
            // Nobody reads how much memory it holds, and counting it makes every reader and the writer wait for one lock at each allocation.
            raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        }
    }
}
