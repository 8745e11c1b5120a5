using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Its last day is over and nobody withdrew it: the clock closed it. Whoever posted it may put it back with another day.</summary>
public sealed record OfferExpired(string PoleId, string OfferId) : Event(PoleId, OfferId);

/// <summary>Offers and needs that stood open past their last day are closed at night, and who posted them hears of it once.</summary>
public sealed class ExpiredOffers(Db db, Poles poles, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "offer_expired";

    public string Topic => TheTopic;

    /// <summary>Each night. One message per person, however many of theirs ended.</summary>
    public async Task Close(JobAccount account)
    {
        foreach (var pole in await poles.All())
        {
            var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
            var closed = await db.Write(pole.Id, async tx =>
            {
                var over = await tx.Read<(string Id, string? PersonId)>("select id, posted_by from offers where pole_id = @Id and state = 'open' and to_day < @today order by id", new { pole.Id, today });
                foreach (var (id, _) in over)
                {
                    await tx.Execute("update offers set state = 'closed', closed_at = @Now where id = @id", new { id, tx.Now });
                    await tx.Announce(null, new OfferExpired(pole.Id, id));
                }
                foreach (var person in over.Select(o => o.PersonId).OfType<string>().Distinct())
                    await notices.Owe(tx, person, TheTopic, today.Iso(), pole.Id, $"{pole.Id}/{today.Iso()}");
                return over.Count;
            });
            if (closed > 0) account.DidFor(pole.Id, "offers.did.expired", closed);
        }
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.PostOffer)) return null;
        var day = DateOnly.ParseExact(owed.SubjectId, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var ended = (await db.Read<(string Id, string Title, DateOnly Last, DateTimeOffset At)>("""
            select id, title, to_day, closed_at from offers
            where pole_id = @PoleId and posted_by = @PersonId and state = 'closed' and closed_by is null and to_day is not null order by to_day, id
            """, new { reader.PoleId, reader.PersonId })).Where(o => Zones.Day(o.At, reader.Zone) == day).ToList();
        if (ended.Count == 0) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var home = $"/p/{reader.PoleSlug}/echanges";
        return new(ended.Count == 1 ? say["offers.mail.expired_one", ended[0].Title] : say["offers.mail.expired_many", ended.Count], [say["offers.mail.expired_text"]],
            ended.Count == 1 ? $"{home}/{ended[0].Id}" : home)
        {
            Facts = [.. ended.Select(o => new Fact(o.Title, say["offers.mail.until", say.Day(o.Last, today)]))],
            Choices = ended.Count == 1 ? [new(say["offers.mail.prolong"], Path: $"{home}/saisir/{ended[0].Id}", Primary: true)] : [],
        };
    }
}
