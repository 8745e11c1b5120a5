namespace Ptce.Workspace.Tests;

public abstract class StaffLoansTests(On on) : CastTest(on)
{
    private StaffLoans Loans => Get<StaffLoans>();

    // Amina, paid by Val Horizon, lent half of her time to Elips from 12 October 2026. Today is 19 November.
    private NewStaffLoan HalfOfAmina => new(
        Cast.Organisation("Val Horizon"), Cast.Organisation("Elips"), Cast.Amina.PersonId, "Animatrice sociale", "Animation du tiers-lieu", "Briey",
        new(2026, 10, 12), new(2027, 3, 31), 0.5m, 2100, 230_000, 96_601, 4_000);

    private async Task<StaffLoan> Complete(NewStaffLoan? asked = null)
    {
        var loan = await Loans.Propose(Cast.Amina, asked ?? HalfOfAmina);
        await Loans.Sign(Cast.Amina, loan.Id, "consent", new(2026, 10, 1), "Dossier RH");
        await Loans.Sign(Cast.Bruno, loan.Id, "agreement", new(2026, 10, 5), "Convention 2026-10");
        return await Loans.Sign(Cast.Amina, loan.Id, "rider", new(2026, 10, 15), "Avenant n° 1");
    }

    private Task<IReadOnlyList<(string Day, long Minutes, string Kind, string State)>> Lines() =>
        Db.Read<(string, long, string, string)>("select day, minutes, kind, state from contributions order by day");

