using System.Globalization;

namespace Ptce.Workspace;

/// <summary>An organisation said that it gave nothing in a month. Month: "2026-11".</summary>
public sealed record NothingGiven(string PoleId, string OrganisationId, string Month) : Event(PoleId, OrganisationId);

/// <summary>A member without a line in a period.</summary>
/// <param name="Said">It said that there was nothing to note, for every month of the period that has come.</param>
public sealed record SilentMember(string OrganisationId, string Name, bool Said);

public sealed partial class Contributions
{
    private const string GaveThen = """
        select 1 from contributions c
        where c.pole_id = @pole and c.day >= @from and c.day <= @to and c.state <> 'cancelled' and c.reverses_id is null
        """;

    /// <summary>"Rien ce mois-ci": the actor's organisation says that it gave nothing in a month. A line noted later simply stands; twice is once.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <exception cref="Refused">The month is to come, or too far back; the organisation has lines in it; the actor speaks for none.</exception>
    public Task NothingIn(Actor actor, DateOnly month)
    {
        actor.Must(Act.LogContribution);
        var own = actor.OrganisationId ?? throw new Refused("", "contributions.no_organisation");
        var from = new DateOnly(month.Year, month.Month, 1);
        CheckDay(from, actor.Today(clock));
        return db.Write(actor.PoleId, async tx =>
        {
            Refused.If(await tx.MaybeOne<long?>(GaveThen + " and c.organisation_id = @own limit 1", new { pole = actor.PoleId, own, from, to = from.AddMonths(1).AddDays(-1) }) is not null,
                "", "contributions.not_quiet");
            var name = Month(from);
            if (await tx.Execute("""
                insert into quiet_months (pole_id, organisation_id, month, said_by, said_at) values (@PoleId, @own, @name, @PersonId, @Now)
                on conflict do nothing
                """, new { actor.PoleId, own, name, actor.PersonId, tx.Now }) == 1)
                await tx.Announce(actor, new NothingGiven(actor.PoleId, own, name));
        });
    }

    /// <summary>The month before this one, where the actor's organisation has no line in it and has not said that there was nothing.</summary>
    /// <returns>Its first day; null when nothing is open.</returns>
    public async Task<DateOnly?> OpenMonth(Actor actor)
    {
        if (!actor.May(Act.LogContribution) || actor.OrganisationId is null) return null;
        var today = actor.Today(clock);
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var silent = await Silent(actor.PoleId, from, from.AddMonths(1).AddDays(-1), today);
        return silent.Any(s => s.OrganisationId == actor.OrganisationId && !s.Said) ? from : null;
    }

    /// <summary>The members of a period that gave no line in it, by name: those that said there was nothing, and those that did not answer.</summary>
    public Task<IReadOnlyList<SilentMember>> Silent(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return Silent(actor.PoleId, from, to, actor.Today(clock));
    }

    private async Task<IReadOnlyList<SilentMember>> Silent(string poleId, DateOnly from, DateOnly to, DateOnly today)
    {
        var last = to < today ? to : today;
        var months = last < from ? 0 : (last.Year - from.Year) * 12 + last.Month - from.Month + 1;
        var rows = await db.Read<(string Id, string Name, long Said)>($"""
            select o.id, o.name, (select count(*) from quiet_months q where q.pole_id = @pole and q.organisation_id = o.id and q.month >= @first and q.month <= @final) as said
            from organisations o
            where o.id in (select m.organisation_id from memberships m where m.pole_id = @pole and m.circle = 'membre' and m.from_day <= @to and (m.to_day is null or m.to_day >= @from))
              and not exists ({GaveThen} and c.organisation_id = o.id)
            order by o.name, o.id
            """, new { pole = poleId, from, to, first = Month(from), final = Month(last) });
        return [.. rows.Select(r => new SilentMember(r.Id, r.Name, months > 0 && r.Said >= months))];
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
