namespace Ptce.Workspace;

public sealed partial class Workshops
{
    public const long MostPointMinutes = 8 * 60;

    /// <summary>Proposes a point, for one meeting or for the reserve of its series.</summary>
    /// <param name="id">The meeting, or the series when <paramref name="reserve"/>.</param>
    /// <param name="key">Names this proposal: made twice, it is one point.</param>
    /// <returns>The point's id.</returns>
    /// <exception cref="Refused">No title, or a length or an aim the rules do not take; the meeting is over or cancelled.</exception>
    public Task<string> Propose(Actor actor, string id, bool reserve, string? title, long minutes, string aim, string? key = null)
    {
        actor.Must(Act.ProposePoint);
        var words = CheckPoint(title, minutes, aim);
        return db.Write(actor.PoleId, async tx =>
        {
            var series = reserve ? (await StandSeries(tx, actor, id)).Id : (await Open(tx, actor, id)).SeriesId;
            var meeting = reserve ? null : id;
            if (key is not null && await tx.MaybeOne<string>("select id from agenda_items where id = @key and pole_id = @PoleId", new { key, actor.PoleId }) is { } standing) return standing;
            var item = await Insert(tx, actor.PoleId, series, meeting, words, minutes, aim, actor.PersonId, null, id: key);
            await tx.Announce(actor, new PointProposed(actor.PoleId, meeting ?? series, item, minutes));
            return item;
        });
    }

    /// <summary>Proposes a point for the reserve of a series, unless one about the same waits there.</summary>
    /// <param name="about">Words that the title of a point about the same holds.</param>
    /// <returns>False where one waits.</returns>
    internal Task<bool> ProposeOnce(Actor actor, string seriesId, string title, string about, long minutes, string aim)
    {
        actor.Must(Act.ProposePoint);
        var words = CheckPoint(title, minutes, aim);
        return db.Write(actor.PoleId, async tx =>
        {
            var series = await StandSeries(tx, actor, seriesId);
            var waiting = await tx.Read<string>("select title from agenda_items where series_id = @Id and occurrence_id is null and state = 'open'", new { series.Id });
            if (waiting.Any(w => w.Contains(about, StringComparison.Ordinal))) return false;
            var item = await Insert(tx, actor.PoleId, series.Id, null, words, minutes, aim, actor.PersonId, null);
            await tx.Announce(actor, new PointProposed(actor.PoleId, series.Id, item, minutes));
            return true;
        });
    }

    /// <summary>Puts a point from outside onto a meeting's agenda, inside the command that takes it.</summary>
    /// <param name="proposedAs">Whose it is, as the agenda shows it.</param>
    internal static async Task TakeIn(Tx tx, Actor actor, string id, string title, long minutes, string aim, string proposedAs)
    {
        var one = await Open(tx, actor, id);
        await Insert(tx, one.PoleId, one.SeriesId, id, title, minutes, aim, null, null, proposedAs);
        await tx.Announce(actor, new AgendaChanged(one.PoleId, id));
    }

    /// <summary>Changes a point: its proposer, or the cell.</summary>
    /// <exception cref="Refused">As <see cref="Propose"/>; or the point was dealt with, carried on or taken back.</exception>
    public Task Revise(Actor actor, string itemId, string? title, long minutes, string aim)
    {
        actor.Must(Act.ProposePoint);
        var words = CheckPoint(title, minutes, aim);
        return Change(actor, itemId, mine: true, (tx, item) =>
        {
            MustBeOpen(item);
            return tx.Execute("update agenda_items set title = @words, minutes = @minutes, aim = @aim where id = @Id and (title <> @words or minutes <> @minutes or aim <> @aim)",
                new { item.Id, words, minutes, aim });
        });
    }

    /// <summary>Takes a point back that was not dealt with: its proposer, or the cell. Twice is once.</summary>
    public Task Withdraw(Actor actor, string itemId)
    {
        actor.Must(Act.ProposePoint);
        return Change(actor, itemId, mine: true, (tx, item) =>
        {
            if (item.State != AgendaItem.Withdrawn) MustBeOpen(item);
            return tx.Execute("update agenda_items set state = 'withdrawn' where id = @Id and state = 'open'", new { item.Id });
        });
    }

    private static async Task<string> Insert(Tx tx, string poleId, string series, string? meeting, string title, long minutes, string aim, string? proposer, string? carriedFrom, string? proposedAs = null, string? id = null)
    {
        id ??= Ids.New();
        await tx.Execute("""
            insert into agenda_items (id, pole_id, series_id, occurrence_id, position, title, minutes, aim, state, carried_from, proposed_by, proposed_as, proposed_at)
            values (@id, @poleId, @series, @meeting, @position, @title, @minutes, @aim, 'open', @carriedFrom, @proposer, @proposedAs, @Now)
            """, new { id, poleId, series, meeting, position = await NextPosition(tx, series, meeting), title, minutes, aim, carriedFrom, proposer, proposedAs, tx.Now });
        return id;
    }

    private static Task<long> NextPosition(Tx tx, string series, string? meeting) => tx.One<long>("""
        select cast(coalesce(max(position) + 1, 0) as bigint) from agenda_items where series_id = @series and coalesce(occurrence_id, '') = @meeting
        """, new { series, meeting = meeting ?? "" });

    private static string CheckPoint(string? title, long minutes, string aim)
    {
        var words = Text(title, "title", LongestName) ?? throw new Refused("title", "workshops.refused.point_title");
        Refused.If(minutes is < 1 or > MostPointMinutes, "point_minutes", "workshops.refused.point_minutes", MostPointMinutes);
        Refused.If(!AgendaItem.Aims.Contains(aim), "aim", "workshops.refused.aim");
        return words;
    }
}
