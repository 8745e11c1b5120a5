using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Ptce.Workspace.EndToEnd;

/// <summary>The program as a person first meets it in a terminal.</summary>
public sealed class FirstRunStory
{
    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory("ptce-").FullName;
        try
        {
            Sentence(await Running.Ends(["--data", folder, "--urls", $"http://{other.LocalEndpoint}"]), "port est déjà pris");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--data", "/proc/ptce-nowhere", "/proc/ptce-nowhere ne peut pas être créé")]
    [InlineData("--connection", "Host=;;Nonsense=1", "chaîne de connexion PostgreSQL n'est pas lisible")]
    [InlineData("--connection", "Host=127.0.0.1;Port=1;Username=ptce;Database=ptce;Timeout=2", "PostgreSQL ne répond pas")]
    public async Task A_store_that_cannot_be_used_is_said_in_one_sentence(string option, string value, string words)
    {
        var folder = Directory.CreateTempSubdirectory("ptce-").FullName;
        try
        {
            string[] data = option == "--data" ? [] : ["--data", folder];
            Sentence(await Running.Ends([.. data, option, value, "--urls", "http://127.0.0.1:0"]), words);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var first = await Running.Start();
        await first.Kill();
        var (events, lines, people) = Counted(first.Folder);
        Assert.True(events > 1_000 && lines > 1_000 && people > 25, $"{events} events, {lines} lines, {people} people");

        await using var second = await Running.Start(folder: first.Folder);
        await second.Kill();
        Assert.Equal((events, lines, people), Counted(first.Folder));
        Assert.Contains(second.Address, second.Said, StringComparison.Ordinal); // it says what to open
    }

    [Fact]
    public async Task In_production_nothing_is_seeded_and_no_cast_is_offered()
    {
        await using var program = await Running.Start("Production");
        using var http = new HttpClient { BaseAddress = new Uri(program.Address) };
        var page = WebUtility.HtmlDecode(await http.GetStringAsync("/connexion"));
        Assert.DoesNotContain("Camille Aubry", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"person\"", page, StringComparison.Ordinal);
        using var door = await http.PostAsync(Demonstration.Address, new FormUrlEncodedContent([new("person", "someone")]));
        Assert.Equal(HttpStatusCode.NotFound, door.StatusCode);
        Assert.Equal((0, 0, 0), Counted(program.Folder));
    }

    private static void Sentence((int Code, string Said) end, string words)
    {
        Assert.Equal(1, end.Code);
        Assert.Contains(words, end.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Said, StringComparison.Ordinal);
        Assert.Single(end.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static (long Events, long Lines, long People) Counted(string folder)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "ptce.db")};Pooling=False");
        store.Open();
        return (Count("events"), Count("contributions"), Count("people"));

        long Count(string table)
        {
            using var question = store.CreateCommand();
            question.CommandText = $"select count(*) from {table}";
            return (long)question.ExecuteScalar()!;
        }
    }
}
