using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Puts the frame around every page of a pole: where one is, what waits, the line to type.</summary>
public sealed class Frames(IServiceProvider services) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Read before the page reads its data: the number it shows may be behind the data, never ahead.
        if (context.HttpContext.Features.Get<Actor>() is { } actor && context.HandlerInstance is PageModel page)
            page.ViewData["Frame"] = await Around(actor, context.HttpContext);
        await next();
    }

    private async Task<Frame> Around(Actor actor, HttpContext http)
    {
        var here = http.Request.Path;
        var say = services.GetRequiredService<Say>();
        var pole = (await services.GetRequiredService<Poles>().BySlug(actor.PoleSlug))!;
        var waiting = await services.GetRequiredService<Waiting>().Count(actor);
        var home = $"/p/{actor.PoleSlug}";
        var places = await services.GetRequiredService<Actors>().Places(actor.PersonId);
        return new Frame(actor.PoleSlug, actor.PoleName, home, pole.Seq, actor.Name)
        {
            PersonId = actor.PersonId,
            Places = [.. Places(actor, home, here, waiting)],
            OtherPoles = [.. places.Where(p => p.Slug != actor.PoleSlug).Select(p => new Link(p.Name, $"/p/{p.Slug}"))],
            Mine = [.. Mine(actor, home, say)],
            Answer = here.StartsWithSegments($"{home}/conversation") || !actor.May(Act.LogContribution) ? null
                : (await services.GetRequiredService<Conversations>().Waiting(actor, Conversations.Web))?.Reply,
            SentenceAction = actor.May(Act.LogContribution) ? $"{home}/phrase" : null,
            PreviewHref = $"{home}/phrase",
            LanguageAction = "/langue",
            SignOutAction = TabDoors.Inside(http) ? null : "/deconnexion", // within Teams, one is whom Teams says
        };
    }

    private static IEnumerable<Link> Mine(Actor actor, string home, Say say)
    {
        yield return new(say["frame.me"], "/moi");
        if (actor.May(Act.LogContribution)) yield return new(say["conversation.title"], $"{home}/conversation");
        if (actor.May(Act.ReadDeliveries)) yield return new(say["deliveries.title"], $"{home}/envois");
        if (actor.May(Act.ConnectTeams)) yield return new(say["teams.setup.title"], $"{home}/teams");
    }

    private static IEnumerable<Place> Places(Actor actor, string home, PathString here, int waiting)
    {
        yield return new("today", home, here == home, waiting);
        if (actor.May(Act.ReadPole)) yield return new("exchanges", $"{home}/echanges", At("/echanges"));
        if (actor.May(Act.ReadPole)) yield return new("workshops", $"{home}/ateliers", At("/ateliers") || At("/decisions") || At("/actions"));
        if (actor.May(Act.ReadPole)) yield return new("contributions", $"{home}/contributions", At("/contributions") || At("/bilans") || At("/taux"));
        else yield return new("contributions", $"{home}/bilans", At("/bilans"));
        if (actor.May(Act.ReadPole)) yield return new("pole", $"{home}/pole", At("/pole") || At("/observatoire") || At("/envois") || At("/lettres"));
        else yield return new("pole", $"{home}/observatoire", At("/observatoire"));

        bool At(string place) => here.StartsWithSegments(home + place);
    }
}
