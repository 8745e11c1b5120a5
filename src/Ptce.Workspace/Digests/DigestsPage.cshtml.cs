using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Bilans: the pole's digests, and the form that compiles one.</summary>
public sealed class DigestsPage(Digests digests, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/bilans";
    public DateOnly Today { get; } = actor.Today(clock);
    public bool MayCompile => Actor.May(Act.CompileDigest);
    public bool MaySetRhythm => Actor.May(Act.OpenReview);
    public IReadOnlyList<DigestPeriod> Periods { get; private set; } = [];
    public string Rhythm { get; private set; } = "";
    public IReadOnlyList<Digest> Digests { get; private set; } = [];

    /// <summary>What a person typed, shown again when it was refused.</summary>
    [BindProperty(Name = "from")]
    public string? From { get; set; }

    [BindProperty(Name = "to")]
    public string? To { get; set; }

    /// <summary>Those that wait for this person's approval.</summary>
    public IReadOnlySet<string> Asking { get; private set; } = new HashSet<string>();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost() =>
        new SeeOther($"{Home}/{await digests.Ask(Actor, Field.Day(From, "from"), Field.Day(To, "to"))}");

    public async Task<IActionResult> OnPostRhythm(string? rhythm)
    {
        await digests.SetRhythm(Actor, rhythm ?? "");
        return new SeeOther(Home);
    }

    public async Task Load()
    {
        if (Actor.May(Act.ReadDigests)) (Periods, Rhythm) = (await digests.Usual(Actor), await digests.Rhythm(Actor));
        Digests = await digests.List(Actor);
        var asking = new HashSet<string>();
        foreach (var digest in Digests.Where(d => d.State == Digest.Review))
            if (await digests.MayVote(Actor, digest)) asking.Add(digest.Id);
        Asking = asking;
    }
}
