namespace Ptce.Workspace;

public sealed partial class Actions
{
    public const int DaysBefore = 2;   // the first word comes so many days before the due day
    public const int DaysBetween = 7;  // and then once a week while it is late, no more

    private sealed record Chased
    {
        public required string Id { get; init; }
        public required string OwnerId { get; init; }
    }

    /// <summary>Reminds the owners of what is due soon or late, in every pole. The day's job; harmless as often as it runs.</summary>
    public async Task Chase(Notices notices, JobAccount? account = null)
    {
        foreach (var pole in await db.Read<(string Id, string Zone)>("select id, zone from poles order by id"))
        {
            var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
            var told = await db.Write(pole.Id, async tx =>
            {
                var due = await tx.Read<Chased>("""
                    update actions set chased_on = @today
                    where pole_id = @Id and state = 'open' and due_day <= @soon and (chased_on is null or chased_on <= @weekAgo)
                    returning id, owner_id
                    """, new { pole.Id, today, soon = today.AddDays(DaysBefore), weekAgo = today.AddDays(-DaysBetween) });
                foreach (var one in due) await notices.Owe(tx, one.OwnerId, "action_due", one.Id, pole.Id, $"{one.Id} {today:yyyy-MM-dd}");
                return due.Count;
            });
            if (told > 0) account?.DidFor(pole.Id, "jobs.did.actions", told);
        }
    }
}

/// <summary>The words of a reminder: what is to be done and since when it is late; nothing once it is done.</summary>
public sealed class ActionDueNotice(Actions actions, TimeProvider clock) : IWriteNotices
{
    public string Topic => "action_due";

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        ActionItem one;
        try { one = await actions.One(reader, owed.SubjectId); }
        catch (Refused) { return null; }
        if (one.State != ActionItem.Open || one.OwnerId != reader.PersonId) return null;
        var (t, today) = (new Say(reader.Language), reader.Today(clock));
        return new(t["actions.notice.title", one.What],
            [one.IsLate(today) ? t["actions.notice.late", one.What, t.Day(one.DueDay, today)] : t["actions.notice.soon", one.What, t.Day(one.DueDay, today)], t["actions.notice.from", one.SeriesName, t.Day(one.MeetingDay, today)]],
            actions.Page(reader, one.Id));
    }
}
