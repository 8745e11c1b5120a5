using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>A reading by the million: the row under the cursor gives its values as the UTF-8 bytes of their text, and nothing is allocated for it on SQLite.</summary>
/// <remarks>A value is valid until <see cref="Next"/>. A whole number's text is its decimal digits.</remarks>
public abstract class Cursor : IAsyncDisposable
{
    public abstract ValueTask<bool> Next();

    /// <summary>Empty for null.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    public abstract bool IsNull(int column);

    /// <summary>A whole number; 0 for null.</summary>
    public abstract long Number(int column);

    public long? MaybeNumber(int column) => IsNull(column) ? null : Number(column);

    public abstract ValueTask DisposeAsync();

    internal static Cursor Over(DbDataReader reader, DbConnection connection) =>
        reader is IWrappedDataReader { Reader: SqliteDataReader sqlite } ? new OnSqlite(reader, sqlite, SqliteCalls.Mutex(((SqliteConnection)connection).Handle!.DangerousGetHandle())) : new OnAny(reader);

    /// <summary>Takes the addresses of a row's values at once, under one turn of the connection's lock instead of one for each call.</summary>
    private sealed unsafe class OnSqlite(DbDataReader opened, SqliteDataReader reader, nint mutex) : Cursor
    {
        private readonly nint[] _values = new nint[opened.FieldCount];
        private readonly int[] _lengths = new int[opened.FieldCount];
        private nint _row;

        public override ValueTask<bool> Next()
        {
            if (!reader.Read()) return new(false);
            _row = reader.Handle!.DangerousGetHandle();
            SqliteCalls.Enter(mutex);
            for (var i = 0; i < _values.Length; i++)
            {
                // The store turns a number into its text itself when it is asked for bytes.
                _values[i] = (nint)SqliteCalls.ColumnBlob(_row, i);
                _lengths[i] = _values[i] == 0 ? 0 : SqliteCalls.ColumnBytes(_row, i);
            }
            SqliteCalls.Leave(mutex);
            return new(true);
        }

        public override ReadOnlySpan<byte> this[int column] => new((void*)_values[column], _lengths[column]);

        public override bool IsNull(int column) => _values[column] == 0 && SqliteCalls.ColumnType(_row, column) == raw.SQLITE_NULL;

        public override long Number(int column) => SqliteCalls.ColumnNumber(_row, column);

        public override ValueTask DisposeAsync() => opened.DisposeAsync();
    }

    private sealed class OnAny(DbDataReader reader) : Cursor
    {
        private readonly byte[]?[] _values = new byte[reader.FieldCount][];

        public override async ValueTask<bool> Next()
        {
            if (!await reader.ReadAsync()) return false;
            for (var i = 0; i < _values.Length; i++)
                _values[i] = reader.IsDBNull(i) ? null : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!);
            return true;
        }

        public override ReadOnlySpan<byte> this[int column] => _values[column];

        public override bool IsNull(int column) => _values[column] is null;

        public override long Number(int column) => IsNull(column) ? 0 : long.Parse(this[column], CultureInfo.InvariantCulture);

        public override ValueTask DisposeAsync() => reader.DisposeAsync();
    }
}
