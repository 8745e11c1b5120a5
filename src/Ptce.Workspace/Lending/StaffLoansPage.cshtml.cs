using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Mises à disposition: the loans of staff one may read, and the form that proposes one.</summary>
public sealed class StaffLoansPage(StaffLoans loans, Members members, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    /// <summary>A loan as typed: texts, so that what was refused is shown again as it was.</summary>
    public sealed record Form
    {
        public string Lender { get; init; } = "";
        public string User { get; init; } = "";
        public string Person { get; init; } = "";
        public string Qualification { get; init; } = "";
        public string Work { get; init; } = "";
        public string Place { get; init; } = "";
        public string From { get; init; } = "";
        public string To { get; init; } = "";
        public string Share { get; init; } = "50";
        public string Weekly { get; init; } = "35";
        public string Gross { get; init; } = "";
        public string Charges { get; init; } = "";
        public string Expenses { get; init; } = "";
        public string Country { get; init; } = "FR";
        public bool Free { get; init; }
    }

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/mises-a-disposition";
    public DateOnly Today { get; } = actor.Today(clock);
    public bool MayPropose => Actor.May(Act.LendStaff);
    public IReadOnlyList<StaffLoan> Loans { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];
    public Form Typed { get; private set; } = new();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost([FromForm] Form typed)
    {
        Typed = typed;
        var loan = await loans.Propose(Actor, new(
            typed.Lender, typed.User, typed.Person, typed.Qualification, typed.Work, typed.Place, Field.Day(typed.From, "from"), Field.Day(typed.To, "to"),
            Field.Number(typed.Share, "share") / 100, (long)(Field.Number(typed.Weekly, "weekly") * 60),
            Field.CentsIfAny(typed.Gross, "gross") ?? 0, Field.CentsIfAny(typed.Charges, "charges") ?? 0, Field.CentsIfAny(typed.Expenses, "expenses") ?? 0, typed.Free, typed.Country));
        return new SeeOther($"{Here}/{loan.Id}");
    }

    public async Task Load()
    {
        Loans = await loans.List(Actor);
        if (!MayPropose) return;
        Organisations = await members.Organisations(Actor);
        People = await members.People(Actor);
    }
}
