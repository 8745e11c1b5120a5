namespace Ptce.Workspace;

public sealed partial class Agreements
{
    private const long MinutesForANeed = 15;

    /// <summary>Puts an open need before the next workshop: a point to discuss, in the reserve of a series of meetings. Twice is refused while the first one waits there.</summary>
    /// <exception cref="Refused">It is an offer, or no longer open; or it waits there already.</exception>
    /// <exception cref="NotHere">No such need or series in the pole.</exception>
    public async Task Raise(Actor actor, string needId, string seriesId)
    {
        actor.Must(Act.ProposePoint);
        var need = await offers.One(actor, needId);
        Refused.If(!need.IsNeed || need.StateOn(actor.Today(clock)) != Stages.Open, "", "agreements.not_open", need.Title);
        var title = new Say(actor.Language)["agreements.point", need.Title, need.OrganisationName].Within(Workshops.LongestName);
        // Somebody may have raised it in another language: the need's own words tell.
        var about = title.Contains(need.Title, StringComparison.Ordinal) ? need.Title : title;
        Refused.If(!await workshops.ProposeOnce(actor, seriesId, title, about, MinutesForANeed, "discuss"), "series", "agreements.already_raised");
    }
}
