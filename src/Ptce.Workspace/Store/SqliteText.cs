using System.Buffers;
using System.Buffers.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>Puts rows that are text into a table, cutting them at their tabs: many rows a statement, prepared once, and no object for a value.</summary>
/// <remarks>A statement that triggers may abort keeps a journal of its own, which inside a savepoint costs more than a row: so it is one for many.</remarks>
internal sealed class SqliteText
{
    private const int MostValues = 4000; // per statement; SQLite takes 32 766
    private const int Triggers = 1003, References = 1002; // SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_FKEY
    private const byte Tab = (byte)'\t', End = (byte)'\n', Escape = (byte)'\\', Null = (byte)'-';
    private static readonly SearchValues<byte> Cuts = SearchValues.Create([Tab, End]);

    private readonly SqliteConnection _connection;
    private readonly string _table;
    private readonly IReadOnlyList<string> _columns;
    private readonly bool[] _whole; // columns of whole numbers: bound as such, the store need not read their digits

    private SqliteText(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        (_connection, _table, _columns) = (connection, table, columns);
        var whole = connection.Query<string>("select name from pragma_table_info(@table) where lower(type) in ('bigint', 'integer')", new { table }).ToHashSet();
        _whole = [.. columns.Select(whole.Contains)];
    }

    /// <param name="ofOneParent">
    /// The first field is the same on every row, and the table's triggers and references ask after nothing else: what the first row was allowed,
    /// the others are, for nobody writes between them.
    /// </param>
    /// <exception cref="SqliteException">The store refuses a row.</exception>
    public static void Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, ReadOnlyMemory<byte> rows, bool ofOneParent)
    {
        using var pinned = rows.Pin(); // bound where they are, and read until the statement is gone
        var text = new SqliteText(connection, table, columns);
        var left = rows.Span;
        if (!ofOneParent || left.IsEmpty)
        {
            text.InsertAll(left, default);
            return;
        }
        var parent = left[..left.IndexOf(Tab)];
        left = text.Insert(left, 1, 1, parent);
        using (new Unguarded(connection)) text.InsertAll(left, parent);
    }

    private void InsertAll(ReadOnlySpan<byte> rows, ReadOnlySpan<byte> parent)
    {
        var together = MostValues / _columns.Count;
        var count = rows.Count(End);
        rows = Insert(rows, together, count / together, parent);
        if (count % together is > 0 and var rest) Insert(rows, rest, 1, parent);
    }

    /// <param name="parent">What the first field of each row must be; empty where it may be anything.</param>
    /// <returns>The rows that are left.</returns>
    private ReadOnlySpan<byte> Insert(ReadOnlySpan<byte> rows, int together, int times, ReadOnlySpan<byte> parent)
    {
        if (times == 0) return rows;
        var row = $"({string.Join(", ", _columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_connection.Handle, $"insert into {_table} ({string.Join(", ", _columns)}) values {string.Join(", ", Enumerable.Repeat(row, together))}", out var insert));
        using (insert)
        using (new Turn(_connection))
        {
            var all = rows;
            var bound = new Range?[together * _columns.Count]; // bindings stay: what a place held in the row before is bound once
            for (; times > 0; times--)
            {
                for (var i = 0; i < bound.Length; i++)
                {
                    var (cut, column) = (rows.IndexOfAny(Cuts), i % _columns.Count);
                    var field = rows[..cut];
                    if (rows[cut] == End != (column == _columns.Count - 1)) throw new FormatException($"A row of {_table} has not {_columns.Count} fields.");
                    if (column == 0 && !parent.IsEmpty && !field.SequenceEqual(parent)) throw new FormatException($"A row of {_table} has another parent.");
                    var start = all.Length - rows.Length;
                    if (bound[i] is not { } before || !field.SequenceEqual(all[before]))
                    {
                        Check(Bind(insert.DangerousGetHandle(), i + 1, field, _whole[column]));
                        bound[i] = start..(start + cut);
                    }
                    rows = rows[(cut + 1)..];
                }
                if (raw.sqlite3_step(insert) is var outcome && outcome != raw.SQLITE_DONE) Check(outcome);
                Check(raw.sqlite3_reset(insert));
            }
        }
        return rows;
    }

    private static unsafe int Bind(nint insert, int parameter, ReadOnlySpan<byte> value, bool whole)
    {
        if (value is [Null]) return SqliteCalls.BindNull(insert, parameter);
        if (whole && Utf8Parser.TryParse(value, out long number, out var read) && read == value.Length) return SqliteCalls.BindNumber(insert, parameter, number);
        var copied = value.Contains(Escape);
        if (copied) value = TextRecords.Unescape(value);
        // What has no bytes at all still has an address: else it would be null. What is not copied is pinned by the caller.
        fixed (byte* text = value.IsEmpty ? "\0"u8 : value)
            return SqliteCalls.BindText(insert, parameter, text, value.Length, copied ? SqliteCalls.Transient : SqliteCalls.Static);
    }

    /// <summary>The connection's lock, held over all the calls instead of by each.</summary>
    private readonly ref struct Turn : IDisposable
    {
        private readonly nint _mutex;

        public Turn(SqliteConnection connection) => SqliteCalls.Enter(_mutex = SqliteCalls.Mutex(connection.Handle!.DangerousGetHandle()));

        public void Dispose() => SqliteCalls.Leave(_mutex);
    }

    /// <summary>While it lasts, triggers and references ask nothing on this connection: their question was answered already.</summary>
    private readonly ref struct Unguarded : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Unguarded(SqliteConnection connection)
        {
            _connection = connection;
            Ask(0);
        }

        public void Dispose() => Ask(1);

        private void Ask(int whether)
        {
            foreach (var guard in (ReadOnlySpan<int>)[Triggers, References])
                SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(_connection.Handle, guard, whether, out _), _connection.Handle);
        }
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _connection.Handle);
}
