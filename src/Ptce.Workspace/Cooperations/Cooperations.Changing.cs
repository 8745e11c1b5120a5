using System.Globalization;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>One field that was changed, as stored: ids, cents, days. Words come when it is read.</summary>
public sealed record CooperationEdit(string Field, string? Before, string? After);

/// <summary>Fields changed in one go.</summary>
public sealed record CooperationChange(DateTimeOffset At, string Who, IReadOnlyList<CooperationEdit> Edits);

public sealed partial class Cooperations
{
    /// <summary>Says it differently; what stood before stays in its history. What is linked stays linked.</summary>
    /// <exception cref="Refused">As <see cref="Log"/>; or it is withdrawn.</exception>
    public async Task<Cooperation> Change(Actor actor, string id, NewCooperation cooperation)
    {
        actor.Must(Act.LogCooperation);
        var ready = Check(cooperation, actor.Today(clock));
        return await db.Write(actor.PoleId, async tx =>
        {
            var before = await OwnStanding(tx, actor, id);
            Refused.If(!actor.May(Act.ManageCooperations) && !ready.MemberIds.Contains(actor.OrganisationId!), "members", "cooperations.not_yours");
            await MustBelong(tx, actor.PoleId, ready.MemberIds);
            ready = ready with { Title = ready.Title ?? before.Title };
            var edits = Differences(before, ready);
            if (edits.Count == 0) return before;
            await tx.Execute("""
                update cooperations set title = @Title, text = @Text, level = @Level, form = @Form, commercial = @Commercial, strategic = @Strategic,
                    project = @Project, axis = @Axis, from_day = @FromDay, to_day = @ToDay, amount_cents = @AmountCents, turnover_share = @TurnoverShare, jobs_milli = @JobsMilli
                where id = @id
                """, With(ready, new { id }));
            await tx.Execute("delete from cooperation_members where cooperation_id = @id and organisation_id not in @stay", new { id, stay = ready.MemberIds.ToArray() });
            await Join(tx, id, ready.MemberIds);
            foreach (var gone in before.Thirds.Where(t => !ready.Thirds.Contains(t.Name))) await tx.Execute("delete from cooperation_thirds where cooperation_id = @id and name = @Name", new { id, gone.Name });
            foreach (var name in ready.Thirds) await tx.Execute("insert into cooperation_thirds (cooperation_id, name) values (@id, @name) on conflict do nothing", new { id, name });
            await Remember(tx, actor, id, edits);
            await tx.Announce(actor, new CooperationChanged(actor.PoleId, id));
            return await Stand(tx, actor.PoleId, id);
        });
    }

    /// <summary>It is over: its last day, and what came of it in words. Twice is once.</summary>
    /// <exception cref="Refused">«last» is before its first day or too far; «outcome» is too long.</exception>
    public Task Close(Actor actor, string id, DateOnly lastDay, string? outcome)
    {
        actor.Must(Act.LogCooperation);
        var text = Text(outcome, "outcome", LongestOutcome);
        return db.Write(actor.PoleId, async tx =>
        {
            var cooperation = await Own(tx, actor, id);
            CheckEnd(cooperation.FromDay, lastDay, actor.Today(clock), "last");
            if (await tx.Execute("""
                update cooperations set state = 'closed', to_day = @lastDay, outcome = @text, ended_by = @PersonId, ended_at = @Now where id = @id and state = 'active'
                """, new { lastDay, text, actor.PersonId, tx.Now, id }) == 1)
                await tx.Announce(actor, new CooperationClosed(actor.PoleId, id));
        });
    }

    /// <summary>It goes on after all, or was withdrawn by mistake; why it was withdrawn is then no more said. Its last day stays as it was, to be changed there.</summary>
    public Task Reopen(Actor actor, string id)
    {
        actor.Must(Act.LogCooperation);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            if (await tx.Execute("update cooperations set state = 'active', outcome = case when state = 'withdrawn' then null else outcome end, ended_by = null, ended_at = null where id = @id and state <> 'active'", new { id }) == 1)
                await tx.Announce(actor, new CooperationReopened(actor.PoleId, id));
        });
    }

    /// <summary>It never was: noted by mistake, or twice. It counts nowhere from now on, and its hours are free again.</summary>
    public Task Withdraw(Actor actor, string id, string? reason)
    {
        actor.Must(Act.LogCooperation);
        var text = Text(reason, "reason", LongestOutcome);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            if (await tx.Execute("update cooperations set state = 'withdrawn', outcome = @text, ended_by = @PersonId, ended_at = @Now where id = @id and state <> 'withdrawn'",
                new { text, actor.PersonId, tx.Now, id }) == 0) return;
            await tx.Execute("delete from cooperation_links where cooperation_id = @id and kind in ('agreement', 'line')", new { id });
            await tx.Announce(actor, new CooperationWithdrawn(actor.PoleId, id));
        });
    }

    private static Task<int> Remember(Tx tx, Actor actor, string id, List<CooperationEdit> edits) => tx.Execute(
        "insert into cooperation_changes (id, cooperation_id, at, changed_by, changes) values (@change, @id, @Now, @PersonId, @edits)",
        new { change = Ids.New(), id, tx.Now, actor.PersonId, edits = JsonSerializer.Serialize(edits) });

    private static List<CooperationEdit> Differences(Cooperation before, Ready after)
    {
        (string Field, string? Before, string? After)[] all =
        [
            ("title", before.Title, after.Title), ("text", before.Text, after.Text), ("level", before.Level, after.Level), ("form", before.Form, after.Form),
            ("commercial", Whole(before.Commercial), Whole(after.Commercial)), ("strategic", Whole(before.Strategic), Whole(after.Strategic)),
            ("project", before.Project, after.Project), ("axis", before.Axis, after.Axis),
            ("from", before.FromDay.Iso(), after.FromDay.Iso()), ("to", before.ToDay?.Iso(), after.ToDay?.Iso()),
            ("amount", Whole(before.AmountCents), Whole(after.AmountCents)), ("turnover", Whole(before.TurnoverShare), Whole(after.TurnoverShare)), ("jobs", Whole(before.JobsMilli), Whole(after.JobsMilli)),
            ("members", Joined(before.Members.Select(m => m.OrganisationId)), Joined(after.MemberIds)),
            ("thirds", Listed(before.Thirds.Select(t => t.Name)), Listed(after.Thirds)),
        ];
        return [.. all.Where(f => f.Before != f.After).Select(f => new CooperationEdit(f.Field, f.Before, f.After))];

        static string? Whole(long? number) => number?.ToString(CultureInfo.InvariantCulture);
        static string Joined(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
        static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
    }
}
