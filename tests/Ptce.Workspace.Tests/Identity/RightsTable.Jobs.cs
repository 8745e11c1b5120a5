namespace Ptce.Workspace.Tests;

/// <summary>The rows of the job board.</summary>
public static class JobRights
{
    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadJobs, "JobRuns.Board", (s, a) => s.Get<JobRuns>().Board(a), NoForeignId: true),
        new(Act.ReadJobs, "JobRuns.Recent", (s, a) => s.Get<JobRuns>().Recent(a, new Say("fr")), NoForeignId: true),
        new(Act.ReadDiagnostic, "Diagnostics.Of", (s, a) => s.Get<Diagnostics>().Of(a), NoForeignId: true),
        new(Act.RunJob, "JobRuns.Ask", (s, a) => s.Get<JobRuns>().Ask(a, "meetings"), NoForeignId: true),
        new(Act.RunJob, "JobRuns.Retry", async (s, a) => await s.Get<JobRuns>().Retry(a, await FailedRun(s))),
        new(Act.PauseJob, "JobRuns.Pause", async (s, a) =>
        {
            await OfTheHouse(s, a);
            await s.Get<JobRuns>().Pause(a, "meetings");
        }, NoForeignId: true),
        new(Act.PauseJob, "JobRuns.Resume", async (s, a) =>
        {
            await OfTheHouse(s, a);
            await s.Get<JobRuns>().Resume(a, "meetings");
        }, NoForeignId: true),
    ];

    public static IEnumerable<Guarded> OfWebhooks =>
    [
        new(Act.ManageWebhooks, "Webhooks.List", (s, a) => s.Get<Webhooks>().List(a), NoForeignId: true),
        new(Act.ManageWebhooks, "Webhooks.Add", (s, a) => s.Get<Webhooks>().Add(a, "https://93.184.215.14/ptce"), NoForeignId: true),
        new(Act.ManageWebhooks, "Webhooks.Choose", async (s, a) => await s.Get<Webhooks>().Choose(a, await Webhook(s), [nameof(ContributionLogged)])),
        new(Act.ManageWebhooks, "Webhooks.Remove", async (s, a) => await s.Get<Webhooks>().Remove(a, await Webhook(s))),
        new(Act.ManageWebhooks, "Webhooks.Test", async (s, a) =>
        {
            var id = await Webhook(s);
            try { await s.Get<Webhooks>().Test(a, id); }
            catch (Refused e) when (e.Key == "webhooks.no_answer") { } // it was asked: nobody listens there
        }),
    ];

    private static async Task<string> Webhook(Stage s)
    {
        await s.Get<Db>().Write(null, tx => tx.Execute("delete from webhooks"));
        var (id, _) = await s.Get<Webhooks>().Add(s.Entitled, "https://93.184.215.14/ptce");
        await s.Get<Db>().Write(null, tx => tx.Execute("update webhooks set url = 'https://127.0.0.1:1/' where id = @id", new { id }));
        return id;
    }

    /// <summary>A mandate over the whole installation: whether it opens anything is for the act to say.</summary>
    private static Task<int> OfTheHouse(Stage s, Actor actor) => s.Get<Db>().Write(null, tx => tx.Execute("""
        insert into mandates (id, person_id, role, from_day) values (@id, @PersonId, 'administrator', '2020-01-01')
        """, new { id = Ids.New(), actor.PersonId }));

    /// <summary>A run of the first pole that failed. No mandate over the whole installation must be left from another row.</summary>
    private static async Task<string> FailedRun(Stage s)
    {
        var id = Ids.New();
        await s.Get<Db>().Write(null, tx => tx.Execute("""
            insert into job_runs (id, name, subject, pole_id, started_by, node, started_at, beat_at, ended_at, outcome)
            values (@id, 'digest', 'x', @pole, 'demand', 'here', @Now, @Now, @Now, 'failed')
            """, new { id, pole = s.Cast.Pole.Id, tx.Now }));
        return id;
    }
}
