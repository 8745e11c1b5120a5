using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Travaux : what ran by itself, how long, what it did, what failed and why, what comes next; run now, try again, pause.</summary>
public sealed class JobsPage(JobRuns runs, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/travaux";
    public DateTimeOffset Now => clock.GetUtcNow();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "travail")]
    public string? Job { get; set; }

    [BindProperty(SupportsGet = true, Name = "issue")]
    public string? Outcome { get; set; }

    public IReadOnlyList<JobRuns.Standing> Jobs { get; private set; } = [];
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];
    public bool KeepsHouse { get; private set; }

    /// <summary>The latest run of each job and object: what failed before it and worked since needs nobody.</summary>
    private HashSet<string> _latest = [];

    public static readonly IReadOnlyList<string> Outcomes = ["running", JobRun.Succeeded, JobRun.Failed, JobRun.Interrupted];

    public bool Filtered => Search is not null || Job is not null || Outcome is not null;
    public bool UnderWay => Runs.Any(r => r.Runs) || Jobs.Any(j => j.Last is { Runs: true });

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostRun(string name) => Then(runs.Ask(Actor, name), "jobs.page.asked");

    public Task<IActionResult> OnPostRetry(string id) => Then(runs.Retry(Actor, id), "jobs.page.asked");

    public Task<IActionResult> OnPostPause(string name) => Then(runs.Pause(Actor, name), "jobs.page.paused");

    public Task<IActionResult> OnPostResume(string name) => Then(runs.Resume(Actor, name), "jobs.page.resumed");

    private async Task<IActionResult> Then(Task act, string notice)
    {
        await act;
        TempData["Notice"] = t[notice];
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        if (string.IsNullOrWhiteSpace(Search)) Search = null;
        if (!Outcomes.Contains(Outcome)) Outcome = null;
        if (string.IsNullOrWhiteSpace(Job)) Job = null;
        // What failed, then what runs, then the order of the schedule.
        Jobs = [.. (await runs.Board(Actor)).OrderByDescending(j => j.Last?.Outcome == JobRun.Failed).ThenByDescending(j => j.Last is { Runs: true })];
        Runs = await runs.Recent(Actor, t, Job, Outcome, Search);
        KeepsHouse = await runs.KeepsHouse(Actor);
        _latest = [.. Runs.GroupBy(r => (r.Name, r.Subject)).Select(g => g.First().Id)];
    }

    public bool MayRetry(JobRun run) => run.Outcome is JobRun.Failed or JobRun.Interrupted && _latest.Contains(run.Id) && Actor.May(Act.RunJob);

    public bool MayRun(JobRuns.Standing job) => job is { Row: not null, Last: not { Runs: true } } && (!job.Row.OfTheHouse || KeepsHouse);
}
