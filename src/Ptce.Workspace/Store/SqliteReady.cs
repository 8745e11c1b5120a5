using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ptce.Workspace;

/// <summary>A connection whose statements stand ready: what was run once is run again without its SQL being read anew, which costs more than most statements take.</summary>
/// <remarks>One caller at a time, as every connection. The same text asked for while it still runs gets a statement of its own.</remarks>
internal class SqliteReady(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostReady = 256; // statements: the program has about a thousand, and lists of each length are one more

    private readonly Dictionary<string, Statement> _ready = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();
    private int _running;

    /// <summary>Nothing runs on it, and no transaction is open: whoever comes next finds it as if newly opened.</summary>
    protected bool AtRest => _running == 0 && Transaction is null && raw.sqlite3_get_autocommit(Handle) != 0;

    public override SqliteCommand CreateCommand() => new Asked(this) { Transaction = Transaction };

    private Statement Take(string sql)
    {
        _running++;
        if (_ready.TryGetValue(sql, out var ready) && ready.Begin()) return ready;
        var made = new Statement { CommandText = sql, Connection = this };
        made.Begin();
        if (ready is null) Keep(made);
        return made;
    }

    private void Keep(Statement made)
    {
        _ready.Add(made.CommandText, made);
        _byAge.Enqueue(made.CommandText);
        if (_byAge.Count <= MostReady) return;
        var oldest = _byAge.Dequeue();
        if (!_ready.TryGetValue(oldest, out var leaving)) return;
        if (leaving.Runs) _byAge.Enqueue(oldest);
        else Forget(leaving);
    }

    private void Forget(Statement leaving)
    {
        _ready.Remove(leaving.CommandText);
        leaving.Dispose();
    }

    private void GiveBack(Statement statement, bool sound)
    {
        _running--;
        var kept = _ready.GetValueOrDefault(statement.CommandText) == statement;
        if (sound && kept && statement.Rest()) return;
        if (kept) Forget(statement);
        else statement.Dispose();
    }

    /// <summary>What stays prepared.</summary>
    private sealed class Statement : SqliteCommand
    {
        public bool Runs { get; private set; }

        public bool Begin() => !Runs && (Runs = true);

        /// <returns>False when somebody still reads from it.</returns>
        public bool Rest() => !(Runs = false) && DataReader is null;

        public SqliteDataReader Run(SqliteParameterCollection values, SqliteTransaction? transaction, CommandBehavior behavior)
        {
            Transaction = transaction;
            Parameters.Clear();
            foreach (SqliteParameter value in values)
            {
                // As the SQL writes it: a bare name would be looked for under each of three signs.
                if (char.IsAsciiLetter(value.ParameterName[0])) value.ParameterName = "@" + value.ParameterName;
                Parameters.Add(value);
            }
            return ExecuteReader(behavior);
        }
    }

    /// <summary>What a caller makes, fills, runs and disposes.</summary>
    private sealed class Asked(SqliteReady connection) : SqliteCommand
    {
        private Statement? _statement;

        public override SqliteConnection? Connection
        {
            get => connection;
            set => throw new NotSupportedException("A command stays with its connection.");
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (_statement is not null && _statement.CommandText != CommandText) GiveBack(sound: true);
            _statement ??= connection.Take(CommandText);
            try { return _statement.Run(Parameters, Transaction, behavior); }
            catch
            {
                GiveBack(sound: false);
                throw;
            }
        }

        public override int ExecuteNonQuery()
        {
            var reader = ExecuteReader();
            reader.Dispose();
            return reader.RecordsAffected;
        }

        public override object? ExecuteScalar()
        {
            using var reader = ExecuteReader();
            return reader.Read() ? reader.GetValue(0) : null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) GiveBack(sound: true);
            base.Dispose(disposing);
        }

        private void GiveBack(bool sound)
        {
            if (_statement is null) return;
            connection.GiveBack(_statement, sound);
            _statement = null;
        }
    }
}
