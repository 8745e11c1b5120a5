using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>One digest: hours first, euros after, what was left out and why, how it was valued, who approved which hash.</summary>
public sealed partial class DigestPage(Digests digests, Contributions contributions, Members members, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    private const int MostBars = 8; // organisations drawn; the table behind has them all

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/bilans";
    public string Here => $"{Home}/{Id}";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>"non" shows quantities alone.</summary>
    [BindProperty(SupportsGet = true, Name = "valeurs")]
    public string? Valeurs { get; set; }

    /// <summary>"1" checks the digest against its hash now.</summary>
    [BindProperty(SupportsGet = true, Name = "verifier")]
    public string? Verifier { get; set; }

    public bool ShowsValues => Valeurs != "non";
    public Digest Digest { get; private set; } = null!;
    public ILookup<string, DigestTotal> Totals { get; private set; } = null!;
    public IReadOnlyList<DigestRate> Rates { get; private set; } = [];
    public Members.Names Names { get; private set; } = null!;
    public DigestDiff? Diff { get; private set; }
    public Verdict? Verdict { get; private set; }
    public bool MayVote { get; private set; }

    /// <summary>Members without a line in the period as it stands now; for those who read the pole.</summary>
    public IReadOnlyList<SilentMember> Silent { get; private set; } = [];

    public bool MayOpen => Digest.State is Digest.Compiled or Digest.Returned && Actor.May(Act.OpenReview);
    public bool MayReturn => Digest.State == Digest.Review && (MayVote || Actor.May(Act.OpenReview));
    public bool MayCompileAgain => Digest.State is Digest.Compiled or Digest.Returned or Digest.Review && Actor.May(Act.CompileDigest);
    public long Unbooked => Digest.ValueCents - Totals["account"].Where(a => a.Name.StartsWith("86", StringComparison.Ordinal)).Sum(a => a.ValueCents);

    public async Task<IActionResult> OnGet()
    {
        await Load();
        return Digest.SameAs is { } same ? new SeeOther($"{Home}/{same}") : Page();
    }

    public async Task<IActionResult> OnPostOpen()
    {
        await digests.OpenReview(Actor, Id);
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostApprove(string? hash)
    {
        await digests.Approve(Actor, Id, hash ?? "");
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostReturn(string? reason)
    {
        await digests.Return(Actor, Id, reason ?? "");
        return new SeeOther(Here);
    }

    public async Task<IActionResult> OnPostAgain()
    {
        var digest = await digests.One(Actor, Id);
        return new SeeOther($"{Home}/{await digests.Ask(Actor, digest.FromDay, digest.ToDay)}");
    }

    public async Task Load()
    {
        Digest = await digests.One(Actor, Id);
        Totals = (await digests.Totals(Digest)).ToLookup(t => t.Facet);
        Rates = await digests.RatesUsed(Digest);
        Names = await members.AllNames(Actor.PoleId);
        MayVote = await digests.MayVote(Actor, Digest);
        if (Digest.Version > 1 && Digest.Hash is not null) Diff = await digests.Diff(Digest);
        await LoadVoices();
        await LoadRemarks();
        if (Actor.May(Act.ReadPole)) Silent = await contributions.Silent(Actor, Digest.FromDay, Digest.ToDay);
        if (Verifier == "1" && Digest.Hash is not null) Verdict = await digests.Verify(Digest.Id);
    }

    public string Lines(string? facet = null, string name = "") => Digests.LinesOf(Actor, Id, facet, name, ShowsValues);

    public string With(bool values) => Digests.PageOf(Actor, Id, values);

    /// <summary>The packs, in quantities alone where the page is.</summary>
    public string Reports => Packs.Home(Actor, Id, ShowsValues);

    /// <summary>An organisation in the balance of reciprocity: what it gave, what it received.</summary>
    public sealed record Balance(string Id, string Name, DigestTotal? Given, DigestTotal? Received)
    {
        public long Minutes => (Given?.Minutes ?? 0) + (Received?.Minutes ?? 0);
    }

    /// <summary>Every organisation that gave or received, by name; the pole itself, as receiver, last.</summary>
    public IReadOnlyList<Balance> Balances(Say t)
    {
        var given = Totals["giver"].ToDictionary(g => g.Name);
        var received = Totals["receiver"].ToDictionary(r => r.Name);
        return [.. given.Keys.Union(received.Keys)
            .Select(id => new Balance(id, id == "" ? t["digests.pole_itself"] : Names.Organisation(id)!, given.GetValueOrDefault(id), received.GetValueOrDefault(id)))
            .OrderBy(b => b.Id == "").ThenBy(b => b.Name, StringComparer.Create(t.Culture, ignoreCase: true))];
    }

    /// <summary>Hours by kind, as bars; null where nobody worked.</summary>
    public Bars? ByKind(Say t)
    {
        var kinds = Totals["kind"].Where(k => k.Minutes != 0).ToList();
        if (kinds.Count == 0 || Digest.Minutes <= 0) return null;
        return new(t["digests.finding.kind", t.Kind(kinds[0].Name), Math.Round(100m * kinds[0].Minutes / Digest.Minutes)], t["digests.column.kind"], t["digests.column.hours"],
            [.. kinds.Select(k => new Bar(t.Kind(k.Name), k.Minutes, t.Duration(k.Minutes), Lines("kind", k.Name)))]);
    }

    /// <summary>Given and received, as pairs of bars.</summary>
    public Bars? ByOrganisation(Say t)
    {
        var all = Balances(t);
        var drawn = all.Where(b => b.Minutes != 0).OrderByDescending(b => b.Minutes).Take(MostBars).OrderBy(b => b.Id == "").ThenBy(b => b.Name, StringComparer.Create(t.Culture, ignoreCase: true)).ToList();
        if (drawn.Count == 0) return null;
        return new(t["digests.finding.flow", Totals["giver"].Count(), Totals["receiver"].Count(r => r.Name != "")], t["digests.column.organisation"], t["digests.column.hours"],
            [.. drawn.SelectMany(b => new[]
            {
                b.Given is { } g ? new Bar(t["digests.gave", b.Name], g.Minutes, t.Duration(g.Minutes), Lines("giver", b.Id)) : null,
                b.Received is { } r ? new Bar(t["digests.received", b.Name], r.Minutes, t.Duration(r.Minutes), Lines("receiver", b.Id), Second: true) : null,
            }).OfType<Bar>()]);
    }
}
