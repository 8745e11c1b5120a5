using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Ptce.Workspace;

public sealed partial class Tx
{
    /// <summary>Adds many rows as fast as the store takes them.</summary>
    /// <param name="rows">Values in the order of the columns: text, whole numbers (long) or null.</param>
    public async Task AddRows(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        if (connection is NpgsqlConnection postgres) await Copy(postgres, table, columns, rows);
        else await Insert(table, columns, rows);
    }

    /// <summary>Adds rows that are text already, as PostgreSQL's COPY takes it: fields apart by TAB, each row ended by LF, "-" for null, and \\ \\t \\n \\r \\- for the signs themselves.</summary>
    /// <param name="ofOneParent">
    /// The first field is the same on every row, and the table's triggers and references ask after nothing else: on SQLite they are asked for the first row,
    /// and a row of another parent is refused.
    /// </param>
    public async Task AddText(string table, IReadOnlyList<string> columns, ReadOnlyMemory<byte> rows, bool ofOneParent = false)
    {
        if (connection is NpgsqlConnection postgres) await CopyText(postgres, table, columns, rows);
        else SqliteText.Insert((SqliteConnection)connection, table, columns, rows, ofOneParent);
    }

    private static async Task CopyText(NpgsqlConnection postgres, string table, IReadOnlyList<string> columns, ReadOnlyMemory<byte> rows)
    {
        await using var copy = (StreamWriter)await postgres.BeginTextImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format text, null '-')");
        await copy.BaseStream.WriteAsync(rows);
    }

    private static async Task Copy(NpgsqlConnection postgres, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                if (value is null) await copy.WriteNullAsync();
                else await copy.WriteAsync(value, value is long ? NpgsqlDbType.Bigint : NpgsqlDbType.Text);
            }
        }
        await copy.CompleteAsync();
    }

    // One statement, prepared once: the reading of SQL is most of the cost of a small insert.
    private async Task Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(c => "@" + c))})";
        var values = columns.Select(c =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + c;
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) values[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }
}
