using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Ptce.Workspace;

/// <summary>Turns a session and a pole in the address into an <see cref="Actor"/>, once per request, for pages and API alike.</summary>
public static class WhoAsks
{
    public const string LanguageCookie = "language";

    /// <summary>The part of an address that says its language: such a page is the same for every reader.</summary>
    public const string ShownLanguage = "shown";

    /// <summary>Cookie that remembers which of their organisations a person speaks for, per pole.</summary>
    public static string SpeaksForCookie(string pole) => $"speaks-for-{pole}";

    public static void AddWhoAsks(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(s => Http(s).Features.Get<Actor>() ?? throw new InvalidOperationException("This address names no pole: nobody acts here."));
        services.AddScoped(s => new Say(Language(Http(s))));
        services.AddScoped(s => new SayOnPages(Language(Http(s))));
    }

    /// <summary>Every address with a <c>{pole}</c> needs a mandate there; without one it answers as if the pole did not exist.</summary>
    public static void UseWhoAsks(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetRouteValue("pole") is not string pole)
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<InLastPoleAttribute>() is not null) http.Features.Set(await InLastPole(http));
            await next(http);
            return;
        }
        if (PersonId(http.User) is not { } personId)
        {
            await http.ChallengeAsync();
            return;
        }
        // Read with the session, unless that was somebody else's.
        var read = http.Features.Get<Actor>() is { } one && one.PersonId == personId ? one : null;
        if ((read ?? await http.RequestServices.GetRequiredService<Actors>().Find(personId, pole, http.Request.Cookies[SpeaksForCookie(pole)])) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Cookies[Sessions.LastPoleCookie] != actor.PoleSlug)
            Sessions.Remember(http, Sessions.LastPoleCookie, actor.PoleSlug);
        await next(http);
    });

    /// <summary>Reads anew whose session this is, and in the address's pole who acts: one reading says both.</summary>
    /// <returns>False when the person has no mandate anywhere.</returns>
    internal static async Task<bool> Read(HttpContext http, string personId)
    {
        var services = http.RequestServices;
        if (http.GetRouteValue("pole") is string pole
            && await services.GetRequiredService<Actors>().Enter(personId, pole, http.Request.Cookies[SpeaksForCookie(pole)]) is var (entered, actor))
        {
            http.Features.Set(entered);
            http.Features.Set(actor);
            return true;
        }
        http.Features.Set(await services.GetRequiredService<People>().WithMandate(personId));
        return http.Features.Get<Person>() is not null;
    }

    /// <summary>The person in the pole they were in last, else in the first of theirs: for pages about the person, which keep the pole around them.</summary>
    private static async Task<Actor?> InLastPole(HttpContext http)
    {
        if (PersonId(http.User) is not { } person) return null;
        var actors = http.RequestServices.GetRequiredService<Actors>();
        var places = await actors.Places(person);
        if (places.Count == 0) return null;
        var pole = (places.FirstOrDefault(p => p.Slug == http.Request.Cookies[Sessions.LastPoleCookie]) ?? places[0]).Slug;
        return await actors.Find(person, pole, http.Request.Cookies[SpeaksForCookie(pole)]);
    }

    public static string? PersonId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    private static HttpContext Http(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("There is no request here.");

    /// <summary>The person's own language, else that of Teams around us, else the one chosen before signing in, else the browser's, else French.</summary>
    public static string Language(HttpContext http) =>
        (http.GetRouteValue(ShownLanguage) is string shown ? Words.Nearest(shown) : null)
        ?? http.Features.Get<Actor>()?.Language
        ?? http.Features.Get<Person>()?.Language
        ?? (http.Request.Query["locale"] is [{ Length: > 0 } host] ? Words.Nearest(host.Split('-')[0]) : null) // Teams', before it knows who is there
        ?? (http.Request.Cookies[LanguageCookie] is { } chosen ? Words.Nearest(chosen) : null)
        ?? http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0]).FirstOrDefault(l => l is not null && Words.Languages.Contains(l))
        ?? "fr";
}

/// <summary>A page outside any pole that is shown within the reader's last one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InLastPoleAttribute : Attribute;
