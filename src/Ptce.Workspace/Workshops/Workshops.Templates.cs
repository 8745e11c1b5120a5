namespace Ptce.Workspace;

public sealed partial class Workshops
{
    /// <summary>What every agenda of the series begins with.</summary>
    public async Task<IReadOnlyList<TemplateItem>> Template(Actor actor, string seriesId)
    {
        actor.Must(Act.ReadPole);
        return await db.Read<TemplateItem>("""
            select t.title, t.minutes, t.aim, t.brings from agenda_templates t join meeting_series s on s.id = t.series_id
            where t.series_id = @seriesId and s.pole_id = @PoleId order by t.position
            """, new { seriesId, actor.PoleId });
    }

    /// <summary>Sets the template, one point a line: "20 Tour de table". Agendas prepared before stay as they are.</summary>
    public Task SetTemplate(Actor actor, string seriesId, string? lines)
    {
        actor.Must(Act.PlanMeetings);
        var items = (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => TemplateItem.Read(line, new Say(actor.Language))).ToList();
        Refused.If(items.Count > MostTemplateLines, "template", "workshops.refused.template_long", MostTemplateLines);
        foreach (var item in items) CheckTemplate(item);
        return db.Write(actor.PoleId, async tx =>
        {
            await StandSeries(tx, actor, seriesId);
            await tx.Execute("delete from agenda_templates where series_id = @seriesId", new { seriesId });
            foreach (var (item, position) in items.Select((t, n) => (t, (long)n)))
                await tx.Execute("insert into agenda_templates (series_id, position, title, minutes, aim, brings) values (@seriesId, @position, @Title, @Minutes, @Aim, @Brings)",
                    new { seriesId, position, item.Title, item.Minutes, item.Aim, item.Brings });
            await tx.Announce(actor, new AgendaChanged(actor.PoleId, seriesId));
        });
    }

    /// <summary>Lays the template, and what waits, before the points already proposed. Done once: what was changed since stays. The job does it when it invites.</summary>
    public Task PrepareAgenda(Actor actor, string id)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx => { await Prepare(tx, actor, await Open(tx, actor, id)); });
    }

    /// <param name="actor">Null where the clock does it.</param>
    /// <returns>False where it was done before.</returns>
    private async Task<bool> Prepare(Tx tx, Actor? actor, Occurrence one)
    {
        if (await tx.Execute("update occurrences set agenda_at = @Now where id = @Id and agenda_at is null", new { one.Id, tx.Now }) == 0) return false;
        var template = await WithWhatWaits(tx, one, await tx.Read<TemplateItem>("select title, minutes, aim, brings from agenda_templates where series_id = @SeriesId order by position", new { one.SeriesId }));
        await tx.Execute("update agenda_items set position = position + @Count where occurrence_id = @Id", new { one.Id, template.Count });
        foreach (var (item, position) in template.Select((t, n) => (t, (long)n)))
            await tx.Execute("""
                insert into agenda_items (id, pole_id, series_id, occurrence_id, position, title, minutes, aim, brings, state, proposed_at)
                values (@id, @PoleId, @SeriesId, @Meeting, @position, @Title, @Minutes, @Aim, @Brings, 'open', @Now)
                """, new { id = Ids.New(), one.PoleId, one.SeriesId, Meeting = one.Id, position, item.Title, item.Minutes, item.Aim, item.Brings, tx.Now });
        await TellLead(tx, one);
        await tx.Announce(actor, new AgendaChanged(one.PoleId, one.Id));
        return true;
    }

    /// <summary>What waits is on the agenda whether or not the template says so: what was agreed first, the rest after the template.</summary>
    private static async Task<IReadOnlyList<TemplateItem>> WithWhatWaits(Tx tx, Occurrence one, IReadOnlyList<TemplateItem> template)
    {
        var waiting = new List<string>();
        foreach (var kind in AgendaBrings.Kinds.Where(k => template.All(t => t.Brings != k)))
            if (await Waits(tx, one, kind)) waiting.Add(kind);
        if (waiting.Count == 0) return template;
        var language = await tx.One<string>("select language from poles where id = @PoleId", new { one.PoleId });
        var points = waiting.Select(k => new TemplateItem(Words.Say(language, "workshops.brings." + k), AgendaBrings.Minutes[k], "discuss", k)).ToLookup(t => t.Brings == AgendaBrings.Actions);
        return [.. points[true], .. template, .. points[false]];
    }

    private static async Task<bool> Waits(Tx tx, Occurrence one, string kind) => kind switch
    {
        AgendaBrings.Actions => await Actions.CountOpen(tx, one.SeriesId) > 0,
        _ when one.Audience == Audiences.Group => false, // a group's own matters only: the pole's are for the pole's meetings
        AgendaBrings.Groups => (await Reports(tx.Read<GroupSession>, one)).Count > 0,
        AgendaBrings.Needs => await Offers.CountOpenNeeds(tx, one.PoleId, one.Day ?? one.Computed) > 0,
        AgendaBrings.Lines => await Contributions.CountWaiting(tx, one.PoleId) > 0,
        _ => await Digests.CountSince(tx, one.PoleId, await tx.MaybeOne<DateTimeOffset?>("select closed_at from occurrences where series_id = @SeriesId and state = 'held' and closed_at is not null order by closed_at desc limit 1", new { one.SeriesId })) > 0,
    };

    private static void CheckTemplate(TemplateItem item)
    {
        Refused.If(item.Title is "" or { Length: > LongestName } || item.Minutes is < 1 or > MostPointMinutes, "template", "workshops.refused.template", item.Written);
    }
}
