using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One loan of staff: its three documents, what it costs, its months, and what happened.</summary>
public sealed class StaffLoanPage(StaffLoans loans, Feed feed, Actor actor, Say t, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/mises-a-disposition";
    public string Here => $"{Home}/{Id}";
    public DateOnly Today { get; } = actor.Today(clock);
    public StaffLoan Loan { get; private set; } = null!;
    public IReadOnlyList<LoanMonth> Months { get; private set; } = [];
    public IReadOnlyList<Happening> Happened { get; private set; } = [];
    public bool MaySign => Actor.May(Act.LendStaff) && (Loan.Concerns(Actor) || Actor.May(Act.ManageMembers));
    public bool MayDate(string document) => MaySign && (document != "consent" || Actor.PersonId == Loan.PersonId || Actor.OrganisationId == Loan.LenderId || Actor.May(Act.ManageMembers));
    public bool IsPerson => Actor.PersonId == Loan.PersonId;

    /// <summary>The document whose form was refused, and what was typed there.</summary>
    public (string Document, string? On, string? Reference) Typed { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostSign(string? document, string? on, string? reference)
    {
        Typed = (document ?? "", on, reference);
        await loans.Sign(Actor, Id, document ?? "", Field.Day(on, "on"), reference ?? "");
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostMonth(string? month)
    {
        TempData["Notice"] = t["lending.month_confirmed", await loans.ConfirmMonth(Actor, Id, month ?? "")];
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostEnd(string? last)
    {
        await loans.End(Actor, Id, Field.Day(last, "last"));
        return new SeeOther(Here);
    }

    public string MonthName(string month) => t.Month(DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public async Task Load()
    {
        Loan = await loans.One(Actor, Id);
        Months = await loans.Months(Loan);
        Happened = await feed.Of(Actor, Id, t);
    }
}