    [Fact]
    public async Task A_loan_counts_from_the_last_of_its_three_documents_and_its_months_propose_their_working_days_once()
    {
        var loan = await Loans.Propose(Cast.Amina, HalfOfAmina);
        await Loans.Sign(Cast.Amina, loan.Id, "consent", new(2026, 10, 1), "Dossier RH");
        await Loans.Sign(Cast.Bruno, loan.Id, "agreement", new(2026, 10, 5), "Convention 2026-10");
        Assert.Equal("incomplete", (await Loans.One(Cast.Amina, loan.Id)).State(new(2026, 11, 19)));
        Assert.Equal(0, await Loans.ProposeMonths(JobAccount.Unkept()));

        loan = await Loans.Sign(Cast.Amina, loan.Id, "rider", new(2026, 10, 15), "Avenant n° 1");
        Assert.Equal(("active", new DateOnly(2026, 10, 15), 210), (loan.State(new(2026, 11, 19)), loan.ActiveFrom, (int)loan.DayMinutes));
        Assert.Equal(165_301, loan.MonthCents); // half of 2,300.00 + 966.01 + 40.00 = 1,653.005 €, rounded half-up

        // From Thursday 15 October to Saturday 31: 12 working days. November has not ended.
        Assert.Equal(12, await Loans.ProposeMonths(JobAccount.Unkept()));
        Assert.Equal(0, await Loans.ProposeMonths(JobAccount.Unkept()));
        var lines = await Lines();
        Assert.Equal(("2026-10-15", 210, "personnel_mis_a_disposition", "draft"), lines[0]);
        Assert.DoesNotContain(lines, l => DateOnly.Parse(l.Day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        Clock.Advance(TimeSpan.FromDays(30)); // 19 December: November has ended; Armistice Day was not worked
        Assert.Equal(20, await Loans.ProposeMonths(JobAccount.Unkept()));
        Assert.DoesNotContain(await Lines(), l => l.Day == "2026-11-11");
    }

    [Fact]
    public async Task The_person_lent_confirms_a_month_with_one_tap_and_what_was_discarded_stays_away()
    {
        var loan = await Complete();
        await Loans.ProposeMonths(JobAccount.Unkept());
        var ill = (await Get<Contributions>().Drafts(Cast.Amina))[0];
        await Get<Contributions>().Cancel(Cast.Amina, ill.Id);

        await Assert.ThrowsAsync<NotAllowed>(() => Loans.ConfirmMonth(Cast.Bruno, loan.Id, "2026-10"));
        Assert.Equal(11, await Loans.ConfirmMonth(Cast.Amina, loan.Id, "2026-10"));
        Assert.Equal(0, await Loans.ConfirmMonth(Cast.Amina, loan.Id, "2026-10"));
        Assert.Equal(0, await Loans.ProposeMonths(JobAccount.Unkept()));

        Assert.Equal([new LoanMonth("2026-10", 11, 11 * 210, 0)], await Loans.Months(loan));
        Assert.Equal(11, await Get<Contributions>().CountWaitingForMe(Cast.Bruno)); // Elips had her: its word confirms
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'StaffLoanMonthConfirmed'"));
    }

    [Fact]
    public async Task A_free_loan_is_skills_sponsorship_and_ends_when_it_is_ended()
    {
        var loan = await Complete(HalfOfAmina with { Free = true });
        await Loans.End(Cast.Bruno, loan.Id, new(2026, 10, 20));

        Assert.Equal(4, await Loans.ProposeMonths(JobAccount.Unkept())); // 15, 16, 19 and 20 October
        Assert.All(await Lines(), l => Assert.Equal("mecenat_competences", l.Kind));
        Assert.Equal("ended", (await Loans.One(Cast.Chloe, loan.Id)).State(new(2026, 11, 19)));
    }

    [Fact]
    public async Task What_a_person_costs_and_the_loan_itself_are_for_its_parties_the_cell_and_the_treasurer()
    {
        var loan = await Complete();
        foreach (var reads in new[] { Cast.Amina, Cast.Gaelle, Cast.Bruno, Cast.Chloe, Cast.David }) Assert.Equal(loan.Id, Assert.Single(await Loans.List(reads)).Id);
        Assert.Empty(await Loans.List(Cast.Elise));
        await Assert.ThrowsAsync<NotHere>(() => Loans.One(Cast.Elise, loan.Id));
        await Assert.ThrowsAsync<NotHere>(() => Loans.Sign(Cast.Zora, loan.Id, "rider", new(2026, 10, 15), "x"));
        await Assert.ThrowsAsync<NotAllowed>(() => Loans.Sign(Cast.Elise, loan.Id, "rider", new(2026, 10, 15), "x"));
        Assert.Equal([true, true, true, false], new[] { Cast.Amina, Cast.Bruno, Cast.David, Cast.Chloe }.Select(loan.ShowsCost));
        // Only the person or the employer says that the person agreed.
        var other = await Loans.Propose(Cast.Amina, HalfOfAmina);
        await Assert.ThrowsAsync<NotAllowed>(() => Loans.Sign(Cast.Bruno, other.Id, "consent", new(2026, 10, 1), "x"));
    }

    [Fact]
    public async Task What_is_no_loan_is_refused_at_its_field_and_leaves_nothing()
    {
        foreach (var (asked, field) in new[]
        {
            (HalfOfAmina with { UserId = HalfOfAmina.LenderId }, "user"),
            (HalfOfAmina with { To = new(2026, 10, 11) }, "to"),
            (HalfOfAmina with { To = new(2030, 1, 1) }, "to"),
            (HalfOfAmina with { Share = 1.01m }, "share"),
            (HalfOfAmina with { WeeklyMinutes = 49 * 60 }, "weekly"),
            (HalfOfAmina with { GrossCents = 0 }, "gross"),
            (HalfOfAmina with { ChargesCents = -1 }, "charges"),
            (HalfOfAmina with { Work = " " }, "work"),
            (HalfOfAmina with { Country = "DE" }, "country"),
            (HalfOfAmina with { PersonId = Cast.David.PersonId }, "person"),
        })
            Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Loans.Propose(Cast.Amina, asked))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Loans.Propose(Cast.Elise, HalfOfAmina)); // neither lends nor receives
        Assert.Equal(0, await Db.One<long>("select count(*) from staff_loans"));
        Assert.Equal(0, await Db.One<long>("select count(*) from events where name like 'StaffLoan%'"));
    }
}

public sealed class StaffLoansOnSqlite() : StaffLoansTests(On.Sqlite);

public sealed class StaffLoansOnPostgres() : StaffLoansTests(On.Postgres);
