namespace Ptce.Workspace.Tests;

/// <summary>What guards the commands and readings of the ledger.</summary>
public static class ContributionRights
{
    public static IEnumerable<Guarded> All =>
    [
        new(Act.LogContribution, "Contributions.Log", (s, a) => s.Get<Contributions>().Log(a, [s.Minute() with { PartyIds = [s.Cast.Organisation("Elips")] }], "web")),
        new(Act.LogForOthers, "Contributions.Log", (s, a) => s.Get<Contributions>().Log(a, [s.Minute() with { PersonId = s.Cast.Bruno.PersonId }], "web")),
        new(Act.LogContribution, "Contributions.LastOf", (s, a) => s.Get<Contributions>().LastOf(a), NoForeignId: true),
        new(Act.LogContribution, "Contributions.Answer", async (s, a) => await s.Get<Contributions>().Answer(a, await s.ContestedLine(), "Si.")),
        new(Act.LogContribution, "Contributions.Correct", async (s, a) => await s.Get<Contributions>().Correct(a, await s.LineOfElise(), activity: "copil")),
        new(Act.LogContribution, "Contributions.Cancel", async (s, a) => await s.Get<Contributions>().Cancel(a, await s.LineOfElise())),
        new(Act.AddEvidence, "LineEvidence.Attach", async (s, a) => await s.Get<LineEvidence>().Attach(a, await s.LineWithElise(), "f.txt", new MemoryStream([.. "feuille"u8]))),
        new(Act.AddEvidence, "LineEvidence.Refer", async (s, a) => await s.Get<LineEvidence>().Refer(a, await s.LineWithElise(), "https://example.org/" + Ids.New())),
        new(Act.AddEvidence, "LineEvidence.Withdraw", async (s, a) => await s.Get<LineEvidence>().Withdraw(a, await Piece(s, a))),
        new(Act.ReadPole, "LineEvidence.Of", async (s, a) => await s.Get<LineEvidence>().Of(a, await s.LineWithElise())),
        new(Act.ReadPole, "LineEvidence.Open", async (s, a) => await s.Get<LineEvidence>().Open(a, await Piece(s, s.Cast.Chloe))),
        new(Act.LendStaff, "StaffLoans.Propose", (s, a) => s.Get<StaffLoans>().Propose(a, Loan(s))),
        new(Act.LendStaff, "StaffLoans.Sign", async (s, a) => await s.Get<StaffLoans>().Sign(a, await LoanOf(s), "agreement", s.Today, "Classeur")),
        new(Act.LendStaff, "StaffLoans.End", async (s, a) => await s.Get<StaffLoans>().End(a, await LoanOf(s), s.Today)),
        new(Act.LendStaff, "StaffLoans.ConfirmMonth", async (s, a) => await s.Get<StaffLoans>().ConfirmMonth(a, await LoanOf(s), "2026-10")),
        new(Act.ReadPole, "StaffLoans.List", (s, a) => s.Get<StaffLoans>().List(a), NoForeignId: true),
        new(Act.ReadPole, "StaffLoans.One", async (s, a) => await s.Get<StaffLoans>().One(a, await LoanOf(s))),
        new(Act.ConfirmContribution, "Contributions.Confirm", async (s, a) => await s.Get<Contributions>().Confirm(a, await s.LineWithElise())),
        new(Act.ConfirmContribution, "Contributions.ConfirmMany", async (s, a) => await s.Get<Contributions>().ConfirmMany(a, [await s.LineWithElise()])),
        new(Act.ConfirmContribution, "Contributions.Contest", async (s, a) => await s.Get<Contributions>().Contest(a, await s.LineWithElise(), "Non.")),
        new(Act.ValidateContribution, "Contributions.Validate", async (s, a) => await s.Get<Contributions>().Validate(a, await s.LineOfThePole())),
        new(Act.ValidateContribution, "Contributions.ValidateMany", async (s, a) => await s.Get<Contributions>().ValidateMany(a, [await s.LineOfThePole()])),
        new(Act.ReadPole, "Contributions.Export", async (s, a) => await s.Get<Contributions>().Export(a).CountAsync(), NoForeignId: true),
        new(Act.LogContribution, "Contributions.NothingIn", (s, a) => s.Get<Contributions>().NothingIn(a, new(2023, 5, 1)), NoForeignId: true),
        new(Act.ReadPole, "Contributions.Silent", (s, a) => s.Get<Contributions>().Silent(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Contributions.One", async (s, a) => await s.Get<Contributions>().One(a, await s.LineWithElise())),
        new(Act.ReadPole, "Contributions.History", async (s, a) => await s.Get<Contributions>().History(a, await s.Get<Contributions>().One(s.Entitled, await s.LineWithElise())), NoForeignId: true),
        new(Act.ReadPole, "Contributions.Relatives", async (s, a) => await s.Get<Contributions>().Relatives(a, await s.Get<Contributions>().One(s.Entitled, await s.LineWithElise())), NoForeignId: true),
        new(Act.ReadPole, "Contributions.Balance", (s, a) => s.Get<Contributions>().Balance(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Contributions.MinutesOf", (s, a) => s.Get<Contributions>().MinutesOf(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Contributions.Mine", (s, a) => s.Get<Contributions>().Mine(a), NoForeignId: true),
        new(Act.ReadPole, "Contributions.MyMonths", (s, a) => s.Get<Contributions>().MyMonths(a), NoForeignId: true),
        new(Act.ReadPole, "Contributions.OfPole", (s, a) => s.Get<Contributions>().OfPole(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Contributions.WaitingForMe", (s, a) => s.Get<Contributions>().WaitingForMe(a), NoForeignId: true),
        new(Act.ReadPole, "Contributions.CountWaitingForMe", (s, a) => s.Get<Contributions>().CountWaitingForMe(a), NoForeignId: true),
    ];

    private static async Task<string> Piece(Stage s, Actor by) =>
        (await s.Get<LineEvidence>().Attach(by.May(Act.AddEvidence) ? by : s.Cast.Chloe, await s.LineWithElise(), "f.txt", new MemoryStream([.. "feuille"u8]))).Id;

    // Lent by the organisation of whoever tries, who is the person lent.
    private static NewStaffLoan Loan(Stage s) => new(
        s.Cast.Organisation("Re-Sources"), s.Cast.Organisation("La Coursive"), s.Cast.Elise.PersonId, "Animatrice", "Animation", "Briey", s.Today, s.Today.AddDays(30), 0.5m, 2100, 200_000, 80_000, 0);

    private static async Task<string> LoanOf(Stage s) => (await s.Get<StaffLoans>().Propose(s.Entitled, Loan(s))).Id;
}
