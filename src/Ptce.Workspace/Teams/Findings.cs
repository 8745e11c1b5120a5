using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace;

/// <summary>Something of the pole that a person puts into a conversation of theirs: what it is, in few lines, and where it stands.</summary>
/// <param name="Meta">One line below the title, in a list.</param>
/// <param name="Page">Its page here, below our address: whoever opens it reads it with their own rights.</param>
public sealed record FoundThing(string Title, string Meta, IReadOnlyList<Fact> Facts, string Page);

/// <summary>Looks for what members show one another in Teams: offers, needs, workshops, people. With the rights of whoever looks.</summary>
/// <remarks>What is found is shown to everybody in that conversation: never an hour, an amount or an address of anyone.</remarks>
public sealed class Findings(Offers offers, Workshops workshops, Members members, Actors actors, Site site, TimeProvider clock)
{
    public const int MostAtOnce = 25;
    private const int MostSkipped = 175; // the lists below give 200 rows at most
    private const int DaysBack = 60;

    /// <summary>The commands of the manifest.</summary>
    public const string Offered = "offers", Needed = "needs", Meetings = "workshops", People = "people";

    /// <param name="command">One of the manifest's; any other looks among offers and needs.</param>
    /// <param name="text">As typed; empty shows what is newest or nearest.</param>
    public async Task<IReadOnlyList<FoundThing>> Look(Actor actor, string? command, string text, int skip, int most, Say say)
    {
        (skip, most) = (Math.Clamp(skip, 0, MostSkipped), Math.Clamp(most, 1, MostAtOnce));
        text = text.Trim();
        var found = command switch
        {
            Meetings => await LookForMeetings(actor, text, skip + most, say),
            People => await LookForPeople(actor, text, say),
            _ => await LookForOffers(actor, command switch { Offered => Sides.Offer, Needed => Sides.Need, _ => null }, text, skip + most, say),
        };
        return [.. found.Skip(skip).Take(most)];
    }

    /// <summary>People to choose from, as they are typed: (name, id).</summary>
    public async Task<IReadOnlyList<(string Name, string Id)>> Pick(Actor actor, string dataset, string text, int most)
    {
        var said = Folding.Fold(text.Trim());
        IEnumerable<(string Name, string Id)> all = dataset switch
        {
            "members" => (await InForce(actor)).Select(p => (p.Key.Name, p.Key.PersonId)),
            "organisations" => (await members.Organisations(actor)).Select(o => (o.Name, o.Id)),
            _ => throw new NotHere(),
        };
        return [.. all.Where(c => Folding.Fold(c.Name).Contains(said, StringComparison.Ordinal)).Take(most)];
    }

