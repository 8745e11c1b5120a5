using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Who belongs to the pole: organisations by circle, people with their roles, and who has gone.</summary>
public sealed class MembersPage(Members members, Actor actor, Say say, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "par")] public string? By { get; set; }

    /// <summary>Words of a name.</summary>
    [FromQuery(Name = "q")] public string? Search { get; set; }

    /// <summary>The last person of the page before.</summary>
    [FromQuery(Name = "apres")] public string? After { get; set; }

    public string? Next { get; private set; }
    public int HowManyPeople { get; private set; }
    public string Home => $"/p/{actor.PoleSlug}/pole";
    public bool Narrowed => !string.IsNullOrWhiteSpace(Search);

    public Actor Actor => actor;
    public DateOnly Today { get; } = actor.Today(clock);
    public bool Manages => actor.May(Act.ManageMembers);

    /// <summary>Memberships in force, in the order of the circles.</summary>
    public IReadOnlyList<IGrouping<string, Members.Belonging>> Circles { get; private set; } = [];

    public bool ByTerritory => By == "territoire";

    /// <summary>Organisations of today by the territory they name, those that name none last.</summary>
    public IReadOnlyList<IGrouping<string, Members.Belonging>> Territories { get; private set; } = [];

    /// <summary>Mandates in force, by person.</summary>
    public IReadOnlyList<IGrouping<string, Members.Mandate>> People { get; private set; } = [];

    /// <summary>Memberships that ended or have not begun, and mandates likewise.</summary>
    public IReadOnlyList<Members.Belonging> Others { get; private set; } = [];
    public IReadOnlyList<Members.Mandate> OtherMandates { get; private set; } = [];

    public int Organisations => Circles.SelectMany(c => c).Select(m => m.OrganisationId).Distinct().Count();

    public async Task OnGet()
    {
        var belongings = (await members.Belongings(actor)).Where(b => !Narrowed || b.Name.Contains(Search!.Trim(), StringComparison.CurrentCultureIgnoreCase)).ToList();
        var order = Vocabulary.Circles.Keys.ToList();
        Circles = [.. belongings.Where(b => b.Lasts.On(Today)).GroupBy(b => b.Circle).OrderBy(c => order.IndexOf(c.Key))];
        Others = [.. belongings.Where(b => !b.Lasts.On(Today))];
        if (ByTerritory)
        {
            var said = await members.Territories(actor);
            Territories = [.. belongings.Where(b => b.Lasts.On(Today)).DistinctBy(b => b.OrganisationId).GroupBy(b => said.GetValueOrDefault(b.OrganisationId, ""))
                .OrderBy(g => g.Key == "").ThenBy(g => g.Key, StringComparer.CurrentCultureIgnoreCase)];
        }
        var (acting, next) = await members.Acting(actor, Search, After);
        (People, Next) = ([.. acting.GroupBy(m => m.PersonId)], next);
        HowManyPeople = (int)await members.CountActing(actor);
        OtherMandates = await members.NotActing(actor, Search);
    }

    /// <summary>"1 organisation", "14 organisations".</summary>
    public string Count(string what, int number) => say[$"members.count.{what}.{(number == 1 ? "one" : "many")}", number];

    /// <summary>A person's roles, one entry per organisation they act for.</summary>
    public IEnumerable<(string? Organisation, string Roles)> Roles(IEnumerable<Members.Mandate> mandates) =>
        mandates.GroupBy(m => m.OrganisationName).OrderBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => (o.Key, string.Join(", ", RoleNames.All.Intersect(o.Select(m => m.Role)).Select(role => say["role." + role]))));
}
