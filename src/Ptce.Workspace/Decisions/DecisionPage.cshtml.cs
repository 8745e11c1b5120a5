using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One decision: what was asked, who said what, what came of it by which numbers.</summary>
public sealed class DecisionPage(Decisions decisions, Voting voting, Feed feed, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/decisions/{Id}";
    public string Meeting => $"/p/{Actor.PoleSlug}/ateliers/{Decision.OccurrenceId}/seance";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Decision Decision { get; private set; } = null!;
    public VotingRules Rules { get; private set; } = VotingRules.Usual;
    public IReadOnlyList<DecisionVoice> Voices { get; private set; } = [];
    public IReadOnlyList<string> Mine { get; private set; } = [];
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public Closing? Closed => Decision.Outcome is { } json ? Closing.Read(json) : null;
    public bool MayRun => Actor.May(Act.RunDecision);

    public bool MaySpeakFor(DecisionVoice voice) => Decision.State == Decision.Open && (Mine.Contains(voice.VoiceId) && Actor.May(Act.CastVote) || MayRun);

    public Task OnGet() => Load();

    /// <param name="retour">Where the person was: the meeting's page.</param>
    public Task<IActionResult> OnPostSay(string? voice, string? choice, string? reason, string? retour) => Then(decisions.Say(Actor, Id, voice, choice ?? "", reason), retour);

    public Task<IActionResult> OnPostRun(string act, string? retour) => Then(act switch
    {
        "open" => decisions.Open(Actor, Id),
        "agree" => decisions.Agree(Actor, Id),
        "close" => decisions.Close(Actor, Id),
        "withdraw" => decisions.Withdraw(Actor, Id),
        _ => throw new NotHere(),
    }, retour);

    private async Task<IActionResult> Then(Task act, string? back)
    {
        await act;
        return new SeeOther(SeeOther.Local(back) ?? Here);
    }

    public async Task Load()
    {
        Decision = await decisions.One(Actor, Id);
        Rules = Decision.FrozenRules ?? await voting.Rules(Actor);
        Voices = await decisions.Voices(Actor, Id);
        Mine = await decisions.MyVoices(Actor, Id);
        Happened = await feed.Of(Actor, Id, t);
    }
}
