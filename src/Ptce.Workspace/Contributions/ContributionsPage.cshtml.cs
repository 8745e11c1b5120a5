using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Contributions: what waits for my word, my lines by month, everything I may read, and a form to log time.</summary>
public sealed class ContributionsPage(Contributions contributions, Members members, Poles poles, Actor actor, Say say, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int MostWaiting = 50;

    [BindProperty(SupportsGet = true)] public string? Vue { get; set; }
    [BindProperty(SupportsGet = true)] public string? Etat { get; set; }
    [BindProperty(SupportsGet = true)] public string? Organisation { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Du { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Au { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Here => $"/p/{actor.PoleSlug}/contributions";

    /// <summary>All that the actor may read, instead of their own lines.</summary>
    public bool All => Vue == "toutes";
    public bool Filtered => Etat is not null || Organisation is not null || Du is not null || Au is not null;

    public LineForm Form { get; private set; } = new();

    /// <summary>Makes a form sent twice one line.</summary>
    public string RequestKey { get; private set; } = Ids.New();

    public IReadOnlyList<Contribution> Waiting { get; private set; } = [];
    public long WaitingCount { get; private set; }
    public IReadOnlyList<Contribution> ToValidate { get; private set; } = [];
    public long ToValidateCount { get; private set; }
    public ContributionList Lines { get; private set; } = new([], null);
    public IReadOnlyList<MonthTotal> Months { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];

    /// <summary>A month in which one's organisation noted nothing, and said nothing of it.</summary>
    public DateOnly? Open { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostNothing(string? month)
    {
        await contributions.NothingIn(actor, Field.Day(month, "day"));
        TempData["Notice"] = say["contributions.quiet_noted"];
        return new SeeOther(Here);
    }

    /// <summary>The lines the reader may read, as a file; the period of the filter applies.</summary>
    public async Task<IActionResult> OnGetExport()
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=contributions-{actor.PoleSlug}.csv";
        await CsvFile.Write(Response.Body, say.Culture, Contributions.ExportColumns, contributions.Export(actor, Du, Au));
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostLog([FromForm] LineForm form, string? key)
    {
        (Form, RequestKey) = (form, key ?? RequestKey);
        var line = form.Read(actor.Language, (await poles.BySlug(actor.PoleSlug))!);
        var logged = (await contributions.Log(actor, [line], "web", key))[0];
        TempData["Notice"] = string.Join(" ", [say["contributions.logged", logged.Title(say, Today)], .. logged.Notices.Select(n => n.In(say))]);
        return new SeeOther(Here);
    }

    public Task<IActionResult> OnPostConfirm(string? one, string[] ids) =>
        Done(contributions.ConfirmMany(actor, Chosen(one, ids)), "contributions.confirmed_many");

    public Task<IActionResult> OnPostValidate(string? one, string[] ids) =>
        Done(contributions.ValidateMany(actor, Chosen(one, ids)), "contributions.validated_many");

    private static string[] Chosen(string? one, string[] ids) => string.IsNullOrEmpty(one) ? ids : [one];

    private async Task<IActionResult> Done(Task<Batch> act, string words)
    {
        var batch = await act;
        if (batch is { Done: 0, Left: [var only, ..] }) throw only.Reason;
        var reasons = batch.Left.Select(l => l.Reason.In(say.Language)).Distinct();
        TempData["Notice"] = string.Join(" ", [say[batch.Done == 1 ? words + ".one" : words, batch.Done], .. batch.Left.Count == 0 ? [] : (string[])[say["contributions.left_out", batch.Left.Count]], .. reasons]);
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Open = await contributions.OpenMonth(actor);
        actor.Must(Act.ReadPole);
        // What the cell may validate at once is asked there, not twice.
        Waiting = [.. (await contributions.WaitingForMe(actor, MostWaiting)).Where(l => !Contributions.MayValidate(actor, l))];
        WaitingCount = Waiting.Count < MostWaiting ? Waiting.Count : await contributions.CountWaitingForMe(actor);
        ToValidate = await contributions.ToValidate(actor, MostWaiting);
        ToValidateCount = ToValidate.Count < MostWaiting ? ToValidate.Count : await contributions.CountToValidate(actor);
        var state = Etat is not null && States.All.Contains(Etat) ? Etat : null;
        Lines = All
            ? await contributions.OfPole(actor, new(state, Given(Organisation), Du, Au), Apres)
            : await contributions.Mine(actor, Apres, state: state, from: Du, to: Au);
        if (!All) Months = await contributions.MyMonths(actor);
        Form.Day ??= Today.Iso();
        Organisations = await members.Organisations(actor);
        if (actor.May(Act.LogForOthers)) People = [.. (await members.People(actor)).DistinctBy(p => p.PersonId)];
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The same list, further down or seen otherwise.</summary>
    public string Address(string? vue = null, string? apres = null)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["vue"] = vue ?? Vue,
            ["etat"] = Etat,
            ["organisation"] = Organisation,
            ["du"] = Du?.Iso(),
            ["au"] = Au?.Iso(),
            ["apres"] = apres,
        }.Where(p => !string.IsNullOrEmpty(p.Value)));
        return Here + query;
    }
}

/// <summary>One row of a list of lines: <c>_Line</c>.</summary>
/// <param name="Act">"Confirm" or "Validate": the row can be ticked, and has the act as a button.</param>
/// <param name="Whose">The row says whose line it is; in a list of one's own it does not.</param>
public sealed record LineRow(Contribution Line, Actor Actor, DateOnly Today, string? Act = null, bool Whose = true)
{
    public string Href => $"/p/{Actor.PoleSlug}/contributions/{Line.Id}";

    public Standing Standing(Say say)
    {
        var needsMe = Contributions.MayConfirm(Actor, Line) || Contributions.MayValidate(Actor, Line) || (Line.State == States.Contested && Line.IsOf(Actor.PersonId));
        return new(needsMe ? Meaning.NeedsYou : Line.State switch { States.Validated or States.Locked => Meaning.Done, States.Cancelled => Meaning.Over, _ => Meaning.Waiting }, States.Word(say, Line.State));
    }
}
