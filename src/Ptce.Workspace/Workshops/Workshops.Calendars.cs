using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>A private calendar address.</summary>
/// <param name="SeriesId">Null: all the person's meetings in the pole.</param>
public sealed record CalendarFeed(string Id, string? SeriesId, string Secret)
{
    public string Path => $"/calendrier/{Secret}.ics";
}

public sealed partial class Workshops
{
    private const int FeedPastDays = 180;

    /// <summary>The actor's calendar address, for all meetings or for one series; null when there is none.</summary>
    public Task<CalendarFeed?> MyFeed(Actor actor, string? seriesId = null)
    {
        actor.Must(Act.ReadPole);
        return db.MaybeOne<CalendarFeed>("""
            select id, series_id, secret from calendar_feeds
            where person_id = @PersonId and pole_id = @PoleId and coalesce(series_id, '') = @series and revoked_at is null
            order by created_at desc limit 1
            """, new { actor.PersonId, actor.PoleId, series = seriesId ?? "" });
    }

    /// <summary>Makes a calendar address; one that was there before ends.</summary>
    public Task MakeFeed(Actor actor, string? seriesId = null)
    {
        actor.Must(Act.ReadPole);
        return db.Write(actor.PoleId, async tx =>
        {
            if (seriesId is not null) await StandSeries(tx, actor, seriesId);
            await Revoke(tx, actor, seriesId);
            await tx.Execute("insert into calendar_feeds (id, pole_id, person_id, series_id, secret, created_at) values (@id, @PoleId, @PersonId, @seriesId, @secret, @Now)",
                new { id = Ids.New(), actor.PoleId, actor.PersonId, seriesId, secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)), tx.Now });
        });
    }

    /// <summary>The address answers no more.</summary>
    public Task RevokeFeed(Actor actor, string? seriesId = null)
    {
        actor.Must(Act.ReadPole);
        return db.Write(actor.PoleId, tx => Revoke(tx, actor, seriesId));
    }

    private static Task<int> Revoke(Tx tx, Actor actor, string? seriesId) => tx.Execute("""
        update calendar_feeds set revoked_at = @Now
        where person_id = @PersonId and pole_id = @PoleId and coalesce(series_id, '') = @series and revoked_at is null
        """, new { tx.Now, actor.PersonId, actor.PoleId, series = seriesId ?? "" });

    private sealed record FeedOwner(string PersonId, string Slug, string? SeriesId);

    /// <summary>Whose calendar an address is, while it stands: the person and pole to find the actor by.</summary>
    internal async Task<(string PersonId, string Pole, string? SeriesId)?> FeedOf(string secret) =>
        await db.MaybeOne<FeedOwner>("""
            select f.person_id, p.slug, f.series_id from calendar_feeds f join poles p on p.id = f.pole_id
            where f.secret = @secret and f.revoked_at is null
            """, new { secret }) is { } owner ? (owner.PersonId, owner.Slug, owner.SeriesId) : null;

    /// <summary>The meetings of a calendar: from half a year back, cancelled ones marked as such, without those the person declined.</summary>
    public async Task<string> CalendarOf(Actor actor, string? seriesId, Site site)
    {
        actor.Must(Act.ReadPole);
        var today = actor.Today(clock);
        var meetings = await Between(actor, today.AddDays(-FeedPastDays), today.AddDays(HorizonDays), seriesId);
        var replies = await MyReplies(actor, meetings);
        var groups = await GroupsOf(actor);
        var mine = meetings.Where(m => m.StartsAt is not null && replies.GetValueOrDefault(m.Id)?.Answer != Reply.No && (seriesId is not null || m.IsFor(actor, groups)));
        return Ics.Calendar(actor.PoleName, mine.Select(m => AsIcs(m, actor, site)));
    }

    public async Task<string> CalendarOfOne(Actor actor, string id, Site site)
    {
        var one = await One(actor, id);
        Refused.If(one.StartsAt is null, "", "workshops.refused.no_day");
        return Ics.Calendar(one.SeriesName, [AsIcs(one, actor, site)]);
    }

    internal static IcsEvent AsIcs(Occurrence one, Actor actor, Site site) => AsIcs(one, new Say(actor.Language), site.Link($"/p/{actor.PoleSlug}/ateliers/{one.Id}"));

    /// <param name="page">Where its reader finds it.</param>
    internal static IcsEvent AsIcs(Occurrence one, Say say, string page)
    {
        var whys = string.Join('\n', one.Whys(say));
        return new($"{one.Id}@ptce-workspace", one.Revision, one.RevisedAt, one.StartsAt!.Value, one.EndsAt!.Value, one.SeriesName, one.State == Occurrence.Cancelled,
            one.Place ?? one.Link, page, string.Join('\n', new[] { one.Link, whys, page }.Where(t => !string.IsNullOrEmpty(t)).Distinct()));
    }
}
