namespace Ptce.Workspace;

/// <summary>Mises à disposition: every way to propose, complete, end or read a loan of staff.</summary>
public sealed partial class StaffLoans(Db db, TimeProvider clock)
{
    public const int LongestText = 200;                       // characters
    public const long MostWeeklyMinutes = 48 * 60;            // legal maximum of a week
    public const long MostMonthCents = 5_000_000;             // of each part of a month's cost
    public const int LongestYears = 3;

    private const string Columns = """
        l.id, l.lender_id, lo.name as lender_name, l.user_id, uo.name as user_name, l.person_id, p.name as person_name, l.qualification, l.work, l.place,
        l.from_day, l.to_day, l.share_basis_points, l.weekly_minutes, l.gross_cents, l.charges_cents, l.expenses_cents, l.free, l.country,
        l.consent_on, l.consent_reference, l.agreement_on, l.agreement_reference, l.rider_on, l.rider_reference, l.ended_on
        """;

    private const string Tables = """
        staff_loans l
        join organisations lo on lo.id = l.lender_id
        join organisations uo on uo.id = l.user_id
        join people p on p.id = l.person_id
        """;

    /// <summary>Records what lender and user mean to agree on. It counts for nothing until its three documents are dated.</summary>
    /// <remarks>By either of the two organisations, or by the cell. The person must hold a mandate for the lender.</remarks>
    /// <exception cref="Refused">A field is missing or out of range; the two organisations are one; the person is not the lender's.</exception>
    public Task<StaffLoan> Propose(Actor actor, NewStaffLoan asked)
    {
        actor.Must(Act.LendStaff);
        var (qualification, work, place) = (Text("qualification", asked.Qualification), Text("work", asked.Work), Text("place", asked.Place));
        Refused.If(asked.LenderId == asked.UserId, "user", "lending.same_organisation");
        Refused.If(asked.To < asked.From, "to", "lending.ends_before");
        Refused.If(asked.To > asked.From.AddYears(LongestYears), "to", "lending.too_long", LongestYears);
        Refused.If(asked.Share is <= 0 or > 1 || asked.Share * 10_000 != decimal.Truncate(asked.Share * 10_000), "share", "lending.share_range");
        Refused.If(asked.WeeklyMinutes is < 60 or > MostWeeklyMinutes, "weekly", "lending.weekly_range");
        foreach (var (cents, field) in new[] { (asked.GrossCents, "gross"), (asked.ChargesCents, "charges"), (asked.ExpensesCents, "expenses") })
            Refused.If(cents is < 0 or > MostMonthCents, field, "lending.cost_range");
        Refused.If(asked.GrossCents == 0, "gross", "lending.cost_range");
        Refused.If(!Holidays.Places.Contains(asked.Country), "country", "lending.unknown_country", string.Join(", ", Holidays.Places));
        if (asked.LenderId != actor.OrganisationId && asked.UserId != actor.OrganisationId) actor.Must(Act.ManageMembers);

        return db.Write(actor.PoleId, async tx =>
        {
            var today = actor.Today(clock);
            foreach (var organisation in new[] { asked.LenderId, asked.UserId })
                if (await tx.MaybeOne<string>("select id from memberships where pole_id = @PoleId and organisation_id = @organisation and (to_day is null or to_day >= @today) limit 1",
                    new { actor.PoleId, organisation, today }) is null) throw new NotHere();
            Refused.If(await tx.MaybeOne<string>("""
                select id from mandates where pole_id = @PoleId and person_id = @PersonId and organisation_id = @LenderId and (to_day is null or to_day >= @today) limit 1
                """, new { actor.PoleId, asked.PersonId, asked.LenderId, today }) is null, "person", "lending.not_of_lender");
            var id = Ids.New();
            await tx.Execute("""
                insert into staff_loans (id, pole_id, lender_id, user_id, person_id, qualification, work, place, from_day, to_day, share_basis_points, weekly_minutes,
                    gross_cents, charges_cents, expenses_cents, free, country, created_by, created_at)
                values (@id, @PoleId, @LenderId, @UserId, @PersonId, @qualification, @work, @place, @From, @To, @share, @WeeklyMinutes,
                    @GrossCents, @ChargesCents, @ExpensesCents, @free, @Country, @by, @Now)
                """, new
            {
                id,
                actor.PoleId,
                asked.LenderId,
                asked.UserId,
                asked.PersonId,
                qualification,
                work,
                place,
                asked.From,
                asked.To,
                share = (long)(asked.Share * 10_000),
                asked.WeeklyMinutes,
                asked.GrossCents,
                asked.ChargesCents,
                asked.ExpensesCents,
                free = asked.Free ? 1L : 0L,
                asked.Country,
                by = actor.PersonId,
                tx.Now,
            });
            await tx.Announce(actor, new StaffLoanProposed(actor.PoleId, id));
            return await Stand(tx, actor, id);
        });
    }

    /// <summary>Dates one of the three documents. With the last of them the loan becomes active, from the latest of the dates on.</summary>
    /// <param name="document">Of <see cref="StaffLoan.Documents"/>. The employee's agreement is dated by the employee or their employer.</param>
    /// <param name="reference">Where the signed paper is found.</param>
    /// <exception cref="Refused">«on» is to come; «reference» is missing.</exception>
    public Task<StaffLoan> Sign(Actor actor, string id, string document, DateOnly on, string reference)
    {
        actor.Must(Act.LendStaff);
        if (!StaffLoan.Documents.Contains(document)) throw new NotHere();
        Refused.If(on > actor.Today(clock), "on", "lending.dated_later");
        reference = Text("reference", reference);
        return db.Write(actor.PoleId, async tx =>
        {
            var loan = await Party(tx, actor, id);
            if (document == "consent" && actor.PersonId != loan.PersonId && actor.OrganisationId != loan.LenderId) actor.Must(Act.ManageMembers);
            if (await tx.Execute($"update staff_loans set {document}_on = @on, {document}_reference = @reference where id = @id and {document}_on is null", new { id, on, reference }) == 0) return loan;
            await tx.Announce(actor, new StaffLoanDocumentDated(actor.PoleId, id, document));
            var now = await Stand(tx, actor, id);
            if (now.ActiveFrom is not null) await tx.Announce(actor, new StaffLoanActive(actor.PoleId, id));
            return now;
        });
    }

    /// <summary>Ends a loan before its term; the contract of employment was never broken, so nothing else follows.</summary>
    /// <param name="last">Last day worked at the user's.</param>
    public Task End(Actor actor, string id, DateOnly last)
    {
        actor.Must(Act.LendStaff);
        return db.Write(actor.PoleId, async tx =>
        {
            var loan = await Party(tx, actor, id);
            Refused.If(last < loan.FromDay.AddDays(-1) || last > loan.ToDay, "last", "lending.end_outside");
            if (await tx.Execute("update staff_loans set ended_on = @last where id = @id and ended_on is null", new { id, last }) == 1)
                await tx.Announce(actor, new StaffLoanEnded(actor.PoleId, id));
        });
    }

    private static async Task<StaffLoan> Stand(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<StaffLoan>($"select {Columns} from {Tables} where l.id = @id and l.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();

    /// <summary>The loan, for one of its parties or the cell.</summary>
    private static async Task<StaffLoan> Party(Tx tx, Actor actor, string id)
    {
        var loan = await Stand(tx, actor, id);
        if (!loan.Concerns(actor)) actor.Must(Act.ManageMembers);
        return loan;
    }

    private static string Text(string field, string text)
    {
        text = text.Trim();
        Refused.If(text is "" or { Length: > LongestText }, field, "lending.text_length", LongestText);
        return text;
    }
}
