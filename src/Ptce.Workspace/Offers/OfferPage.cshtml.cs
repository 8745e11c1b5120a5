using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One offer or need: what it is, where it stands, what came of it.</summary>
public sealed partial class OfferPage(Offers offers, Agreements agreements, Workshops workshops, Purchases purchases, Photos photos, Yields yields, Showcase showcase, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int MostCameOfIt = 10;

    [FromRoute] public string Id { get; set; } = "";

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Offer Offer { get; private set; } = null!;
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>What was asked and agreed about it, for the reader's eyes.</summary>
    public MatchList CameOfIt { get; private set; } = new([], null);

    public IReadOnlyList<Happening> Happened { get; private set; } = [];

    public bool Open => Offer.StateOn(Today) == Stages.Open && Offer.Kind != Kinds.AchatGroupe;
    public bool MayReply => Open && Actor.OrganisationId is { } own && own != Offer.OrganisationId && Actor.May(Act.AskMatch);

    /// <summary>Whether the reader may put this suggestion to the two: for one's own organisation, or as the animation cell for both.</summary>
    public bool MayAsk(Offer other) => Actor.May(Act.ManageOffers) || Actor.OrganisationId == Offer.OrganisationId || Actor.OrganisationId == other.OrganisationId;

    /// <summary>Series of meetings before which an open need may be put.</summary>
    public IReadOnlyList<MeetingSeries> Series { get; private set; } = [];
    public bool MayRaise => Open && Offer.IsNeed && Series.Count > 0;
    public bool MayChange => Offers.MayChange(Actor, Offer);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostClose() => Done(offers.Close(Actor, Id), "offers.closed_now");

    public Task<IActionResult> OnPostReopen() => Done(offers.Reopen(Actor, Id), "offers.reopened_now");

    /// <summary>Answers this offer or need directly.</summary>
    public async Task<IActionResult> OnPostReply(string? quantity, string? unit, string? from, string? to, string? note)
    {
        var terms = new Terms(Field.NumberIfAny(quantity, "quantity"), unit, Field.DayIfAny(from, "from"), Field.DayIfAny(to, "to"), note);
        var offer = await offers.One(Actor, Id);
        return Asked(await agreements.Ask(Actor, offer.IsNeed ? null : Id, offer.IsNeed ? Id : null, terms));
    }

    public Task<IActionResult> OnPostRaise(string series) => Done(agreements.Raise(Actor, Id, series), "agreements.raised_now");

    public async Task<IActionResult> OnPostPhoto(IFormFile? photo, string? shows, CancellationToken stop)
    {
        await using var content = photo?.OpenReadStream() ?? throw new Refused("photo", "evidence.nothing");
        return await Done(photos.Add(Actor, offers, Id, null, shows, content, stop), "photos.added");
    }

    /// <summary>Puts a suggestion to the two organisations.</summary>
    public async Task<IActionResult> OnPostAsk(string other)
    {
        var offer = await offers.One(Actor, Id);
        return Asked(await agreements.Ask(Actor, offer.IsNeed ? other : Id, offer.IsNeed ? Id : other));
    }

    public async Task Load()
    {
        Offer = await offers.One(Actor, Id);
        Suggestions = await agreements.Suggestions(Actor, Id);
        if (Offer.IsNeed && Actor.May(Act.ProposePoint)) Series = [.. (await workshops.Series(Actor)).Where(s => !(s.Ends < Today))];
        await LoadBeside();
        CameOfIt = await agreements.Matches(Actor, new(OfferId: Id), most: MostCameOfIt);
        Happened = await feed.Of(Actor, Id, t);
    }

    private SeeOther Asked(Match match)
    {
        TempData["Notice"] = t["agreements.replied_now"];
        return new SeeOther(agreements.Page(Actor, match.Id));
    }

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther(offers.Page(Actor, Id));
    }
}
