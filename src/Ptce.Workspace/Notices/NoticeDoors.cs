namespace Ptce.Workspace;

/// <summary>Pages of signed links speak the language of the person the link is for, whoever's browser it is.</summary>
public static class NoticeDoors
{
    public static void UseSignedReaders(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetRouteValue("signed") is string signed
            && http.RequestServices.GetRequiredService<Taps>().Read(signed) is { } read
            && await http.RequestServices.GetRequiredService<People>().WithMandate(read.PersonId) is { } person)
            http.Features.Set(person);
        await next(http);
    });
}
