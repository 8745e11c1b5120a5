using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ptce.Workspace;

/// <summary>The session cookie: opened after a proof, ended by the person or with their last mandate.</summary>
public static class Sessions
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(30); // since the last visit

    /// <summary>Cookie that remembers the pole a person was in last.</summary>
    public const string LastPoleCookie = "pole";

    public static Task Open(HttpContext http, string personId) => http.SignInAsync(
        new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, personId)], CookieAuthenticationDefaults.AuthenticationScheme)),
        new AuthenticationProperties { IsPersistent = true });

    public static Task Close(HttpContext http) => http.SignOutAsync();

    /// <summary>Reads the person anew at each request: a session does not outlive their last mandate, nor an old name or language.</summary>
    public static async Task Check(CookieValidatePrincipalContext session)
    {
        if (session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && await WhoAsks.Read(session.HttpContext, id)) return;
        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync();
    }

    /// <summary>A cookie that remembers a choice, no secret: which pole, which organisation, which language.</summary>
    public static void Remember(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    });
}
