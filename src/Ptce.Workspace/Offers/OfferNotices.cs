namespace Ptce.Workspace;

/// <summary>An offer or a need is about to end: whoever posted it hears of it once, a week before.</summary>
public sealed class OfferNotices(Db db, Offers offers, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "offer_ending";
    public const int DaysBefore = 7;
    private const int FreshDays = 14; // what was posted for less than this ends soon by intention

    public string Topic => TheTopic;

    /// <summary>Each morning. Harmless as often as it runs.</summary>
    public async Task Remind(JobAccount? account = null)
    {
        foreach (var (poleId, zone) in await db.Read<(string Id, string Zone)>("select id, zone from poles order by id"))
        {
            var today = Zones.Day(clock.GetUtcNow(), zone);
            long told = 0;
            foreach (var (id, person, last) in await db.Read<(string Id, string PersonId, DateOnly Last)>("""
                select id, posted_by, to_day from offers
                where pole_id = @poleId and state = 'open' and posted_by is not null and to_day > @today and to_day <= @soon and posted_at < @fresh
                order by id
                """, new { poleId, today, soon = today.AddDays(DaysBefore), fresh = clock.GetUtcNow().AddDays(-FreshDays) }))
                if (await db.Write(poleId, tx => notices.Owe(tx, person, TheTopic, id, poleId, $"{id}/{last:yyyy-MM-dd}"))) told++;
            if (told > 0) account?.DidFor(poleId, "jobs.did.told", told);
        }
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        Offer one;
        try { one = await offers.One(reader, owed.SubjectId); }
        catch (NotHere) { return null; }
        if (one.StateOn(today) != Stages.Open || one.ToDay is not { } last) return null;
        return new(say[one.IsNeed ? "offers.mail.need_ends" : "offers.mail.offer_ends", one.Title], [say["offers.mail.ends_text", say.Day(last, today)]], $"/p/{reader.PoleSlug}/echanges/{one.Id}");
    }
}
