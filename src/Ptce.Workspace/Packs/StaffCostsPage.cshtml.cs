using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Coûts d'emploi, for the treasurer and each employer: what the staff sheets stand on.</summary>
public sealed class StaffCostsPage(StaffCosts costs, Members members, Actor actor, TimeProvider clock) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/bilans/couts";
    public IReadOnlyList<StaffCost> Costs { get; private set; } = [];
    public Members.Names Names { get; private set; } = null!;

    /// <summary>Whose cost this reader may record.</summary>
    public IReadOnlyList<Link> People { get; private set; } = [];

    [BindProperty(Name = "person")]
    public string? Person { get; set; }

    [BindProperty(Name = "from")]
    public string? From { get; set; }

    /// <summary>Euros, as typed.</summary>
    [BindProperty(Name = "annual")]
    public string? Annual { get; set; }

    /// <summary>Percent of a full time, as typed.</summary>
    [BindProperty(Name = "share")]
    public string? Share { get; set; } = "100";

    [BindProperty(Name = "fixed")]
    public string? Fixed { get; set; }

    [BindProperty(Name = "document")]
    public string? Document { get; set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var who = (Person ?? "").Split('/'); // person/employer: one may work for two
        await costs.Record(Actor, new(who[0], Field.Day(From, "from"), Field.Number(Annual, "annual"), Field.Number(Share, "share") / 100,
            Field.NumberIfAny(Fixed, "fixed") / 100, Document ?? "", who.Length > 1 ? who[1] : null));
        return new SeeOther(Here);
    }

    public async Task Load()
    {
        Costs = await costs.Readable(Actor);
        Names = await members.AllNames(Actor.PoleId);
        var today = Actor.Today(clock);
        From ??= new DateOnly(today.Year, 1, 1).Iso();
        People = [.. (await members.Mandates(Actor)).Where(m => m.OrganisationId is not null && (Actor.May(Act.ReadStaffCosts) || m.OrganisationId == Actor.OrganisationId))
            .Select(m => new Link($"{m.Name}, {m.OrganisationName}", $"{m.PersonId}/{m.OrganisationId}")).Distinct().OrderBy(l => l.Words, StringComparer.CurrentCulture)];
    }

}
