using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace Ptce.Workspace;

/// <summary><c>in @ids</c> means the same on both stores: SQLite gets the list spelled out by Dapper, PostgreSQL an array.</summary>
internal static partial class Lists
{
    /// <summary>The SQL as this store reads it. The list itself must be an array or a <see cref="List{T}"/>.</summary>
    public static string For(DbConnection connection, string sql) =>
        connection is NpgsqlConnection && sql.Contains("in @", StringComparison.Ordinal)
            ? InList().Replace(sql, m => m.Groups[1].Success ? $"<> all(@{m.Groups[2].Value})" : $"= any(@{m.Groups[2].Value})")
            : sql;

    [GeneratedRegex(@"\b(not )?in @(\w+)")]
    private static partial Regex InList();
}
