using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The lines behind a figure of a digest.</summary>
public sealed class DigestLinesPage(Digests digests, Members members, Actor actor) : PageModel
{
    private const int PerPage = 100;

    private static readonly string[] Facets = ["kind", "account", "giver", "receiver", "reason", "unvalued"];

    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/bilans/{Id}";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Number of the last line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "apres")]
    public long Apres { get; set; }

    /// <summary>"non" shows quantities alone.</summary>
    [BindProperty(SupportsGet = true, Name = "valeurs")]
    public string? Valeurs { get; set; }

    public bool ShowsValues => Valeurs != "non";

    public string? Facet { get; private set; }
    public string Name { get; private set; } = "";
    public Digest Digest { get; private set; } = null!;
    public Members.Names Names { get; private set; } = null!;
    public IReadOnlyList<DigestLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<long, DigestRate> Rates { get; private set; } = new Dictionary<long, DigestRate>();

    public bool MayRemark => Actor.May(Act.RemarkOnDigest);

    /// <summary>How many remarks there are, by line.</summary>
    public IReadOnlyDictionary<string, int> Remarks { get; private set; } = new Dictionary<string, int>();

    /// <summary>What the lines of the figure add up to, on whatever page.</summary>
    public DigestTotal Sum { get; private set; } = null!;

    /// <summary>Where there are more, the address of the next page.</summary>
    public string? Next { get; private set; }

    public async Task OnGet()
    {
        Digest = await digests.One(Actor, Id);
        Facet = Facets.FirstOrDefault(Request.Query.ContainsKey);
        Name = Facet is null ? "" : Request.Query[Facet].ToString();
        var lines = await digests.Lines(Digest, Facet, Name, Apres, PerPage + 1);
        Lines = [.. lines.Take(PerPage)];
        if (lines.Count > PerPage) Next = Digests.LinesOf(Actor, Id, Facet, Name, ShowsValues, Lines[^1].Number);
        Remarks = (await digests.Remarks(Actor, Digest)).Where(r => r.ContributionId is not null).CountBy(r => r.ContributionId!).ToDictionary();
        Names = await members.AllNames(Actor.PoleId);
        Rates = (await digests.RatesUsed(Digest)).ToDictionary(r => r.Number);
        var sums = (await digests.Totals(Digest)).Where(t => t.Facet == Facet && (t.Name == Name || (Facet == "reason" && Name == ""))).ToList();
        Sum = Facet is null
            ? new("", "", Digest.Lines, Digest.Minutes, Digest.ValueCents)
            : new(Facet, Name, sums.Sum(s => s.Lines), sums.Sum(s => s.Minutes), sums.Sum(s => s.ValueCents));
    }

    /// <summary>What the lines have in common.</summary>
    public string Title(Say t) => Facet switch
    {
        "kind" => t.Kind(Name),
        "account" => t["digests.account", Name],
        "giver" => t["digests.gave", Names.Organisation(Name)],
        "receiver" => t["digests.received", Name == "" ? t["digests.pole_itself"] : Names.Organisation(Name)],
        "unvalued" => t["digests.unvalued_because", t.Reason(Name)],
        "reason" => Name == "" ? t["digests.figure.left_out"] : t.Reason(Name),
        _ => t["digests.every_line"],
    };

    /// <summary>The address of the line, where it opens to this reader.</summary>
    public string? Opens(DigestLine line) => digests.MayOpen(Actor, line) ? $"/p/{Actor.PoleSlug}/contributions/{line.ContributionId}" : null;

    /// <summary>Names of people are for those who may read every line, for the person's own organisation, and for the person.</summary>
    public string? Person(DigestLine line) => digests.MaySeePerson(Actor, line) ? Names.Person(line.PersonId) : null;
}
