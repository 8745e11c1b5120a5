namespace Ptce.Workspace;

public sealed partial class StaffLoans
{
    private const int MonthsBack = 12; // documents may be dated late; further back a person is asked

    private sealed record Due
    {
        public required string Id { get; init; }
        public required string PoleId { get; init; }
        public required string Zone { get; init; }
    }

    /// <summary>Proposes the lines of the months that ended, in every loan that is complete: one line a working day, a draft of the person lent. The clock's own act.</summary>
    /// <remarks>A day is proposed once: what the person discarded (leave, illness) does not come back.</remarks>
    /// <returns>How many lines were proposed.</returns>
    public async Task<long> ProposeMonths(JobAccount account)
    {
        long proposed = 0;
        foreach (var due in await db.Read<Due>("""
            select l.id, l.pole_id, o.zone from staff_loans l join poles o on o.id = l.pole_id
            where l.consent_on is not null and l.agreement_on is not null and l.rider_on is not null
            order by l.id
            """))
        {
            var today = Zones.Day(clock.GetUtcNow(), due.Zone);
            var roll = await Roll.Read(db, due.PoleId, today);
            proposed += await db.Write(due.PoleId, async tx => await Propose(tx, roll, due, await tx.One<StaffLoan>($"select {Columns} from {Tables} where l.id = @Id", due), today));
        }
        account.Did("jobs.did.loans", proposed);
        return proposed;
    }

    private static async Task<long> Propose(Tx tx, Roll roll, Due due, StaffLoan loan, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var (first, last) = (new[] { loan.ActiveFrom!.Value, month.AddMonths(-MonthsBack) }.Max(), new[] { loan.LastDay, month.AddDays(-1) }.Min());
        if (last < first) return 0;
        var known = (await tx.Read<DateOnly>("select day from staff_loan_days where loan_id = @Id and day between @first and @last", new { loan.Id, first, last })).ToHashSet();
        var kind = loan.Free == 1 ? Kinds.MecenatCompetences : Kinds.PersonnelMisADisposition;
        long proposed = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (known.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.On(day, [loan.Country]).Count > 0) continue;
            var line = await Contributions.DraftLent(tx, roll, due.PoleId, new(day, loan.DayMinutes, kind, loan.Work.Length <= Contributions.LongestActivity ? loan.Work : null,
                [loan.UserId], loan.PersonId, loan.LenderId, loan.UserId, Note: loan.Qualification));
            await tx.Execute("insert into staff_loan_days (loan_id, day, contribution_id) values (@Id, @day, @line)", new { loan.Id, day, line });
            if (line is not null) proposed++;
        }
        return proposed;
    }

    /// <summary>The person lent says that a month was as proposed: its lines go to the organisation that had them. Twice is once.</summary>
    /// <param name="month">"2026-10".</param>
    /// <returns>How many lines went.</returns>
    /// <exception cref="NotAllowed">The actor is not the person lent.</exception>
    public async Task<long> ConfirmMonth(Actor actor, string id, string month)
    {
        actor.Must(Act.LendStaff);
        var loan = await One(actor, id);
        if (loan.PersonId != actor.PersonId) throw new NotAllowed();
        return await db.Write(actor.PoleId, async tx =>
        {
            var drafts = await tx.Read<string>("""
                select c.id from staff_loan_days d join contributions c on c.id = d.contribution_id
                where d.loan_id = @id and substr(d.day, 1, 7) = @month and c.state = 'draft' order by d.day
                """, new { id, month });
            var minutes = await Contributions.SubmitLent(tx, actor, drafts);
            if (drafts.Count > 0) await tx.Announce(actor, new StaffLoanMonthConfirmed(actor.PoleId, id, minutes));
            return drafts.Count;
        });
    }
}
