using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Aujourd'hui: what waits for me, what happened, what my organisation gave and received.</summary>
public sealed class TodayPage(Waiting waiting, Feed feed, Contributions contributions, Digests digests, Guests guests, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>Rows of each waiting list shown here; the rest is one tap away.</summary>
    public const int MostRows = 5;

    private const int MostEvents = 15;

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Waiting.ForMe ForMe { get; private set; } = null!;
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public Bars? Balance { get; private set; }

    /// <summary>For those who read nothing else of the pole; newest first.</summary>
    public IReadOnlyList<Digest> Approved { get; private set; } = [];

    public DateOnly From => new(Today.Year, (Today.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>Only events before this number.</summary>
    [FromQuery(Name = "avant")]
    public long? Before { get; set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostConfirm(string id)
    {
        var line = await contributions.Confirm(Actor, id);
        TempData["Notice"] = t["today.confirmed", line.Amount(t)];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostValidate(string id)
    {
        await contributions.Validate(Actor, id);
        TempData["Notice"] = t["today.validated", (await contributions.One(Actor, id)).Amount(t)];
        return RedirectToPage();
    }

    /// <summary>The hours of a meeting become a line: one tap.</summary>
    public async Task<IActionResult> OnPostSubmit(string id)
    {
        await contributions.Submit(Actor, id);
        TempData["Notice"] = t["today.confirmed", (await contributions.One(Actor, id)).Amount(t)];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDiscard(string id)
    {
        await contributions.Cancel(Actor, id);
        return RedirectToPage();
    }

    /// <summary>A guest's point goes on the agenda of its meeting, or not.</summary>
    public async Task<IActionResult> OnPostGuestPoint(string point, string act)
    {
        await guests.Decide(Actor, point, act);
        return RedirectToPage();
    }

    public async Task Load()
    {
        if (!Actor.May(Act.ReadPole))
        {
            Approved = [.. (await digests.List(Actor)).Where(d => d.State == Digest.Approved).Take(MostRows)];
            return;
        }
        ForMe = await waiting.Of(Actor);
        Happened = await feed.Recent(Actor, t, Before, MostEvents);
        Balance = Actor.OrganisationId is null || !Actor.May(Act.ReadPole) ? null : Draw(await contributions.Balance(Actor, From, From.AddMonths(3).AddDays(-1)));
    }

    public Contribution[] First(IReadOnlyList<Contribution> lines) => [.. lines.Take(MostRows)];

    private Bars? Draw(IReadOnlyList<Exchange> exchanges)
    {
        if (exchanges.Count == 0) return null;
        var lines = $"/p/{Actor.PoleSlug}/contributions?du={From:yyyy-MM-dd}&au={From.AddMonths(3).AddDays(-1):yyyy-MM-dd}";
        var shown = exchanges.Take(MostRows).ToList();
        var others = exchanges.Skip(MostRows).ToList();
        var rows = shown.SelectMany(e => new[]
        {
            Drawn(e.Name is null ? t["today.given_to_pole"] : t["today.given_to", e.Name], e.GivenMinutes, given: true),
            Drawn(t["today.received_from", e.Name], e.ReceivedMinutes, given: false),
        }).Append(Drawn(t["today.given_to_others"], others.Sum(e => e.GivenMinutes), given: true))
            .Append(Drawn(t["today.received_from_others"], others.Sum(e => e.ReceivedMinutes), given: false))
            .Where(bar => bar.Value > 0);
        return new Bars(
            t["today.balance_finding", Actor.OrganisationName, t.Duration(exchanges.Sum(e => e.GivenMinutes)), t.Duration(exchanges.Sum(e => e.ReceivedMinutes))],
            t["today.with_whom"], t["today.hours"], [.. rows]);

        Bar Drawn(string label, long minutes, bool given) => new(label, minutes, t.Duration(minutes), lines, Second: !given);
    }
}
