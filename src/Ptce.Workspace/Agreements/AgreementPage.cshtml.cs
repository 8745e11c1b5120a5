using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>A match or the agreement that came of it: who asked whom, the terms, the signatures, what was delivered, and the lines.</summary>
public sealed class AgreementPage(Agreements agreements, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    [FromRoute] public string Id { get; set; } = "";

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Match Match { get; private set; } = null!;

    /// <summary>Null while one side has not said yes.</summary>
    public Agreement? Agreement { get; private set; }
    public IReadOnlyList<AgreementDelivery> Delivered { get; private set; } = [];

    public IReadOnlyList<Happening> Happened { get; private set; } = [];

    public bool Party => Actor.OrganisationId is { } own && (own == Match.GiverId || own == Match.ReceiverId);
    public bool MayAnswer => Match.State == "asked" && Match.LostOn(Today) is null && Party;
    public bool MaySign => Agreement?.WaitsFor(Actor.OrganisationId) == true;
    public bool MayChange => Party && Agreement?.State is "proposed" or "agreed" && Delivered.Count == 0;
    public bool MayDeliver => Party && Agreement?.State == "agreed";

    /// <summary>What is left to deliver, as the form writes it.</summary>
    public string? LeftToDeliver => Agreement?.Quantity is { } q && q - Delivered.Sum(d => d.Quantity) is var left && left > 0 ? t.Number(left) : null;

    /// <summary>The form's own key, so that a second press notes no delivery twice.</summary>
    public string Key { get; } = Ids.New();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostAccept()
    {
        var match = await agreements.Accept(Actor, Id);
        return Done(match.AgreementId ?? Id, match.AgreementId is null ? "agreements.accepted_now" : "agreements.made_now");
    }

    public async Task<IActionResult> OnPostRefuse(string? reason)
    {
        await agreements.Refuse(Actor, Id, reason ?? "");
        return Done(Id, "agreements.refused_now");
    }

    public async Task<IActionResult> OnPostSign(long version)
    {
        var agreement = await agreements.Sign(Actor, Id, version);
        return Done(Id, agreement.State == "agreed" ? "agreements.both_signed_now" : "agreements.signed_now");
    }

    public async Task<IActionResult> OnPostChange(string? quantity, string? unit, string? from, string? to, string? note)
    {
        await agreements.Change(Actor, Id, new(Field.NumberIfAny(quantity, "quantity"), unit, Field.DayIfAny(from, "from"), Field.DayIfAny(to, "to"), note));
        return Done(Id, "agreements.changed_now");
    }

    public async Task<IActionResult> OnPostCancel(string? reason)
    {
        await agreements.Cancel(Actor, Id, reason ?? "");
        return Done(Id, "agreements.cancelled_now");
    }

    public async Task<IActionResult> OnPostDeliver(string? day, string? delivered, string? unitValue, bool finished, string? key)
    {
        var on = Field.Day(day, "day");
        var delivery = await agreements.Deliver(Actor, Id, on, Field.NumberIfAny(delivered, "quantity"), Field.NumberIfAny(unitValue, "unit_value"), finished, requestKey: key);
        return Done(Id, delivery.ContributionId is null ? "agreements.delivered_at_cost" : "agreements.delivered_now");
    }

    public async Task Load()
    {
        try
        {
            Agreement = await agreements.One(Actor, Id);
            Match = await agreements.Match(Actor, Agreement.MatchId);
        }
        catch (NotHere)
        {
            Match = await agreements.Match(Actor, Id);
            if (Match.AgreementId is { } made) Agreement = await agreements.One(Actor, made);
        }
        if (Agreement is not null) Delivered = await agreements.Deliveries(Actor, Agreement.Id);
        Happened = [.. await feed.Of(Actor, Match.Id, t), .. Agreement is null ? [] : await feed.Of(Actor, Agreement.Id, t)];
    }

    /// <summary>The agreement's own address: acts on it go there even when the page was opened by its match.</summary>
    public string At(string handler) => $"{agreements.Page(Actor, Agreement?.Id ?? Id)}?handler={handler}";

    private SeeOther Done(string id, string notice)
    {
        TempData["Notice"] = t[notice];
        return new SeeOther(agreements.Page(Actor, id));
    }
}
