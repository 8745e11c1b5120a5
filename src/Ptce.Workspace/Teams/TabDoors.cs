using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ptce.Workspace;

/// <summary>The tab's own door and its session cookie.</summary>
/// <remarks>
/// Inside Teams our pages stand in a frame of another site, where the web's own session cookie (SameSite=Lax) does not travel. The tab
/// has a second one: SameSite=None, Secure, __Host- (ours alone, whole host, no domain) and Partitioned, so that the browser keeps one jar
/// for our pages within Teams and no other site can make it come along from its own.
/// <para>
/// What stays possible is another app's frame within the same Teams window, and a browser that knows no partitions. Against both:
/// </para>
/// <list type="bullet">
/// <item>the cookie is believed only where the browser says that the request comes from our own page (Sec-Fetch-Site: same-origin, or the same
/// Origin where that header is absent, as for web sockets); from elsewhere only to read a page, in a frame or on the person's own doing;
/// without either header it is not believed: a browser that old has no tab;</item>
/// <item>forms carry their antiforgery token as everywhere; its cookie, and whatever else we set in a tab, becomes partitioned the same way
/// (<see cref="Cookies"/>);</item>
/// <item>only Teams may frame our pages (<see cref="SafeHeaders"/>), so no stranger's page can put a transparent one of ours under a finger;</item>
/// <item>where the web's own session is there too, it goes first: the tab's opens nothing on the web that its owner has not opened.</item>
/// </list>
/// It lasts half a day, without renewal: the next opening of the tab asks Entra again, without a word to the person.
/// </remarks>
public static class TabDoors
{
    public const string Scheme = "tab";
    public const string CookieName = "__Host-tab";
    public const string SessionPath = "/api/tab/session";
    public const string StartPath = "/onglet";
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string Known = "web-or-tab", Asked = "web-or-tab-challenge", Tenant = "tid", Account = "oid";

    /// <param name="Place">today, exchanges, workshops, contributions.</param>
    /// <param name="Page">A page of a pole.</param>
    public sealed record Ask(string? Place, string? Page);

    /// <summary>Adds the tab's session beside the web's, which stays the default for all that signs in and out.</summary>
    public static AuthenticationBuilder AddTab(this AuthenticationBuilder authentication)
    {
        authentication.Services.AddSingleton<Tab>();
        authentication.Services.Configure<AuthenticationOptions>(o => (o.DefaultAuthenticateScheme, o.DefaultChallengeScheme) = (Known, Asked));
        return authentication
            .AddPolicyScheme(Known, null, o => o.ForwardDefaultSelector = http => Believed(http) ? Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddPolicyScheme(Asked, null, o => o.ForwardDefaultSelector = http => Framed(http) && !HasOwn(http) ? Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(Scheme, cookie =>
            {
                cookie.Cookie.Name = CookieName;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.None;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie.Cookie.Path = "/";
                cookie.Cookie.Extensions.Add("Partitioned");
                cookie.ExpireTimeSpan = Length;
                cookie.SlidingExpiration = false;
                cookie.LoginPath = StartPath; // no sign-in form within a frame: Entra is asked again
                cookie.ReturnUrlParameter = "page";
                cookie.Events.OnValidatePrincipal = Check;
            });
    }

    /// <summary>Whatever is set while a tab is shown (antiforgery, the notice after an act, the last pole) must live in the tab's jar.</summary>
    public static void UseTabCookies(this WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions { OnAppendCookie = c => Cookies(c.Context, c.CookieOptions), OnDeleteCookie = c => Cookies(c.Context, c.CookieOptions) });

    // Bearer and no cookie: nothing to forge, so no antiforgery token.
    public static void MapTab(this WebApplication app) => app.MapPost(SessionPath, Open).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    /// <summary>Whether this request is made from within a tab, by a person who entered there.</summary>
    public static bool Inside(HttpContext http) => http.User.Identity is { IsAuthenticated: true, AuthenticationType: Scheme };

    private static async Task<IResult> Open(HttpContext http, TabToken token, Tab tab, Say say, Ask asked, ILogger<Tab> log)
    {
        var (account, fault) = await token.Check(http.Request.Headers.Authorization is [var header] ? header : null, http.RequestAborted);
        if (account is null)
        {
            log.LogWarning("A tab's token was turned away: {Fault}", fault);
            var (status, key) = fault switch
            {
                TokenFault.NotConfigured => (StatusCodes.Status503ServiceUnavailable, "teams.tab.not_configured"),
                TokenFault.KeysUnavailable => (StatusCodes.Status503ServiceUnavailable, "teams.tab.keys"),
                TokenFault.Tenant => (StatusCodes.Status401Unauthorized, "teams.tab.tenant"),
                TokenFault.Expired or TokenFault.NotYetValid => (StatusCodes.Status401Unauthorized, "teams.tab.time"),
                _ => (StatusCodes.Status401Unauthorized, "teams.tab.refused"),
            };
            return Results.Json(new { text = say[key] }, statusCode: status);
        }
        var entrance = await tab.Enter(account, asked.Place, asked.Page);
        if (entrance.PersonId is null)
            return Results.Json(new
            {
                text = say[entrance.Ticket is null ? "teams.tab.no_mandate" : "teams.tab.unlinked"],
                link = entrance.Ticket is null ? null : $"{StartPath}/lier?billet={entrance.Ticket}",
            }, statusCode: StatusCodes.Status403Forbidden);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, entrance.PersonId), new(Tenant, account.TenantId), new(Account, account.ObjectId)], Scheme)));
        return Results.Json(new { go = entrance.Go });
    }

    private static async Task Check(CookieValidatePrincipalContext session)
    {
        var (services, who) = (session.HttpContext.RequestServices, session.Principal);
        if (who?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && who.FindFirstValue(Tenant) is { } tenant && who.FindFirstValue(Account) is { } account
            && await services.GetRequiredService<Tab>().StillSpeaks(id, tenant, account) && await WhoAsks.Read(session.HttpContext, id)) return;
        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync(Scheme);
    }

    private static bool Believed(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(CookieName) || HasOwn(http)) return false;
        var reading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return Site(http) switch
        {
            "same-origin" => true,
            "none" => reading,
            "" => http.Request.Headers.Origin is [var origin] && Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.Value,
            _ => reading && Framed(http),
        };
    }

    private static void Cookies(HttpContext http, CookieOptions cookie)
    {
        if (cookie.Extensions.Contains("Partitioned") || !(Inside(http) || http.Request.Path.StartsWithSegments(StartPath) && Framed(http))) return;
        (cookie.SameSite, cookie.Secure) = (SameSiteMode.None, true);
        cookie.Extensions.Add("Partitioned");
    }

    private static bool HasOwn(HttpContext http) => http.Request.Cookies.ContainsKey(SignInDoors.CookieName);

    private static bool Framed(HttpContext http) => http.Request.Headers["Sec-Fetch-Dest"] == "iframe";

    private static string Site(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString();
}
