namespace Ptce.Workspace;

/// <summary>Rapprochements de la nuit : needs and offers that fit are found without anybody opening a page, and told once to who posted them.</summary>
/// <remarks>What was asked or declined between the two is never proposed again, and a pair that was found is not found twice.</remarks>
public sealed class FoundMatches(Db db, Poles poles, Offers offers, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "match_found";
    private const int MostLookedAt = 60, MostShown = 5;

    private sealed record Pair(string NeedId, string OfferId);

    /// <summary>A pair as its reader sees it.</summary>
    private sealed record Seen(Offer Own, Offer Other, IReadOnlyList<Reason> Why);

    public string Topic => TheTopic;

    /// <summary>Each night: looks at every open need. One message per person, however many pairs were found.</summary>
    public async Task Search(JobAccount account, CancellationToken stop = default)
    {
        foreach (var pole in await poles.All())
        {
            var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
            var known = (await db.Read<Pair>("""
                select need_id, offer_id from matches where pole_id = @Id and need_id is not null and offer_id is not null
                union select need_id, offer_id from found_matches where pole_id = @Id
                """, new { pole.Id })).ToHashSet();
            var (pairs, told, after) = (0L, new HashSet<string>(), (string?)null);
            do
            {
                stop.ThrowIfCancellationRequested();
                var page = await offers.Open(pole, Sides.Need, after);
                foreach (var need in page.Offers.Where(n => n.Kind != Kinds.AchatGroupe))
                {
                    var fits = (await offers.Near(need, today, MostLookedAt)).Where(o => !known.Contains(new(need.Id, o.Id)) && Agreements.Fit(need, o, past: 0).Count > 0).ToList();
                    if (fits.Count == 0) continue;
                    told.UnionWith(await db.Write(pole.Id, tx => Keep(tx, pole, need, fits, today)));
                    pairs += fits.Count;
                }
                after = page.Next;
            }
            while (after is not null);
            if (pairs > 0) account.DidFor(pole.Id, "agreements.did.found", pairs, told.Count);
        }
    }

    /// <returns>Who is told.</returns>
    private async Task<IReadOnlyCollection<string>> Keep(Tx tx, Pole pole, Offer need, IReadOnlyList<Offer> fits, DateOnly today)
    {
        var people = new HashSet<string>();
        foreach (var offer in fits)
            if (await tx.Execute("insert into found_matches (pole_id, need_id, offer_id, found_on) values (@pole, @need, @offer, @today) on conflict do nothing",
                new { pole = pole.Id, need = need.Id, offer = offer.Id, today }) == 1)
                foreach (var side in new[] { need, offer }) people.UnionWith(await Concerned(tx, side, today));
        foreach (var person in people) await notices.Owe(tx, person, TheTopic, today.Iso(), pole.Id, $"{pole.Id}/{today.Iso()}");
        return people;
    }

    /// <summary>Who posted it; where a file brought it, whoever may answer for the organisation.</summary>
    private static async Task<IReadOnlyList<string>> Concerned(Tx tx, Offer side, DateOnly today) => side.PostedBy is { } person ? [person] : await tx.Read<string>("""
        select distinct person_id from mandates
        where pole_id = @PoleId and organisation_id = @OrganisationId and role <> 'observer' and from_day <= @today and (to_day is null or to_day >= @today)
        """, new { side.PoleId, side.OrganisationId, today });

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.AskMatch)) return null;
        var seen = new List<Seen>();
        foreach (var pair in await db.Read<Pair>("""
            select f.need_id, f.offer_id from found_matches f join offers n on n.id = f.need_id join offers o on o.id = f.offer_id
            where f.pole_id = @PoleId and f.found_on = @day
              and (n.posted_by = @PersonId or o.posted_by = @PersonId or (n.posted_by is null and n.organisation_id = @OrganisationId) or (o.posted_by is null and o.organisation_id = @OrganisationId))
              and not exists (select 1 from matches m where m.need_id = f.need_id and m.offer_id = f.offer_id)
            order by f.need_id, f.offer_id limit 200
            """, new { reader.PoleId, reader.PersonId, reader.OrganisationId, day = owed.SubjectId }))
            if (await See(reader, pair) is { } one) seen.Add(one);
        if (seen.Count == 0) return null;
        var (say, best) = (new Say(reader.Language), seen.OrderByDescending(s => s.Why.Count).Take(MostShown).ToList());
        return new(seen.Count == 1 ? say["agreements.mail.found_one", best[0].Other.Title] : say["agreements.mail.found_many", seen.Count],
            [say["agreements.mail.found_text"], .. seen.Count == 1 ? best[0].Why.Select(w => w.In(say)) : []],
            seen.Select(s => s.Own.Id).Distinct().Count() == 1 ? offers.Page(reader, best[0].Own.Id) : $"/p/{reader.PoleSlug}/echanges")
        {
            Facts = [.. best.Select(s => new Fact(s.Own.Title, say["agreements.mail.found_with", s.Other.OrganisationName, s.Other.Title]))],
            Choices = [.. best.DistinctBy(s => s.Own.Id).Take(2).Select(s => new NoticeChoice(say["agreements.mail.found_see", s.Own.Title], Path: offers.Page(reader, s.Own.Id), Primary: true))],
        };
    }

    /// <summary>Both as they stand now; null when one of them no longer does.</summary>
    private async Task<Seen?> See(Actor reader, Pair pair)
    {
        if (await offers.Standing(reader, pair.NeedId) is not { } need || await offers.Standing(reader, pair.OfferId) is not { } offer) return null;
        var today = reader.Today(clock);
        if (need.StateOn(today) != Stages.Open || offer.StateOn(today) != Stages.Open) return null;
        var why = Agreements.Fit(need, offer, past: 0);
        var asks = need.PostedBy == reader.PersonId || (offer.PostedBy != reader.PersonId && need.OrganisationId == reader.OrganisationId);
        return why.Count == 0 ? null : asks ? new(need, offer, why) : new(offer, need, why);
    }
}
