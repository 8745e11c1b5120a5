using System.Buffers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>Puts rows that are text into a table, cutting them at their tabs: many rows a statement, prepared once, and no object for a value.</summary>
/// <remarks>A statement that triggers may abort keeps a journal of its own, which inside a savepoint costs more than a row: so it is one for many.</remarks>
internal static class SqliteText
{
    private const int MostValues = 800; // per statement; SQLite takes 32 766
    private const byte Tab = (byte)'\t', End = (byte)'\n', Escape = (byte)'\\', Null = (byte)'-';
    private static readonly SearchValues<byte> Cuts = SearchValues.Create([Tab, End]);

    /// <exception cref="SqliteException">The store refuses a row.</exception>
    public static void Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlyMemory<byte> rows)
    {
        using var pinned = rows.Pin();
        var together = MostValues / columns.Count;
        var left = rows.Span.Count(End);
        var rest = Insert(connection, table, columns, rows.Span, together, left / together);
        Insert(connection, table, columns, rest, 1, left % together);
    }

    /// <returns>The rows that are left.</returns>
    private static ReadOnlySpan<byte> Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlySpan<byte> rows, int together, int times)
    {
        if (times == 0) return rows;
        var row = $"({string.Join(", ", columns.Select(_ => "?"))})";
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, $"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", Enumerable.Repeat(row, together))}", out var insert));
        using (insert)
        using (new Turn(connection))
        {
            var absent = new bool[together * columns.Count]; // bindings stay: what is null twice is bound once
            for (; times > 0; times--)
            {
                for (var i = 0; i < absent.Length; i++)
                {
                    var cut = rows.IndexOfAny(Cuts);
                    if (rows[cut] == End != (i % columns.Count == columns.Count - 1)) throw new FormatException($"A row of {table} has not {columns.Count} fields.");
                    Check(connection, Bind(insert.DangerousGetHandle(), i, rows[..cut], absent));
                    rows = rows[(cut + 1)..];
                }
                if (raw.sqlite3_step(insert) is var outcome && outcome != raw.SQLITE_DONE) Check(connection, outcome);
                Check(connection, raw.sqlite3_reset(insert));
            }
        }
        return rows;
    }

    // Text alone: the columns of whole numbers turn it into one.
    private static unsafe int Bind(nint insert, int column, ReadOnlySpan<byte> value, bool[] absent)
    {
        if (value is [Null])
        {
            if (absent[column]) return raw.SQLITE_OK;
            absent[column] = true;
            return SqliteCalls.BindNull(insert, column + 1);
        }
        absent[column] = false;
        var copied = value.Contains(Escape);
        if (copied) value = TextRecords.Unescape(value);
        // What has no bytes at all still has an address: else it would be null. What is not copied is pinned by the caller.
        fixed (byte* text = value.IsEmpty ? "\0"u8 : value)
            return SqliteCalls.BindText(insert, column + 1, text, value.Length, copied ? SqliteCalls.Transient : SqliteCalls.Static);
    }

    /// <summary>The connection's lock, held over all the calls instead of by each.</summary>
    private readonly ref struct Turn : IDisposable
    {
        private readonly nint _mutex;

        public Turn(SqliteConnection connection) => SqliteCalls.Enter(_mutex = SqliteCalls.Mutex(connection.Handle!.DangerousGetHandle()));

        public void Dispose() => SqliteCalls.Leave(_mutex);
    }

    private static void Check(SqliteConnection connection, int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
}
