using System.Runtime.InteropServices;

namespace Ptce.Workspace;

/// <summary>The few calls of SQLite that are made for every value of every row: straight into the library, on addresses.</summary>
/// <remarks>
/// Through the package's safe handles each costs several times as much, and a million lines are sixty million calls. None of them waits,
/// so the collector need not be told. Statement and connection must be kept alive by the caller.
/// </remarks>
internal static partial class SqliteCalls
{
    private const string Library = "e_sqlite3"; // SqliteNative says which one that is

    /// <summary>The bytes stay where they are until the statement has run.</summary>
    public const nint Static = 0;

    /// <summary>The bytes are copied.</summary>
    public const nint Transient = -1;

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    public static unsafe partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    public static partial int ColumnBytes(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long ColumnNumber(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static unsafe partial int BindText(nint statement, int parameter, byte* text, int length, nint ownership);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static partial int BindNumber(nint statement, int parameter, long number);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static partial int BindNull(nint statement, int parameter);

    [LibraryImport(Library, EntryPoint = "sqlite3_db_mutex"), SuppressGCTransition]
    public static partial nint Mutex(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_enter")]
    public static partial void Enter(nint mutex);

    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_leave"), SuppressGCTransition]
    public static partial void Leave(nint mutex);
}
