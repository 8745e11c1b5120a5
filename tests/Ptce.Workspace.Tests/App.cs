using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ptce.Workspace.Tests;

/// <summary>The real program on an empty store of its own, in memory, with the <see cref="Cast"/> on it and a clock turned by hand.</summary>
/// <example><code>
/// await using var app = await App.Start();
/// var amina = app.SignedIn(app.Cast.Amina);
/// var page = await amina.Page($"/p/{app.Cast.Pole.Slug}/contributions");
/// var answer = await amina.Post($"/p/{app.Cast.Pole.Slug}/contributions", new() { ["sentence"] = "2h hier au cotech" });
/// </code></example>
public sealed class App : WebApplicationFactory<Program>
{
    private readonly EmptyStore _store;
    private readonly string _environment;
    private readonly Action<IServiceCollection>? _replace;
    private readonly Dictionary<string, string?> _settings;

    private App(EmptyStore store, Cast cast, string environment, Dictionary<string, string?>? settings, Action<IServiceCollection>? replace)
    {
        (_store, Cast, _environment, _replace) = (store, cast, environment, replace);
        _settings = store.Configuration;
        _settings["Demonstration:Seed"] = "false"; // the cast is there, nobody else
        foreach (var (key, value) in settings ?? []) _settings[key] = value;
    }

    public Clock Clock { get; } = new();

    public Cast Cast { get; }

    public Db Db => Get<Db>();

    /// <param name="environment">"Testing" seeds nothing and opens no development door; "Development" and "Production" are themselves.</param>
    /// <param name="replace">Puts a stand-in where the program would speak to the outside world.</param>
    public static async Task<App> Start(On on = On.Sqlite, string environment = "Testing", Dictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var (store, cast) = await EmptyStore.MakeWithCast(on);
        return new(store, cast, environment, settings, replace);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser in which this person is signed in. Redirects are answers, not followed.</summary>
    public HttpClient SignedIn(Actor person) => Browser(SessionOf(person));

    /// <summary>A browser in which nobody is signed in.</summary>
    public HttpClient Stranger() => Browser(null);

    /// <summary>The session cookie the program itself would give this person.</summary>
    public Cookie SessionOf(Actor person)
    {
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var who = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.PersonId), new(ClaimTypes.Name, person.Name)], Scheme));
        var now = Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(who, new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, Scheme);
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", "localhost");
    }

    /// <summary>A page of this person's, open on the live hub and not watching anything yet.</summary>
    public Task<OpenPage> Open(Actor person) => OpenPage.On(Server, SessionOf(person));

    private HttpClient Browser(Cookie? session)
    {
        var cookies = new CookieContainer();
        if (session is not null) cookies.Add(session);
        return CreateDefaultClient(new CookieContainerHandler(cookies));
    }

    // Settings the program reads while it builds itself must come as the host's own.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(c => c.AddInMemoryCollection(_settings.Where(s => s.Value is not null)));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _replace?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _store.DisposeAsync();
    }
}
