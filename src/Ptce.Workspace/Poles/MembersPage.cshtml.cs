using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Who belongs to the pole: organisations by circle or by territory, and people with their roles.</summary>
public sealed class MembersPage(Members members, Actor actor, Say say, TimeProvider clock) : PageModel
{
    /// <summary>"territoire": by territory instead of by circle.</summary>
    [FromQuery(Name = "par")] public string? By { get; set; }

    /// <summary>Words of a name, or of what an organisation says of itself.</summary>
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "type")] public string? Type { get; set; }
    [FromQuery(Name = "cercle")] public string? Circle { get; set; }
    [FromQuery(Name = "territoire")] public string? Territory { get; set; }
    [FromQuery(Name = "secteur")] public string? Sector { get; set; }

    /// <summary>The last person, or the last organisation, of the page before.</summary>
    [FromQuery(Name = "apres")] public string? After { get; set; }
    [FromQuery(Name = "suite")] public string? AfterOrganisation { get; set; }

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public string Home => $"/p/{actor.PoleSlug}/pole";
    public bool Manages => actor.May(Act.ManageMembers);
    public bool ByTerritory => By == "territoire";

    public Members.Annuaire Directory { get; private set; } = null!;
    public long Organisations { get; private set; }

    /// <summary>The page's organisations, in the groups of the view.</summary>
    public IEnumerable<IGrouping<string, Members.Listed>> Groups => Directory.Entries.GroupBy(e => e.Group);

    /// <summary>Mandates in force, by person.</summary>
    public IReadOnlyList<IGrouping<string, Members.Mandate>> People { get; private set; } = [];
    public string? Next { get; private set; }
    public int HowManyPeople { get; private set; }

    private (IReadOnlyList<string> Territories, IReadOnlyList<string> Sectors) _said = ([], []);

    public Narrowing Narrowing => new(Home,
    [
        new("q", say["members.search"], Search),
        NarrowBy.Choice("type", say["members.type"], Type, say["members.any"], Vocabulary.OrganisationTypes.Keys.Select(k => (k, say["organisation_type." + k]))),
        NarrowBy.Choice("cercle", say["members.circle"], Circle, say["members.any"], Vocabulary.Circles.Keys.Select(k => (k, say["circle." + k]))),
        NarrowBy.Choice("territoire", say["members.profile.territory"], Territory, say["members.any"], _said.Territories.Select(s => (s, s))),
        NarrowBy.Choice("secteur", say["members.profile.sector"], Sector, say["members.any"], _said.Sectors.Select(s => (s, s))),
    ], ("par", By));

    public async Task OnGet()
    {
        _said = await members.Said(actor);
        var filter = new MemberFilter(Search, Vocabulary.OrganisationTypes.Keys.FirstOrDefault(k => k == Type), Vocabulary.Circles.Keys.FirstOrDefault(k => k == Circle), Given(Territory), Given(Sector));
        Directory = await members.Directory(actor, filter, ByTerritory, AfterOrganisation);
        Organisations = await members.CountOrganisations(actor, filter);
        var (acting, next) = await members.Acting(actor, Search, After);
        (People, Next) = ([.. acting.GroupBy(m => m.PersonId)], next);
        HowManyPeople = (int)await members.CountActing(actor);
    }

    public string Heading(string group) => ByTerritory ? group == "" ? say["members.no_territory"] : group : say["circle." + group];

    /// <summary>"1 organisation", "14 organisations".</summary>
    public string Count(string what, long number) => say[$"members.count.{what}.{(number == 1 ? "one" : "many")}", number];

    /// <summary>A person's roles, one entry per organisation they act for.</summary>
    public IEnumerable<(string? Organisation, string Roles)> Roles(IEnumerable<Members.Mandate> mandates) =>
        mandates.GroupBy(m => m.OrganisationName).OrderBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => (o.Key, string.Join(", ", RoleNames.All.Intersect(o.Select(m => m.Role)).Select(role => say["role." + role]))));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
