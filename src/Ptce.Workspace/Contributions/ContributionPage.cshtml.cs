using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One line: what it says, where it stands, what happened to it, what it came from and what came of it, and the one next act.</summary>
public sealed class ContributionPage(Contributions contributions, Members members, Poles poles, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string List => $"/p/{actor.PoleSlug}/contributions";
    public string Here => $"{List}/{Id}";

    public Contribution Line { get; private set; } = null!;
    public LineRow Row => new(Line, actor, Today);
    public IReadOnlyList<LineEvent> History { get; private set; } = [];
    public IReadOnlyList<Contribution> Relatives { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public LineForm Form { get; private set; } = new();
    private bool _typed;

    /// <summary>Once it is validated, a line is never touched: a correction stands beside it.</summary>
    public bool Settled => Line.State is States.Validated or States.Locked;
    public bool MayAnswer => Line.State == States.Contested && (Line.IsOf(actor.PersonId) || actor.May(Act.LogForOthers));
    public bool TakenBack => Relatives.Any(r => r.ReversesId == Line.Id);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostConfirm() => Back((await contributions.Confirm(actor, Id)).Amount(say), "contributions.done.confirmed");

    public async Task<IActionResult> OnPostValidate()
    {
        await contributions.Validate(actor, Id);
        return Back((await contributions.One(actor, Id)).Amount(say), "contributions.done.validated");
    }

    public async Task<IActionResult> OnPostContest(string? reason)
    {
        await contributions.Contest(actor, Id, reason ?? "");
        return Back("", "contributions.done.contested");
    }

    public async Task<IActionResult> OnPostAnswer(string? reply)
    {
        await contributions.Answer(actor, Id, reply ?? "");
        return Back("", "contributions.done.answered");
    }

    public async Task<IActionResult> OnPostCorrect([FromForm] LineForm form)
    {
        (Form, _typed) = (form, true);
        var wanted = form.Read(actor.Language, (await poles.BySlug(actor.PoleSlug))!);
        var before = await contributions.One(actor, Id);
        var right = await contributions.Correct(actor, Id, wanted.Minutes == before.Minutes ? null : wanted.Minutes, wanted.Day, wanted.Kind, wanted.Activity ?? "",
            wanted.PartyIds!.Order().SequenceEqual(before.Parties.Select(p => p.Id).Order()) ? null : wanted.PartyIds, wanted.Quantity, note: wanted.Note ?? "");
        TempData["Notice"] = string.Join(" ", [say["contributions.done.corrected"], .. right.Notices.Select(n => n.In(say))]);
        return new SeeOther($"{List}/{right.Id}");
    }

    public async Task<IActionResult> OnPostCancel()
    {
        await contributions.Cancel(actor, Id);
        return Back("", "contributions.done.cancelled");
    }

    private SeeOther Back(string amount, string words)
    {
        TempData["Notice"] = say[words, amount];
        return new(Here);
    }

    public async Task Load()
    {
        Line = await contributions.One(actor, Id);
        History = await contributions.History(actor, Line);
        Relatives = await contributions.Relatives(actor, Line);
        if (!Contributions.MayCorrect(actor, Line)) return;
        Organisations = await members.Organisations(actor);
        if (!_typed) Form = LineForm.Of(Line, say);
    }
}
