using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>How a person proves who they are: one-time link by mail, an outside provider, and in Development a choice among the cast.</summary>
public static class SignInDoors
{
    public const string Path = "/connexion";
    public const string CookieName = "ptce";

    /// <summary>Name of the limit on asks for links per client; the one per address is <see cref="SignInLinks.MostAnHour"/>.</summary>
    public const string AskLimit = "sign-in-asks";

    private const int MostAsks = 30; // per client in ten minutes: a whole office may stand behind one address

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var providers = Provider.Read(configuration);
        services.AddSingleton(providers);
        services.AddSingleton<Logins>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = Path;
            cookie.ReturnUrlParameter = "retour";
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Sessions.Length;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Sessions.Check;
            // The API's callers are programs: they are told, not sent to a page.
            cookie.Events.OnRedirectToLogin = redirect =>
            {
                if (redirect.Request.Path.StartsWithSegments("/api")) redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else redirect.Response.Redirect(redirect.RedirectUri);
                return Task.CompletedTask;
            };
        }).AddTab().AddOutside(providers, secure: !environment.IsDevelopment());
        services.AddAuthorization();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // a refusal like the others, in Production too
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "form";
            form.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true; // SafeHeaders says who may frame us: Teams, and nobody else
        });
        services.AddSingleton<IWriteLetters, SignInMail>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(AskLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(Client(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = MostAsks, Window = TimeSpan.FromMinutes(10) })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
        if (environment.IsDevelopment()) services.AddSingleton<Demonstration>();
    }

    /// <summary>A form is taken from our own pages alone; any other is answered 400.</summary>
    public static void UseTrueForms(this WebApplication app)
    {
        app.UseAntiforgery();
        // Pages look by themselves; an address outside them would come upon it while reading, as a fault of the program.
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/deconnexion", async (HttpContext http, IFormCollection _) =>
        {
            await Sessions.Close(http);
            return new SeeOther(Path);
        }).ExcludeFromDescription();
        app.MapPost("/langue", async (HttpContext http, People people, [FromForm] string? language) =>
        {
            var chosen = Words.Nearest(language);
            Sessions.Remember(http, WhoAsks.LanguageCookie, chosen);
            if (http.Features.Get<Person>() is { } person) await people.Introduce(person, person.Name, chosen);
            return new SeeOther(http.Request.GetTypedHeaders().Referer is { } page && page.Authority == http.Request.Host.Value ? page.PathAndQuery : "/");
        }).ExcludeFromDescription();
        app.MapOutside();
        if (app.Environment.IsDevelopment()) Demonstration.Map(app);
    }

    // One client of IPv6 holds a whole /64: it must not count as many.
    private static string Client(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
