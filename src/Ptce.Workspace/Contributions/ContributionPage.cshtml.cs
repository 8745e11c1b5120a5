using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One line: what it says, where it stands, what happened to it, what it came from and what came of it, and the one next act.</summary>
public sealed class ContributionPage(Contributions contributions, LineEvidence evidence, Digests digests, Members members, Poles poles, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string List => $"/p/{actor.PoleSlug}/contributions";
    public string Here => $"{List}/{Id}";

    public Contribution Line { get; private set; } = null!;
    public LineRow Row => new(Line, actor, Today);

    /// <summary>What it is worth and by which rule; null where it is cancelled.</summary>
    public LineWorth? Worth { get; private set; }
    public IReadOnlyList<LineEvent> History { get; private set; } = [];
    public IReadOnlyList<Contribution> Relatives { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public LineForm Form { get; private set; } = new();
    public IReadOnlyList<EvidencePiece> Pieces { get; private set; } = [];

    /// <summary>The address of a document, as it was typed.</summary>
    public string? Link { get; private set; }
    private bool _typed;

    /// <summary>Once it is validated, a line is never touched: a correction stands beside it.</summary>
    public bool Settled => Line.State is States.Validated or States.Locked;
    public bool MayAnswer => Line.State == States.Contested && (Line.IsOf(actor.PersonId) || actor.May(Act.LogForOthers));
    public bool TakenBack => Relatives.Any(r => r.ReversesId == Line.Id);

    public bool MayAttach => actor.May(Act.AddEvidence);
    public bool MayWithdraw(EvidencePiece piece) => MayAttach && Line.State != States.Locked && (piece.AddedBy == actor.PersonId || actor.May(Act.LogForOthers));

    public Task OnGet() => Load();

    /// <summary>A file is handed over to be kept, never to be shown as a page of ours.</summary>
    public async Task<IActionResult> OnGetPiece(string? piece, CancellationToken stop)
    {
        var (found, content) = await evidence.Open(actor, piece ?? "", stop);
        return File(content, found.Type == "text/plain" ? "text/plain; charset=utf-8" : found.Type ?? "application/octet-stream", found.Name);
    }

    public async Task<IActionResult> OnPostAttach(IFormFile? file, string? link, CancellationToken stop)
    {
        Link = link;
        Refused.If(file is null && string.IsNullOrWhiteSpace(link), "file", "evidence.nothing");
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            await evidence.Attach(actor, Id, file.FileName, content, stop);
        }
        if (!string.IsNullOrWhiteSpace(link)) await evidence.Refer(actor, Id, link);
        return Back("", "evidence.added");
    }

    public async Task<IActionResult> OnPostWithdraw(string? piece)
    {
        await evidence.Withdraw(actor, piece ?? "");
        return Back("", "evidence.withdrawn");
    }

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
            wanted.PartyIds!.Order().SequenceEqual(before.Parties.Select(p => p.Id).Order()) ? null : wanted.PartyIds, wanted.Quantity, note: wanted.Note ?? "", unit: wanted.Unit, unitValueCents: wanted.UnitValueCents, basis: wanted.Basis);
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
        Pieces = await evidence.Of(actor, Id);
        Worth = await digests.WorthOf(Actor, Line);
        History = await contributions.History(actor, Line);
        Relatives = await contributions.Relatives(actor, Line);
        if (!Contributions.MayCorrect(actor, Line)) return;
        Organisations = await members.Organisations(actor);
        if (!_typed) Form = LineForm.Of(Line, say);
    }
}
