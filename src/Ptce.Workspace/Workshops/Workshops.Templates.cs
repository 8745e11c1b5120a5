namespace Ptce.Workspace;

public sealed partial class Workshops
{
    private const long ActionsMinutes = 10;

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

    /// <summary>Lays the template before the points already proposed. Done once: what was changed since stays.</summary>
    public Task PrepareAgenda(Actor actor, string id)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx => await Prepare(tx, actor, await Open(tx, actor, id)));
    }

    private static async Task Prepare(Tx tx, Actor? actor, Occurrence one)
    {
        if (await tx.Execute("update occurrences set agenda_at = @Now where id = @Id and agenda_at is null", new { one.Id, tx.Now }) == 0) return;
        var template = await WithActions(tx, one, await tx.Read<TemplateItem>("select title, minutes, aim, brings from agenda_templates where series_id = @SeriesId order by position", new { one.SeriesId }));
        await tx.Execute("update agenda_items set position = position + @Count where occurrence_id = @Id", new { one.Id, template.Count });
        foreach (var (item, position) in template.Select((t, n) => (t, (long)n)))
            await tx.Execute("""
                insert into agenda_items (id, pole_id, series_id, occurrence_id, position, title, minutes, aim, brings, state, proposed_at)
                values (@id, @PoleId, @SeriesId, @Meeting, @position, @Title, @Minutes, @Aim, @Brings, 'open', @Now)
                """, new { id = Ids.New(), one.PoleId, one.SeriesId, Meeting = one.Id, position, item.Title, item.Minutes, item.Aim, item.Brings, tx.Now });
        await tx.Announce(actor, new AgendaChanged(one.PoleId, one.Id));
    }

    /// <summary>Where something is still to do, the agenda begins with it, whether or not the template says so.</summary>
    private static async Task<IReadOnlyList<TemplateItem>> WithActions(Tx tx, Occurrence one, IReadOnlyList<TemplateItem> template)
    {
        if (template.Any(t => t.Brings == AgendaBrings.Actions) || await Actions.CountOpen(tx, one.SeriesId) == 0) return template;
        var language = await tx.One<string>("select language from poles where id = @PoleId", new { one.PoleId });
        return [new(Words.Say(language, "workshops.brings.actions"), ActionsMinutes, "discuss", AgendaBrings.Actions), .. template];
    }

    private static void CheckTemplate(TemplateItem item)
    {
        Refused.If(item.Title is "" or { Length: > LongestName } || item.Minutes is < 1 or > MostPointMinutes, "template", "workshops.refused.template", item.Written);
    }
}
