using System.Collections.Concurrent;

namespace Ptce.Workspace.Tests;

/// <summary>Two nodes on one PostgreSQL.</summary>
public sealed class NodesTests() : CastTest(On.Postgres)
{
    [Fact]
    public async Task What_one_node_commits_every_node_hears_and_what_it_takes_back_none()
    {
        await using var other = Workspace.Db.Open(Store.Settings, Clock);
        var (here, there) = (Hear(Db), Hear(other));
        await Assert.ThrowsAsync<NotHere>(() => Db.Write(Cast.Pole.Id, async tx =>
        {
            await tx.Announce(null, new PoleCreated(Cast.Pole.Id));
            throw new NotHere();
        }));
        var seq = await Announce(Db);

        await Soon.True(() => here.Contains($"{seq}") && there.Contains($"{seq}"));
        Assert.DoesNotContain(there, n => n != "owed" && long.Parse(n) > seq);

        await Db.Write(null, tx => tx.Owe("mail", "topic", "a"));
        await Soon.True(() => here.Contains("owed") && there.Contains("owed"));
    }

    [Fact]
    public async Task A_node_whose_line_was_cut_listens_again_and_is_told_what_it_missed()
    {
        await using var other = Workspace.Db.Open(Store.Settings, Clock);
        var there = Hear(other);
        var first = await Announce(Db);
        await Soon.True(() => there.Contains($"{first}"));

        await Db.Read<bool>("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'");
        var missed = await Announce(Db);
        await Soon.True(() => there.Contains($"{missed}"));
        var next = await Announce(Db);
        await Soon.True(() => there.Contains($"{next}"));
    }

    private ConcurrentQueue<string> Hear(Db db)
    {
        var heard = new ConcurrentQueue<string>();
        db.News += news =>
        {
            if (news.PoleId == Cast.Pole.Id) heard.Enqueue($"{news.Seq}");
        };
        db.Owed += () => heard.Enqueue("owed");
        ((PostgresDb)db).Listen();
        return heard;
    }

    private async Task<long> Announce(Db db)
    {
        await db.Write(Cast.Pole.Id, tx => tx.Announce(null, new PoleCreated(Cast.Pole.Id)));
        return (await Get<Poles>().BySlug(Cast.Pole.Slug))!.Seq;
    }
}
