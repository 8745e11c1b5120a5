using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>The real program dies, as by kill -9, between the channel's knock and the answer.</summary>
public abstract class BotKillTests(On on) : CastTest(on)
{
    private readonly HttpClient _wire = new();
    private FakeConnector _connector = null!;
    private RunningProgram? _program;

    private string KillAt => Path.Combine(Store.Settings.Folder, "kill-at");

    // The program in its own process has no clock of ours.
    protected override void Replace(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _connector = await FakeConnector.Start();
        await Get<TeamsAccounts>().Link(new(Cast.Amina.PersonId, Cast.Amina.Name, null, "fr"), new(TeamsStage.Tenant, "amina", null, null));
    }

    [Fact]
    public async Task What_was_acknowledged_is_answered_after_the_next_start_and_logged_once()
    {
        await Start();
        var lines = 0;
        // A yes is kept, logged, heard, about to be answered, answered: five commits. Between the last two nobody knows whether it was shown.
        foreach (var (point, told) in new[]
        {
            ("commit.after", 1), ("commit.after commit.after", 1), ("commit.after commit.after commit.before", 1), ("commit.after commit.after commit.after commit.before", 1),
            ("commit.after commit.after commit.after commit.after", 0), ("commit.after commit.after commit.after commit.after commit.before", 1),
        })
        {
            await Say($"q{lines}", $"{++lines}h hier au cotech");
            await Soon.True(() => Task.FromResult(Shown($"Noter {lines} h") == 1), $"{point}: the sentence was not answered.", 30);
            await Soon.True(Quiet);
            await File.WriteAllTextAsync(KillAt + ".new", point);
            File.Move(KillAt + ".new", KillAt, overwrite: true);
            try { await Say($"y{lines}", "oui"); }
            catch (HttpRequestException) { }
            await Soon.True(() => Task.FromResult(_program!.Process.HasExited), $"The program did not come to {point}.", seconds: 60);

            // Another node of PostgreSQL's would wait until the dead one's hand is off it.
            await Db.Write(null, tx => tx.Execute("update teams_activities set due_at = 0 where taken_at is null"));
            await Start();
            await Say($"y{lines}", "oui"); // the channel, which got no answer, repeats
            await Soon.True(Quiet, $"{point}: the turn was not taken again.", 60);
            Assert.Equal(Enumerable.Range(1, lines).Select(n => n * 60L), (await Get<Contributions>().Mine(Cast.Amina)).Lines.Select(l => l.Minutes).Order());
            Assert.True(told == Shown($"C'est noté : {lines} h"), $"{point}: told {Shown($"C'est noté : {lines} h")} times.");
        }
    }

    private int Shown(string words) => _connector.Shown.Count(c => c.Method is "POST" && TeamsStage.Text(c.Body).Contains(words, StringComparison.Ordinal));

    private async Task<bool> Quiet() => await Db.One<long>("select count(*) from teams_activities where taken_at is null") == 0;

    private async Task Start()
    {
        if (_program is not null) await _program.DisposeAsync();
        _program = await RunningProgram.Mortal(Store, Db, KillAt);
    }

    private async Task Say(string id, string text)
    {
        using var body = new StringContent($$"""
            {"type":"message","id":"{{id}}","channelId":"msteams","serviceUrl":"{{_connector.Url}}","text":"{{text}}",
             "from":{"id":"29:amina","aadObjectId":"amina"},"recipient":{"id":"28:bot"},
             "conversation":{"id":"a:amina","conversationType":"personal","tenantId":"{{TeamsStage.Tenant}}"} }
            """, Encoding.UTF8, "application/json");
        using var answer = await _wire.PostAsync(new Uri(_program!.Address, BotEndpoint.Path), body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        await _connector.DisposeAsync();
        _wire.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class BotKillOnSqlite() : BotKillTests(On.Sqlite);

public sealed class BotKillOnPostgres() : BotKillTests(On.Postgres);