    /// <summary>What a link to one of our pages stands for, as its sender may read it; null for what is no object of ours to show.</summary>
    public async Task<FoundThing?> Behind(Actor actor, string? link, Say say)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || !Uri.TryCreate(site.Address, UriKind.Absolute, out var ours) || uri.Authority != ours.Authority) return null;
        if (uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["p", var pole, var place, var id]) return null;
        if (await actors.Find(actor.PersonId, pole, actor.OrganisationId) is not { } there || !there.May(Act.ReadPole)) return null;
        try
        {
            return place switch
            {
                "echanges" => Of(there, await offers.One(there, id), say),
                "ateliers" => Of(there, await workshops.One(there, id), say),
                "pole" => (await LookForPeople(there, "", say)).FirstOrDefault(f => f.Page.EndsWith('/' + id, StringComparison.Ordinal)),
                _ => null,
            };
        }
        catch (NotHere)
        {
            return null;
        }
    }

    /// <summary>The card that stands in the conversation.</summary>
    public JsonElement Card(FoundThing found, Say say) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["lang"] = say.Language,
        ["fallbackText"] = found.Title,
        ["body"] = new JsonArray([
            new JsonObject { ["type"] = "TextBlock", ["text"] = TeamsCard.Plain(TeamsCard.Cut(found.Title, 200)), ["weight"] = "Bolder", ["wrap"] = true },
            new JsonObject { ["type"] = "TextBlock", ["text"] = TeamsCard.Plain(TeamsCard.Cut(found.Meta, 200)), ["isSubtle"] = true, ["wrap"] = true, ["spacing"] = "None" },
            .. TeamsCard.Facts(found.Facts)]),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = say["teams.extension.open"], ["url"] = site.Link(found.Page) }),
    }, WireJson.Options);

    private async Task<IEnumerable<FoundThing>> LookForOffers(Actor actor, string? side, string text, int most, Say say) =>
        (await offers.List(actor, new(side, State: Stages.Open, Search: text), most: most)).Offers.Select(o => Of(actor, o, say));

    private async Task<IEnumerable<FoundThing>> LookForMeetings(Actor actor, string text, int most, Say say)
    {
        var today = actor.Today(clock);
        var meetings = text is "" ? await workshops.Next(actor, most) : await workshops.Between(actor, today.AddDays(-DaysBack), today.AddDays(Workshops.HorizonDays));
        // What is to come first, nearest first; then what was, latest first.
        return meetings.Where(m => m.State is not "cancelled" && Holds(text, $"{m.Title(say)} {m.When(say)} {m.Place} {m.HostName}"))
            .OrderBy(m => (m.Day ?? m.Computed) < today).ThenBy(m => Math.Abs((m.Day ?? m.Computed).DayNumber - today.DayNumber)).Select(m => Of(actor, m, say));
    }

    private async Task<IEnumerable<FoundThing>> LookForPeople(Actor actor, string text, Say say)
    {
        var people = (await InForce(actor)).Select(p =>
        {
            var organisations = p.Select(m => m.OrganisationName).OfType<string>().Distinct().ToList();
            var roles = p.Select(m => say["role." + m.Role]).Distinct().ToList();
            return (Found: new FoundThing(p.Key.Name, string.Join(", ", organisations.DefaultIfEmpty(actor.PoleName)), [new(say["teams.found.role"], string.Join(", ", roles))], members.Page(actor, p.Key.PersonId)), Words: $"{p.Key.Name} {string.Join(' ', organisations)} {string.Join(' ', roles)}");
        });
        var organisations = (await members.Organisations(actor)).Select(o =>
            (Found: new FoundThing(o.Name, actor.PoleName, [new(say["teams.found.type"], say["organisation_type." + o.Type])], members.Page(actor, o.Id)), Words: o.Name));
        return people.Concat(organisations).Where(f => Holds(text, f.Words)).Select(f => f.Found);
    }

    private async Task<IEnumerable<IGrouping<(string PersonId, string Name), Members.Mandate>>> InForce(Actor actor)
    {
        var today = actor.Today(clock);
        return (await members.Mandates(actor)).Where(m => m.Lasts.On(today)).GroupBy(m => (m.PersonId, m.Name));
    }

    private FoundThing Of(Actor actor, Offer offer, Say say)
    {
        var today = actor.Today(clock);
        return new(offer.Title, $"{say["offers.side." + offer.Side]} · {offer.OrganisationName}",
            [.. new Fact[]
            {
                new(say["teams.found.what"], Kinds.Word(say, offer.Kind)),
                new(say["teams.found.amount"], offer.Amount(say)),
                new(say["teams.found.when"], OfferWords.When(say, offer, today)),
                new(say["teams.found.where"], offer.Place ?? ""),
                new(say["offers.state"], say["offers.state." + offer.StateOn(today)]),
            }.Where(f => f.Value is not "")],
            $"/p/{actor.PoleSlug}/echanges/{offer.Id}");
    }

    private FoundThing Of(Actor actor, Occurrence meeting, Say say) => new(meeting.Title(say), meeting.When(say, actor.Today(clock)),
        [.. new Fact[] { new(say["teams.found.where"], meeting.Place ?? ""), new(say["teams.found.host"], meeting.HostName ?? "") }.Where(f => f.Value is not "")],
        workshops.Page(actor, meeting.Id));

    /// <summary>Every typed word begins a word of the text, accents and case aside.</summary>
    private static bool Holds(string typed, string text)
    {
        var words = Folding.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Folding.Fold(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(t => words.Any(w => w.StartsWith(t, StringComparison.Ordinal) || w.Contains('\'' + t, StringComparison.Ordinal)));
    }
}
