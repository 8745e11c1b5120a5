using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The lines behind a figure of a pack, and what they add up to.</summary>
public sealed class PackLinesPage(Digests digests, Members members, Actor actor) : PageModel
{
    private const int PerPage = 100;

    public Actor Actor { get; } = actor;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "nature")]
    public string? Nature { get; set; }

    [BindProperty(SupportsGet = true, Name = "compte")]
    public string? Compte { get; set; }

    [BindProperty(SupportsGet = true, Name = "de")]
    public string? De { get; set; }

    [BindProperty(SupportsGet = true, Name = "personne")]
    public string? Personne { get; set; }

    /// <summary>A day, or a whole month.</summary>
    [BindProperty(SupportsGet = true, Name = "jour")]
    public string? Jour { get; set; }

    /// <summary>"non" shows quantities alone.</summary>
    [BindProperty(SupportsGet = true, Name = "valeurs")]
    public string? Valeurs { get; set; }

    public bool ShowsValues => Valeurs != "non";

    /// <summary>Number of the last line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "apres")]
    public long Apres { get; set; }

    public Digest Digest { get; private set; } = null!;
    public DigestCut Cut { get; private set; } = new();
    public DigestTotal Sum { get; private set; } = null!;
    public Members.Names Names { get; private set; } = null!;
    public IReadOnlyList<DigestLine> Lines { get; private set; } = [];

    /// <summary>Where there are more, the address of the next page.</summary>
    public string? Next { get; private set; }

    public async Task OnGet()
    {
        Digest = await digests.One(Actor, Id);
        if (Digest.Hash is null) throw new NotHere();
        // "pour=" is the pole itself: an empty value means something here, and binding would make it null.
        Cut = new(Nature, Compte, De, Request.Query.ContainsKey("pour") ? Request.Query["pour"].ToString() : null, Personne, Jour);
        var lines = await digests.Lines(Digest, Cut, Apres, PerPage + 1);
        if (Personne is not null && lines.Any(l => !digests.MaySeePerson(Actor, l))) throw new NotAllowed();
        Lines = [.. lines.Take(PerPage)];
        if (lines.Count > PerPage) Next = $"{Packs.LinesOf(Actor, Id, Cut, ShowsValues)}&apres={Lines[^1].Number}";
        Names = await members.AllNames(Actor.PoleId);
        Sum = await digests.Sum(Digest, Cut);
    }

    /// <summary>What the lines have in common.</summary>
    public string Title(Say t)
    {
        var parts = new List<string>();
        if (Cut.Kind is { } kinds) parts.Add(string.Join(", ", kinds.Split(',').Select(t.Kind)));
        if (Cut.Account is { } accounts) parts.Add(string.Join(", ", accounts.Split(',').Select(a => a == "-" ? t["rates.said.unbooked"] : t["digests.account", a])));
        if (Cut.Giver is { } both && both == Cut.Receiver) parts.Add(t["packs.lines.between", string.Join(", ", both.Split(',').Select(Names.Organisation))]);
        else
        {
            if (Cut.Giver is { } giver) parts.Add(t["packs.lines.from", Names.Organisation(giver)]);
            if (Cut.Receiver is { } receiver) parts.Add(t["packs.lines.to", receiver == "" ? t["digests.pole_itself"] : Names.Organisation(receiver)]);
        }
        if (Cut.Person is { } person) parts.Add(Names.Person(person)!);
        if (Field.Iso(Cut.Day) is { } day) parts.Add(t.LongDay(day));
        else if (Field.Iso(Cut.Day + "-01") is { } month) parts.Add(t.Month(month));
        return parts.Count == 0 ? t["digests.every_line"] : string.Join(" · ", parts);
    }

    /// <summary>The address of the line, where it opens to this reader.</summary>
    public string? Opens(DigestLine line) => digests.MayOpen(Actor, line) ? $"/p/{Actor.PoleSlug}/contributions/{line.ContributionId}" : null;

    public string? Person(DigestLine line) => digests.MaySeePerson(Actor, line) ? Names.Person(line.PersonId) : null;
}
