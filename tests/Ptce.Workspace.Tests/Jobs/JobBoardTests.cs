using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class JobBoardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<IOException> Failed(App app, string name, string? pole, string subject = "") => Assert.ThrowsAsync<IOException>(() =>
        app.Get<JobRuns>().Keep(new(name, subject == "" ? "clock" : "demand", subject, pole), (_, _) => throw new IOException("disk full"), Stop));

    [Fact]
    public async Task The_coordinator_sees_the_poles_runs_and_the_administrator_the_houses_too()
    {
        await using var app = await App.Start();
        var here = $"/p/{app.Cast.Pole.Slug}/travaux";
        await Failed(app, "backup", null);
        await app.Get<JobRuns>().Keep(new("digests", "clock"), (account, _) =>
        {
            account.DidFor(app.Cast.Pole.Id, "jobs.did.digest", JobSaying.Period(new(2026, 7, 1), new(2026, 9, 30)), 214, 3);
            account.DidFor(app.Cast.Other.Id, "jobs.did.digest", JobSaying.Period(new(2026, 7, 1), new(2026, 9, 30)), 777, 0);
            return Task.CompletedTask;
        }, Stop);
        await Failed(app, "digest", app.Cast.Other.Id, "elsewhere");

        var chloe = (await app.SignedIn(app.Cast.Chloe).Page(here)).Says("main");
        Assert.Contains("214 lignes comptées", chloe);
        Assert.DoesNotContain("777", chloe);
        Assert.DoesNotContain("disk full", chloe);
        Assert.DoesNotContain("Sauvegarde", chloe);
        Assert.Contains("Chaque jour à 3 h 20, heure de Paris", chloe);
        Assert.Contains("prochaine fois : 20 nov., 3 h 20", chloe);
        Assert.Contains("rattrapée une fois", chloe);
        var ines = (await app.SignedIn(app.Cast.Ines).Page(here)).Says("main");
        Assert.Contains("disk full", ines);
        Assert.Contains("Sauvegarde", ines);
        Assert.DoesNotContain("777", ines); // of this pole only
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).GetAsync(here)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync(here)).StatusCode);

        await app.Db.Write(null, tx => tx.Execute("insert into mandates (id, person_id, role, from_day) values ('all', @PersonId, 'administrator', '2026-01-01')", new { app.Cast.Ines.PersonId }));
        Assert.Contains("777", (await app.SignedIn(app.Cast.Ines).Page(here)).Says("main"));
    }

    [Fact]
    public async Task A_job_is_run_now_from_the_page_and_its_result_appears_there()
    {
        await using var app = await App.Start();
        var here = $"/p/{app.Cast.Pole.Slug}/travaux";
        var chloe = app.SignedIn(app.Cast.Chloe);

        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=Run", new() { ["name"] = "meetings" })).StatusCode);
        await Soon.True(async () => await app.Db.One<long>("select count(*) from job_runs where name = 'meetings' and outcome = 'done'") == 1, "The job did not run.");
        Assert.Contains("lancé par Chloé Perrin", (await chloe.Page(here)).Says("#runs ~ ul"));
        Assert.Contains("Chloé Perrin a lancé « Prochaines réunions »", (await chloe.Page($"/p/{app.Cast.Pole.Slug}")).Says());

        Assert.Equal(HttpStatusCode.Forbidden, (await chloe.Post(here + "?handler=Run", new() { ["name"] = "backup" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chloe.Post(here + "?handler=Run", new() { ["name"] = "pizza" })).StatusCode);
        Assert.Contains("Rien à faire", (await chloe.Page(here + "?q=reunions")).Says("#runs ~ ul"));
        Assert.Contains("Aucune exécution ne correspond", (await chloe.Page(here + "?q=pizza")).Says("main"));
    }

    [Fact]
    public async Task A_failed_digest_is_tried_again_and_a_paused_job_waits()
    {
        await using var app = await App.Start();
        var here = $"/p/{app.Cast.Pole.Slug}/travaux";
        var id = await app.Get<Digests>().Ask(app.Cast.Chloe, new(2026, 7, 1), new(2026, 9, 30), byJob: false);
        await Failed(app, "digest", app.Cast.Pole.Id, id);
        var run = await app.Db.One<string>("select id from job_runs");

        Assert.Equal(HttpStatusCode.SeeOther, (await app.SignedIn(app.Cast.Chloe).Post(here + "?handler=Retry", new() { ["id"] = run })).StatusCode);
        await Soon.True(async () => (await app.Get<Digests>().One(app.Cast.Chloe, id)).State == Digest.Compiled, "The digest was not compiled.");

        // A pole's own administrator stops nothing for the other poles; who administers the installation does.
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Ines).Post(here + "?handler=Pause", new() { ["name"] = "meetings" })).StatusCode);
        await app.Db.Write(null, tx => tx.Execute("insert into mandates (id, person_id, role, from_day) values ('all', @PersonId, 'administrator', '2026-01-01')", new { app.Cast.Ines.PersonId }));
        await app.SignedIn(app.Cast.Ines).Post(here + "?handler=Pause", new() { ["name"] = "meetings" });
        Assert.True(await app.Get<JobRuns>().IsPaused("meetings"));
        Assert.Contains("En pause", (await app.SignedIn(app.Cast.Chloe).Page(here)).Says("#job-meetings"));
        await app.SignedIn(app.Cast.Ines).Post(here + "?handler=Resume", new() { ["name"] = "meetings" });
        Assert.False(await app.Get<JobRuns>().IsPaused("meetings"));
    }
}
