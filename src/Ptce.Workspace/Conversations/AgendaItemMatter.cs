namespace Ptce.Workspace;

/// <summary>A point that was proposed: taken back by its button or by "annule", said otherwise by "plutôt 30 min".</summary>
public sealed class AgendaItemMatter(Workshops workshops, PointMatter points) : SubjectMatter
{
    public override string Code => PointCard.Code;

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var item = await workshops.Point(talk.Actor, pending.SubjectId!);
        if (!talk.Means("conversation.withdraw_point") && !talk.Cancels) return Told(talk, item, item.Title);
        return await Acting(talk, async () =>
        {
            await workshops.Withdraw(talk.Actor, item.Id);
            return Told(talk, await workshops.Point(talk.Actor, item.Id), talk.Say["conversation.point_withdrawn", item.Title]) with { Acted = true };
        }, why => Told(talk, item, why));
    }

    public override async Task<Turned?> HearOf(Talk talk, SubjectKey shown)
    {
        var item = await workshops.Point(talk.Actor, shown.Id);
        if (item is not { State: AgendaItem.Open, OccurrenceId: { } meeting }) return null;
        if (talk.Cancels) return await Hear(talk, (await Reopen(talk, shown))!);
        // A day or a body beside the length is of other time.
        if (talk.Heard.Amends.Fields.Any(f => f is not ("minutes" or "kind"))) return null;
        return await points.Amended(talk, PointMatter.Again(talk, item, await workshops.One(talk.Actor, meeting))) is { } amended ? points.Shown(talk, amended) : null;
    }

    private Turned Told(Talk talk, AgendaItem item, string text) =>
        new(new(text, PointCard.Of(item, talk.Say, item.OccurrenceId is { } meeting ? workshops.Page(talk.Actor, meeting) : $"{talk.Home}/ateliers")));
}
