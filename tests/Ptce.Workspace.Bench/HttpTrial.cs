using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace.Bench;

/// <summary>Contributions logged through the HTTP door, each answered once it is durable, beside bare rows of the same clients committed together on the same disk.</summary>
/// <remarks>Each client is a person with a session of their own, logging a line for each of the last days. The reference is the machine's own limit: one table, no index, no rule, one row of the same length for each client, and a commit with synchronous=FULL for all of them: what the clients, their HTTP and the rules cost stands on our side alone.</remarks>
public sealed class HttpTrial : Trial
{
    private const int Clients = 64, Each = 40, Warm = 8, RowLength = 1_000; // a line, its event and what it owes, in bytes

    public override string Name => "http";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        Pole pole;
        IReadOnlyList<string> people;
        await using (var slices = await bench.Slices(Name))
        {
            pole = await new Ledger(slices).Found("Pôle pressé", 14, Clients);
            people = await slices.GetRequiredService<Db>().Read<string>("select distinct person_id from mandates where pole_id = @Id and organisation_id is not null", new { pole.Id });
        }
        await using var product = await Served.Start(AppContext.BaseDirectory, bench.FolderOf(Name), "Development");
        var clients = new List<HttpClient>();
        foreach (var person in people.Take(Clients)) clients.Add(await product.BrowserOf(person, pole.Slug));
        using var reference = Bare(bench.FolderOf(Name));
        var door = new Uri($"/api/v1/poles/{pole.Slug}/contributions", UriKind.Relative);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        async Task<double> Ours(int round)
        {
            var seconds = await Seconds(() => Task.WhenAll(clients.Select(async (client, number) =>
            {
                for (var i = 0; i < Each; i++)
                {
                    var line = new { day = today.AddDays(-1 - (i % 40)), minutes = 1, kind = "benevolat_usager", activity = "cotech", note = string.Create(CultureInfo.InvariantCulture, $"{round}/{number}/{i}") };
                    using var answer = await client.PostAsJsonAsync(door, line);
                    answer.EnsureSuccessStatusCode();
                }
            })));
            return Clients * Each / seconds;
        }
        async Task<double> Theirs(int round)
        {
            var row = new byte[RowLength];
            var seconds = await Seconds(() =>
            {
                for (var i = 0; i < Each; i++) Commit(reference, row);
                return Task.CompletedTask;
            });
            return Clients * Each / seconds;
        }

        for (var i = 0; i < Warm; i++) await Ours(-1 - i); // until what runs often is compiled for good
        var processor = product.Processor;
        var (ours, theirs) = await Interleaved(bench.Rounds, Ours, Theirs);
        yield return new("HTTP door / grouped FULL commits", ours / theirs, 0.5, AtMost: false, string.Create(CultureInfo.InvariantCulture, $"{Clients} clients: {ours:N0} lines/s, {theirs:N0} bare rows/s; a line takes {(product.Processor - processor).TotalMicroseconds / (bench.Rounds * Clients * Each):N0} µs of a processor"));
        foreach (var client in clients) client.Dispose();
    }

    private static SqliteConnection Bare(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")};Pooling=False");
        connection.Open();
        foreach (var sql in new[] { "pragma journal_mode = wal", "pragma synchronous = full", "create table bare (row blob not null)" }) Execute(connection, sql);
        return connection;
    }

    private static void Commit(SqliteConnection connection, byte[] row)
    {
        Execute(connection, "begin immediate");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into bare (row) values (@row)";
        insert.Parameters.AddWithValue("@row", row);
        for (var client = 0; client < Clients; client++) insert.ExecuteNonQuery();
        Execute(connection, "commit");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
