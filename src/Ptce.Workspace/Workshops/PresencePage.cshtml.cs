using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Présence: which organisation was at how many of the meetings, year after year, drawn and as a table.</summary>
public sealed class PresencePage(Workshops workshops, Actor actor) : PageModel
{
    /// <summary>An organisation and its years, in the order of <see cref="Years"/>; null for a year in which it was at none.</summary>
    public sealed record Line(string OrganisationId, string Name, IReadOnlyList<YearlyPresence?> Years);

    /// <summary>One series; none: every meeting of the pole and its committee.</summary>
    [FromQuery(Name = "serie")] public string? Of { get; set; }

    public Actor Actor { get; } = actor;
    public string Home => $"/p/{Actor.PoleSlug}/ateliers";
    public IReadOnlyList<MeetingSeries> Series { get; private set; } = [];
    public IReadOnlyList<HeldInYear> Years { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public HeldInYear Last => Years[^1];

    /// <summary>Organisations that were at half of the last year's meetings or more.</summary>
    public int Steady => Lines.Count(l => l.Years[^1] is { } y && 2 * y.Meetings >= Last.Meetings);

    public async Task OnGet()
    {
        Series = await workshops.Series(Actor);
        var presence = await workshops.PresenceOverYears(Actor, Series.FirstOrDefault(s => s.Id == Of)?.Id);
        Years = presence.Years;
        Lines = [.. presence.Organisations.GroupBy(o => (o.OrganisationId, o.Name)).Select(o => new Line(o.Key.OrganisationId, o.Key.Name, [.. Years.Select(y => o.FirstOrDefault(p => p.Year == y.Year))]))];
    }

    /// <summary>"60%": the part of the year's meetings the organisation was at, as SVG reads it.</summary>
    public static string Part(YearlyPresence? presence, HeldInYear year) =>
        (presence is null || year.Meetings == 0 ? 0 : 100m * presence.Meetings / year.Meetings).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>How many came to a meeting, on average: does the circle grow?</summary>
    public static decimal PerMeeting(HeldInYear year) => Math.Round((decimal)year.People / year.Meetings, 1);
}
