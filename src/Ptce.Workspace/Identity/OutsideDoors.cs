using Microsoft.AspNetCore.Authentication;

namespace Ptce.Workspace;

/// <summary>Doors through outside providers: <c>/connexion/avec/{name}</c> leads out, <c>/connexion/retour/{name}</c> back, <see cref="OutsidePage"/> decides.</summary>
public static class OutsideDoors
{
    public static void AddOutside(this AuthenticationBuilder authentication, IReadOnlyList<Provider> providers, bool secure)
    {
        authentication.AddCookie(OutsideAccount.Scheme, cookie =>
        {
            cookie.Cookie.Name = "outside";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.None;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(SignInLinks.Minutes); // long enough to open a mailed link
            cookie.SlidingExpiration = false;
        });
        foreach (var provider in providers)
            authentication.AddOAuth<ProviderOptions, ProviderHandler>(provider.Scheme, provider.Label, options =>
            {
                options.Provider = provider;
                options.ClientId = provider.ClientId;
                options.ClientSecret = provider.ClientSecret;
                // With an Authority these are only asked for later: until then a place that answers nothing.
                options.AuthorizationEndpoint = provider.AuthorizationEndpoint ?? provider.Authority!;
                options.TokenEndpoint = provider.TokenEndpoint ?? provider.Authority!;
                options.UserInformationEndpoint = provider.UserInfoEndpoint ?? "";
                options.CallbackPath = $"/connexion/retour/{provider.Name}";
                options.SignInScheme = OutsideAccount.Scheme;
                options.UsePkce = true;
                options.SaveTokens = false; // who it is, is all we ask
                foreach (var scope in provider.Scopes ?? ["openid", "profile", "email"]) options.Scope.Add(scope);
                options.CorrelationCookie.SameSite = SameSiteMode.Lax; // the answer comes by a link, not by a form
                options.CorrelationCookie.SecurePolicy = secure ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.None;
                options.Events.OnRemoteFailure = failed =>
                {
                    failed.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OutsideDoors))
                        .LogWarning("Coming back from {Provider} failed: {Cause}", provider.Name, failed.Failure?.Message);
                    failed.Response.Redirect(OutsidePage.Failed);
                    failed.HandleResponse();
                    return Task.CompletedTask;
                };
            });
    }

    // By a link: a form that ends at another site is what our content policy forbids. Whoever is made to follow it lands with their own account.
    public static void MapOutside(this WebApplication app) => app.MapGet("/connexion/avec/{name}", (string name, string? retour, IReadOnlyList<Provider> providers) =>
        providers.FirstOrDefault(p => p.Name == name) is { } provider
            ? Results.Challenge(new() { RedirectUri = OutsidePage.Address(SeeOther.Local(retour)) }, [provider.Scheme])
            : Results.NotFound()).ExcludeFromDescription();
}
