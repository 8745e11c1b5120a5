using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>The real program dies, as by kill -9, at ten points of the chain. What it acknowledged stays, and nothing is there twice.</summary>
public abstract class KillTests(On on) : CastTest(on)
{
    private readonly CookieContainer _cookies = new();
    private RunningProgram? _program;
    private HttpClient? _browser;

    private string KillAt => Path.Combine(Store.Settings.Folder, "kill-at");

    // The program in its own process has no clock of ours.
    protected override void Replace(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task A_line_that_was_being_saved_is_there_once_when_it_is_sent_again()
    {
        await Start();
        await SignIn(Cast.Amina);
        var conversation = $"/p/{Cast.Pole.Slug}/conversation";
        var lines = 0;
        // The line's own commit, then that of the dialogue: each dies before it, and after it with no answer given.
        foreach (var point in new[] { "commit.before", "commit.after", "commit.after commit.before", "commit.after commit.after" })
        {
            await _browser!.Post(conversation, new() { ["text"] = $"{++lines}h hier au cotech avec Elips" });
            var card = await _browser!.Page(conversation);
            Dictionary<string, string> yes = new() { ["text"] = "oui", ["key"] = card.QuerySelectorAll("input[name=key]")[^1].GetAttribute("value")! };
            await DieAt(point, () => _browser!.Send(card, conversation, yes));

            await Start();
            Assert.Equal(HttpStatusCode.SeeOther, (await _browser!.Send(card, conversation, yes)).StatusCode);
            Assert.Equal(Enumerable.Range(1, lines).Select(n => n * 60L), (await Get<Contributions>().Mine(Cast.Amina)).Lines.Select(l => l.Minutes).Order());
            Assert.Equal(lines, await Told("ContributionLogged"));
            await NothingIsMissingInTheFeed();
        }
    }

    [Fact]
    public async Task A_digest_that_was_asked_for_is_compiled_once_wherever_the_program_died()
    {
        await Start();
        var digests = Get<Digests>();
        var month = new DateOnly(2026, 1, 1);
        foreach (var point in new[] { "dispatch.before", "dispatch.paid", "digest.begun", "digest.sealing", "digest.sealing commit.before", "digest.sealing commit.after" })
        {
            await Db.Write(Cast.Pole.Id, tx => tx.Execute("""
                insert into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at) values (@point, @pole, @giver, 'locaux', @month, 'web', 'validated', 0)
                """, new { point, month, pole = Cast.Pole.Id, giver = Cast.Organisation("Elips") }));
            string? id = null;
            await DieAt(point, async () => id = await digests.Ask(Cast.Chloe, month, month.AddMonths(1).AddDays(-1)));

            await Db.Write(null, tx => tx.Execute("update deliveries set due_at = 0 where delivered_at is null")); // the dead one's lease is over
            await Start();
            await Soon.True(async () => (await digests.One(Cast.Chloe, id!)).State == Digest.Compiled, $"After {point} the digest was not compiled.", seconds: 60);
            Assert.Equal(1, (await digests.One(Cast.Chloe, id!)).Lines + (await digests.One(Cast.Chloe, id!)).Excluded);
            await Soon.True(async () => await Db.One<long>("select count(*) from deliveries where delivered_at is null") == 0);
            month = month.AddMonths(1);
            Assert.Equal(month.Month - 1, await Told("DigestCompiled"));
            await NothingIsMissingInTheFeed();
        }
    }

    private async Task Start()
    {
        if (_program is not null) await _program.DisposeAsync();
        _program = await RunningProgram.Mortal(Store, Db, KillAt);
        // The session outlives the program: its key is in the store.
        _browser?.Dispose();
        _browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = _program.Address };
    }

    private async Task SignIn(Actor person)
    {
        var answer = await _browser!.Send(await _browser!.Page("/connexion"), Demonstration.Address, new() { ["person"] = person.PersonId, ["pole"] = Cast.Pole.Slug });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Does something that the program does not survive.</summary>
    /// <param name="point">Steps that it takes one after the other; it dies at the last.</param>
    private async Task DieAt(string point, Func<Task> act)
    {
        await File.WriteAllTextAsync(KillAt + ".new", point);
        File.Move(KillAt + ".new", KillAt, overwrite: true);
        try { await act(); }
        catch (HttpRequestException) { }
        await Soon.True(() => Task.FromResult(_program!.Process.HasExited), $"The program did not come to {point}.", seconds: 60);
    }

    private Task<long> Told(string what) => Db.One<long>("select count(*) from events where name = @what", new { what });

    private async Task NothingIsMissingInTheFeed()
    {
        var numbers = await Db.Read<long>("select seq from events where pole_id = @Id order by seq", Cast.Pole);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        Assert.Equal(numbers.Count, (await Get<Poles>().BySlug(Cast.Pole.Slug))!.Seq);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _browser?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class KillOnSqlite() : KillTests(On.Sqlite);

public sealed class KillOnPostgres() : KillTests(On.Postgres);
