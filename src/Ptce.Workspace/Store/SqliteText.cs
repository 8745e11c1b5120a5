using System.Buffers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>Puts rows that are text into a table, cutting them at their tabs: one statement, prepared once, and no object for a value.</summary>
internal static class SqliteText
{
    private const byte Tab = (byte)'\t', End = (byte)'\n', Escape = (byte)'\\', Null = (byte)'-';
    private static readonly SearchValues<byte> Cuts = SearchValues.Create([Tab, End]);

    /// <exception cref="SqliteException">The store refuses a row.</exception>
    public static void Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlySpan<byte> rows)
    {
        var sql = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})";
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, sql, out var insert));
        using (insert)
        {
            var absent = new bool[columns.Count]; // bindings stay from row to row: what is null twice is bound once
            while (!rows.IsEmpty)
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    var cut = rows.IndexOfAny(Cuts);
                    var value = rows[..cut];
                    if (rows[cut] == End != (i == columns.Count - 1)) throw new FormatException($"A row of {table} has not {columns.Count} fields.");
                    rows = rows[(cut + 1)..];
                    Bind(insert, i, value, absent);
                }
                if (raw.sqlite3_step(insert) is var outcome && outcome != raw.SQLITE_DONE) Check(connection, outcome);
                Check(connection, raw.sqlite3_reset(insert));
            }
        }
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
        raw.sqlite3_bind_text(insert, column + 1, value);
    }

    private static void Check(SqliteConnection connection, int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
}
