namespace Ptce.Workspace;

/// <summary>Recherche enregistrée : what a person wants to hear of when it is posted.</summary>
/// <param name="Words">As typed; null where kind or side is enough.</param>
public sealed record SavedSearch(string Id, string? Side, string? Kind, string? Words)
{
    /// <summary>"« camion » · Offres · Véhicule".</summary>
    public string In(Say say) => string.Join(" · ", new[]
    {
        Words is null ? null : say["offers.quoted", Words], Side is null ? null : say[Side == Sides.Need ? "offers.needs" : "offers.offers"], Kind is null ? null : Kinds.Word(say, Kind),
    }.OfType<string>());

    /// <summary>The page that shows what it finds today.</summary>
    public string Path(string poleSlug) => $"/p/{poleSlug}/echanges?" + string.Join("&", new[]
    {
        Side is null ? null : "sens=" + (Side == Sides.Need ? "besoin" : "offre"), Kind is null ? null : "nature=" + Kind, Words is null ? null : "q=" + Uri.EscapeDataString(Words),
    }.OfType<string>());
}

/// <summary>A person's own searches of the exchanges: kept with one tap, looked through each night, each hit told once.</summary>
public sealed class SavedSearches(Db db, Poles poles, Offers offers, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "search_hit";
    public const int MostPerPerson = 20, LongestWords = 120; // characters
    private const int MostHits = 100, MostShown = 8;

    private sealed record Kept(string Id, string PersonId, string? Side, string? Kind, string? Words, DateTimeOffset SavedAt, DateTimeOffset LookedAt);

    public string Topic => TheTopic;

    /// <summary>Keeps a search. The same twice is one.</summary>
    /// <exception cref="Refused">It narrows nothing, its words are too long, or there are enough.</exception>
    public Task<SavedSearch> Save(Actor actor, OfferFilter filter)
    {
        actor.Must(Act.ReadPole);
        var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
        Refused.If(words is null && filter.Side is null && filter.Kind is null, "", "offers.search_narrows_nothing");
        Refused.If(words?.Length > LongestWords, "q", "offers.too_long", LongestWords);
        return db.Write(actor.PoleId, async tx =>
        {
            var mine = await tx.Read<SavedSearch>("select id, side, kind, words from saved_searches where person_id = @PersonId and pole_id = @PoleId", new { actor.PersonId, actor.PoleId });
            if (mine.FirstOrDefault(s => (s.Side, s.Kind, s.Words) == (filter.Side, filter.Kind, words)) is { } before) return before;
            Refused.If(mine.Count >= MostPerPerson, "", "offers.enough_searches", MostPerPerson);
            var kept = new SavedSearch(Ids.New(), filter.Side, filter.Kind, words);
            await tx.Execute("""
                insert into saved_searches (id, pole_id, person_id, side, kind, words, saved_at, looked_at) values (@Id, @PoleId, @PersonId, @Side, @Kind, @Words, @Now, @Now)
                """, new { kept.Id, actor.PoleId, actor.PersonId, kept.Side, kept.Kind, kept.Words, tx.Now });
            return kept;
        });
    }

    /// <summary>Lets one of the actor's own searches go. Twice is once.</summary>
    public Task Forget(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return db.Write(actor.PoleId, async tx =>
        {
            var own = new { id, actor.PersonId, actor.PoleId };
            await tx.Execute("delete from search_hits where search_id in (select id from saved_searches where id = @id and person_id = @PersonId and pole_id = @PoleId)", own);
            await tx.Execute("delete from saved_searches where id = @id and person_id = @PersonId and pole_id = @PoleId", own);
        });
    }

    /// <summary>The actor's own, oldest first.</summary>
    public Task<IReadOnlyList<SavedSearch>> Mine(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.Read<SavedSearch>("select id, side, kind, words from saved_searches where person_id = @PersonId and pole_id = @PoleId order by id", new { actor.PersonId, actor.PoleId });
    }

    /// <summary>Each night: looks through what was posted since, and owes each person one message about all their searches.</summary>
    public async Task Look(JobAccount account)
    {
        foreach (var pole in await poles.All())
        {
            var (today, hits, told) = (Zones.Day(clock.GetUtcNow(), pole.Zone).Iso(), 0L, new HashSet<string>());
            foreach (var search in await db.Read<Kept>("select id, person_id, side, kind, words, saved_at, looked_at from saved_searches where pole_id = @Id order by id", new { pole.Id }))
            {
                // A day is looked at twice, for what was being written while the last night read; each hit counts once all the same.
                var since = search.LookedAt.AddDays(-1) > search.SavedAt ? search.LookedAt.AddDays(-1) : search.SavedAt;
                var found = (await offers.List(pole, new(search.Side, search.Kind, Stages.Open, Search: search.Words, Since: since), MostHits)).Offers.Where(o => o.PostedBy != search.PersonId).ToList();
                var fresh = await db.Write(pole.Id, async tx =>
                {
                    var count = 0;
                    foreach (var offer in found)
                        count += await tx.Execute("insert into search_hits (search_id, offer_id, found_on) values (@search, @offer, @today) on conflict do nothing", new { search = search.Id, offer = offer.Id, today });
                    await tx.Execute("update saved_searches set looked_at = @Now where id = @Id", new { search.Id, tx.Now });
                    if (count > 0) await notices.Owe(tx, search.PersonId, TheTopic, today, pole.Id, $"{pole.Id}/{today}");
                    return count;
                });
                hits += fresh;
                if (fresh > 0) told.Add(search.PersonId);
            }
            if (hits > 0) account.DidFor(pole.Id, "offers.did.hits", hits, told.Count);
        }
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        var hits = await db.Read<(string SearchId, string OfferId)>("""
            select h.search_id, h.offer_id from saved_searches s join search_hits h on h.search_id = s.id
            where s.person_id = @PersonId and s.pole_id = @PoleId and h.found_on = @day order by h.search_id, h.offer_id
            """, new { reader.PersonId, reader.PoleId, day = owed.SubjectId });
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var open = new List<(string SearchId, Offer Offer)>();
        foreach (var (search, offer) in hits.DistinctBy(h => h.OfferId))
            if (await offers.Standing(reader, offer) is { } one && one.StateOn(today) == Stages.Open) open.Add((search, one));
        if (open.Count == 0) return null;
        var searches = (await Mine(reader)).Where(s => open.Any(o => o.SearchId == s.Id)).ToList();
        return new(open.Count == 1 ? say["offers.mail.hit_one", open[0].Offer.Title] : say["offers.mail.hit_many", open.Count],
            [say["offers.mail.hit_text", string.Join(", ", searches.Select(s => s.In(say)))]],
            open.Count == 1 ? offers.Page(reader, open[0].Offer.Id) : searches.Count == 1 ? searches[0].Path(reader.PoleSlug) : $"/p/{reader.PoleSlug}/echanges")
        {
            Facts = [.. open.Take(MostShown).Select(o => new Fact(o.Offer.OrganisationName, o.Offer.Title))],
        };
    }
}
