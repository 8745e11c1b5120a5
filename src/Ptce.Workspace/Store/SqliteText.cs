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
    public static void Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlySpan<byte> rows)
    {
        var together = MostValues / columns.Count;
        var left = rows.Count(End);
        rows = Insert(connection, table, columns, rows, together, left / together);
        Insert(connection, table, columns, rows, 1, left % together);
    }

    /// <returns>The rows that are left.</returns>
    private static ReadOnlySpan<byte> Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlySpan<byte> rows, int together, int times)
    {
        if (times == 0) return rows;
        var row = $"({string.Join(", ", columns.Select(_ => "?"))})";
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, $"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", Enumerable.Repeat(row, together))}", out var insert));
        using (insert)
        {
            var absent = new bool[together * columns.Count]; // bindings stay: what is null twice is bound once
            for (; times > 0; times--)
            {
                for (var i = 0; i < absent.Length; i++)
                {
                    var cut = rows.IndexOfAny(Cuts);
                    if (rows[cut] == End != (i % columns.Count == columns.Count - 1)) throw new FormatException($"A row of {table} has not {columns.Count} fields.");
                    Bind(insert, i, rows[..cut], absent);
                    rows = rows[(cut + 1)..];
                }
                if (raw.sqlite3_step(insert) is var outcome && outcome != raw.SQLITE_DONE) Check(connection, outcome);
                Check(connection, raw.sqlite3_reset(insert));
            }
        }
        return rows;
    }

    // Text alone: the columns of whole numbers turn it into one.
    private static void Bind(sqlite3_stmt insert, int column, ReadOnlySpan<byte> value, bool[] absent)
    {
        if (value is [Null])
        {
            if (absent[column]) return;
            absent[column] = true;
            raw.sqlite3_bind_null(insert, column + 1);
            return;
        }
        absent[column] = false;
        if (value.Contains(Escape)) value = TextRecords.Unescape(value);
        if (value.IsEmpty) raw.sqlite3_bind_text(insert, column + 1, ""); // no bytes at all would be null
        else raw.sqlite3_bind_text(insert, column + 1, value);
    }

    private static void Check(SqliteConnection connection, int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
}
