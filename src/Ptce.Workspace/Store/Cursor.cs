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

    internal static Cursor Over(DbDataReader reader) =>
        reader is IWrappedDataReader { Reader: SqliteDataReader sqlite } ? new OnSqlite(reader, sqlite) : new OnAny(reader);

    private sealed class OnSqlite(DbDataReader opened, SqliteDataReader reader) : Cursor
    {
        private sqlite3_stmt? _row;

        public override ValueTask<bool> Next()
        {
            var more = reader.Read();
            _row = reader.Handle;
            return new(more);
        }

        // The store turns a number into its text itself when it is asked for bytes.
        public override ReadOnlySpan<byte> this[int column] => raw.sqlite3_column_blob(_row, column);

        public override bool IsNull(int column) => raw.sqlite3_column_type(_row, column) == raw.SQLITE_NULL;

        public override long Number(int column) => raw.sqlite3_column_int64(_row, column);

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
