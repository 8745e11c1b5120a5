using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ptce.Workspace;

/// <summary>How a person proves who they are: session cookie, one-time link by mail, an outside provider.</summary>
public static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/connexion";
            cookie.Cookie.Name = "ptce";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
        });
        services.AddAuthorization();
    }
}
