using System.Collections.Concurrent;

namespace Ptce.Workspace.Tests;

public abstract class EventsTests(On on) : CastTest(on)
{
    private sealed record Told(string PoleId, string SubjectId, long? Minutes) : Event(PoleId, SubjectId);

    [Fact]
    public async Task Each_pole_counts_its_own_events_without_gap_or_double_whatever_is_refused_meanwhile()
    {
        var news = new ConcurrentBag<PoleNews>();
        (Db as PostgresDb)?.Listen();
        Db.News += news.Add;
        Pole[] poles = [Cast.Pole, Cast.Other];
        var before = await Task.WhenAll(poles.Select(Last));
        var committed = 0;
        await Task.WhenAll(Enumerable.Range(0, 120).Select(n => Task.Run(async () =>
        {
            try
            {
                await Db.Write(poles[n % 2].Id, async tx =>
                {
                    await tx.Announce(Cast.Amina, new Told(poles[n % 2].Id, $"{n}", n));
                    if (n % 5 == 0) await tx.Announce(null, new Told(poles[n % 2].Id, $"{n}", null));
                    Refused.If(n % 4 == 0, "", "refused.not_here");
                });
                Interlocked.Add(ref committed, n % 5 == 0 ? 2 : 1);
            }
            catch (Refused) { }
        })));

        foreach (var (pole, first) in poles.Zip(before))
        {
            var numbers = await Db.Read<long>("select seq from events where pole_id = @Id order by seq", new { pole.Id });
            Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
            Assert.Equal(numbers[^1], await Last(pole));
            await Soon.True(() => news.Where(n => n.PoleId == pole.Id).Select(n => n.Seq).DefaultIfEmpty().Max() == numbers[^1]);
        }
        Assert.Equal(committed, (await Task.WhenAll(poles.Select(Last))).Sum() - before.Sum());
        Assert.Empty(await Db.Read<string>("select id from events where subject_id in ('0', '4', '60', '116')")); // refused, so nobody hears of it
    }

    [Fact]
    public async Task Two_poles_do_not_wait_for_each_other()
    {
        if (On == On.Sqlite) return; // one writer for all, by design: there the group commit keeps both short
        var (inside, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Db.Write(Cast.Pole.Id, async tx =>
        {
            await tx.Announce(null, new Told(Cast.Pole.Id, "slow", null));
            inside.TrySetResult();
            await finish.Task;
        });
        await inside.Task;
        await Db.Write(Cast.Other.Id, tx => tx.Announce(null, new Told(Cast.Other.Id, "quick", null))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(slow.IsCompleted);
        finish.SetResult();
        await slow;
    }

    [Fact]
    public async Task An_event_keeps_who_when_what_and_only_what_is_known()
    {
        await Db.Write(Cast.Pole.Id, tx => tx.Announce(Cast.Amina, new Told(Cast.Pole.Id, "line", 90)));
        await Db.Write(Cast.Pole.Id, tx => tx.Announce(null, new Told(Cast.Pole.Id, "line", null)));

        var told = await Db.Read<(string Name, string? Actor, long At, string Body)>("select name, actor_id, at, body from events where subject_id = 'line' order by seq");
        var at = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal([("Told", Cast.Amina.PersonId, at, """{"Minutes":90}"""), ("Told", null, at, "{}")], told);
    }

    [Fact]
    public async Task Thirty_poles_at_work_at_once_all_get_through()
    {
        var poles = new List<Pole>();
        for (var n = 0; n < 30; n++) poles.Add(await Get<Poles>().Create($"Pôle {n}", "Europe/Paris"));
        await Task.WhenAll(poles.SelectMany(pole => Enumerable.Range(0, 6).Select(n => Task.Run(() => Db.Write(pole.Id, async tx =>
        {
            await tx.Announce(Cast.Amina, new Told(pole.Id, $"{n}", n));
            await tx.Owe("mail", "topic", $"{n}", pole.Id);
        })))));

        Assert.All(await Get<Poles>().All(), pole => Assert.True(pole.Seq == 7 || pole.Id == Cast.Pole.Id || pole.Id == Cast.Other.Id));
        Assert.Equal(180, await Db.One<long>("select count(*) from deliveries"));
    }

    private async Task<long> Last(Pole pole) => (await Get<Poles>().BySlug(pole.Slug))!.Seq;
}

public sealed class EventsOnSqlite() : EventsTests(On.Sqlite);

public sealed class EventsOnPostgres() : EventsTests(On.Postgres);
