using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One cooperation: who, what, since when; what it came from and what came of it; its hours; what happened.</summary>
public sealed partial class CooperationPage(Cooperations cooperations, Contributions contributions, IEnumerable<INameSubjects> namers, Members members, Yields yields, Photos photos, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>Something linked to it that the reader may open.</summary>
    public sealed record Linked(string Kind, string SubjectId, string Title, string Href);

    [FromRoute] public string Id { get; set; } = "";

    /// <summary>Where the next page of links, or of changes, begins.</summary>
    [FromQuery(Name = "apres")] public string? After { get; set; }
    [FromQuery(Name = "avant")] public string? Before { get; set; }

    public Actor Actor { get; } = actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public Cooperation Cooperation { get; private set; } = null!;
    public IReadOnlyList<Linked> Links { get; private set; } = [];

    /// <summary>The needs, offers and agreements it came from: on every page of its links.</summary>
    public IReadOnlyList<Linked> CameFrom { get; private set; } = [];
    public string? NextLinks { get; private set; }
    public CooperationGiven Given { get; private set; } = new();
    public CooperationHistory Changes { get; private set; } = new([], null);
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public bool MayChange => Cooperations.MayChange(Actor, Cooperation);
    public string Home => $"/p/{Actor.PoleSlug}/echanges/cooperations";
    public string IsoToday => Today.Iso();
    private Dictionary<string, string> _names = [];

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostClose(string? last, string? outcome) =>
        Done(cooperations.Close(Actor, Id, Field.Day(last, "last"), outcome), "cooperations.closed_now");

    public Task<IActionResult> OnPostReopen() => Done(cooperations.Reopen(Actor, Id), "cooperations.reopened_now");

    public Task<IActionResult> OnPostWithdraw(string? reason) => Done(cooperations.Withdraw(Actor, Id, reason), "cooperations.withdrawn_now");

    public Task<IActionResult> OnPostUnlink(string subject) => Done(cooperations.Unlink(Actor, Id, subject), "cooperations.unlinked_now");

    public async Task<IActionResult> OnPostPhoto(string? part, IFormFile? photo, string? shows, CancellationToken stop)
    {
        await using var content = photo?.OpenReadStream() ?? throw new Refused("photo", "evidence.nothing");
        return await Done(photos.Add(Actor, cooperations, Id, part ?? "", shows, content, stop), "photos.added");
    }

    public async Task Load()
    {
        Cooperation = await cooperations.One(Actor, Id);
        var first = await cooperations.Links(Actor, Id);
        CameFrom = [.. (await Named(first.Links.Where(l => l.Kind != "line"))).OrderBy(l => l.Kind == "agreement")];
        var shown = After is null ? first : await cooperations.Links(Actor, Id, After);
        (Links, NextLinks) = (await Named(shown.Links), shown.Next);
        await LoadMore();
        Given = await cooperations.Given(Actor, Id);
        Changes = await cooperations.History(Actor, Id, Before);
        if (Changes.Changes.Count > 0) _names = (await members.Belongings(Actor)).GroupBy(b => b.OrganisationId).ToDictionary(o => o.Key, o => o.First().Name);
        Happened = await feed.Of(Actor, Id, t);
    }

    private async Task<IReadOnlyList<Linked>> Named(IEnumerable<CooperationLink> links)
    {
        var named = new Dictionary<string, (string Title, string Href)>();
        foreach (var namer in namers)
            foreach (var (id, title) in await namer.Titles(Actor, [.. links.Select(l => l.SubjectId)], t)) named[id] = (title, namer.Page(Actor, id));
        return [.. links.Where(l => named.ContainsKey(l.SubjectId)).Select(l => new Linked(l.Kind, l.SubjectId, named[l.SubjectId].Title, named[l.SubjectId].Href))];
    }

    /// <summary>"montant : 12 000,00 € → 15 000,00 €".</summary>
    public string Told(CooperationEdit edit) => t["cooperations.edit", t[$"cooperations.field.{edit.Field}"], Value(edit.Field, edit.Before), Value(edit.Field, edit.After)];

    private string Value(string field, string? stored) => stored is null or "" ? t["cooperations.nothing"] : field switch
    {
        "level" => CooperationWords.Level(t, stored),
        "form" => CooperationWords.Form(t, stored),
        "commercial" or "strategic" => t[stored == "1" ? "cooperations.yes" : "cooperations.no"],
        "from" or "to" => t.LongDay(DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "amount" => t.Money(long.Parse(stored, CultureInfo.InvariantCulture)),
        "turnover" => CooperationWords.Percent(t, long.Parse(stored, CultureInfo.InvariantCulture)),
        "jobs" => t.Number(long.Parse(stored, CultureInfo.InvariantCulture) / 1000m),
        "members" => string.Join(", ", stored.Split(' ').Select(id => _names.GetValueOrDefault(id, "?"))),
        _ => stored,
    };

    private async Task<IActionResult> Done(Task command, string notice)
    {
        await command;
        TempData["Notice"] = t[notice];
        return new SeeOther(cooperations.Page(Actor, Id));
    }
}
