namespace Ptce.Workspace.Tests;

public abstract class RetentionTests(On on) : CastTest(on)
{
    [Fact]
    public async Task What_has_served_its_time_is_forgotten_and_counted_and_the_hours_stay()
    {
        var conversations = Get<Conversations>();
        var say = new Say("fr");
        await conversations.Hear(Cast.Amina, Conversations.Web, "2h hier au cotech avec Elips", say);
        await conversations.Hear(Cast.Amina, Conversations.Web, "oui", say);
        await Get<SignInLinks>().Ask(Cast.Amina.Name is not null ? "amina@val-horizon.test" : "", null);
        await Db.Write(null, async tx =>
        {
            await tx.Execute("update deliveries set delivered_at = created_at");
            await tx.Owe("mail", "sign_in", "stuck");
            await tx.Execute("update deliveries set parked_at = @Now where subject_id = 'stuck'", new { tx.Now });
        });
        await Get<JobRuns>().RunHere("meetings", TestContext.Current.CancellationToken);
        var totals = await Totals();

        Clock.Advance(TimeSpan.FromDays(29));
        Assert.DoesNotContain("Phrases", say.Did(await Get<JobRuns>().RunHere("retention", TestContext.Current.CancellationToken)));
        Assert.NotNull(await Db.One<string?>("select sentence from contributions"));
        Clock.Advance(TimeSpan.FromDays(500));
        await Get<JobRuns>().RunHere("meetings", TestContext.Current.CancellationToken);
        var did = say.Did(await Get<JobRuns>().RunHere("retention", TestContext.Current.CancellationToken)).Plain();

        Assert.Contains("Phrases oubliées : 1", did);
        Assert.Contains("Messages du dialogue oubliés : 4", did);
        Assert.Contains("Envois livrés retirés", did);
        Assert.Contains("Anciennes exécutions retirées : 2", did);
        Assert.Null(await Db.One<string?>("select sentence from contributions"));
        Assert.Equal(0, await Db.One<long>("select count(*) from messages"));
        Assert.Equal(0, await Db.One<long>("select count(*) from sign_in_links"));
        Assert.Equal(["stuck"], await Db.Read<string>("select subject_id from deliveries")); // it waits for a person, however long
        Assert.Equal(totals, await Totals());
        Assert.Equal("Rien à faire", say.Did(await Get<JobRuns>().RunHere("retention", TestContext.Current.CancellationToken)));
    }

    private async Task<(long, long, long)> Totals() => await Db.One<(long, long, long)>("select (select count(*) from contributions), (select sum(minutes) from contributions), (select count(*) from events)");
}

public sealed class RetentionOnSqlite() : RetentionTests(On.Sqlite);

public sealed class RetentionOnPostgres() : RetentionTests(On.Postgres);
